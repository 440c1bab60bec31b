import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../../src/cli/program';
import { BlockCode, emptyBlocks } from '../../../../src/numbering/snapshot';
import { encodeSnapshot } from '../../../../src/numbering/snapshot-encode';
import { recordingIo } from '../recording-io';

const tokyo = emptyBlocks(5).fill(BlockCode.inUse, 30_000, 40_000);

/** A small plan: each command reads the whole of it anew. */
const plan = encodeSnapshot({
  date: '2026-03-01',
  credit: ['警察庁オープンデータ（PDL1.0）を加工して作成'],
  carriers: [
    { id: 'ips', name: '株式会社アイ・ピー・エス・プロ' },
    { id: 'kddi', name: 'KDDI株式会社' },
  ],
  areaCodeLengths: new Map([['03', 2]]),
  tables: [{ prefix: '0', digits: 5, asOf: '2026-03-01', complete: true, blocks: tokyo }],
  accessCodes: new Map(),
  specialNumbers: new Set(['110', '118', '119']),
  official: [{ national: '0335814321', kind: 'police-hq', name: '警視庁' }],
});

let home: string;

/** Now is one o'clock in Greenwich, on 1 April 2026. */
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'denwaban-list-'));
  file('numbering.txt', plan);
  file(
    'denwaban.yaml',
    `dataDir: ${join(home, 'data')}`,
    'office:',
    '  numbers: ["0312345670"]',
    '  protectedNumbers: [{ number: "0362029990", name: みらい銀行 }]',
    'lists:',
    '  - { list: deny, prefix: "+979", reason: 有料 }',
  );
});
afterEach(() => rmSync(home, { recursive: true }));

function file(name: string, ...lines: readonly string[]): string {
  writeFileSync(join(home, name), lines.join('\n'));
  return join(home, name);
}

async function list(line: string, given: Parameters<typeof recordingIo>[0] = {}) {
  const io = recordingIo({ ...given, env: { DENWABAN_NUMBERING_FILE: join(home, 'numbering.txt'), ...given?.env } });
  const code = await run(['list', ...line.split(' '), '--config', join(home, 'denwaban.yaml')], io);
  return { code, ...io.written };
}

/** What is kept: list, what and reason of each entry of the store. */
async function kept(): Promise<string[]> {
  const { out } = await list('show --json --expired');
  return jsonLines(out)
    .filter(({ place }) => place === 'store')
    .map(({ list: name, what, reason }) => [name, what, reason].filter(Boolean).join(' '));
}

function jsonLines(out: string) {
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

describe('list add', () => {
  it('keeps numbers in any form, prefixes, carriers and kinds', async () => {
    expect(await list('add deny 03-1234-5678 ０３－１２３４－５６７９ +44* carrier:ips kind:050')).toEqual({
      code: 0,
      out: [
        'added: deny 03-1234-5678',
        'added: deny 03-1234-5679',
        'added: deny +44*',
        'added: deny carrier:ips',
        'added: deny kind:050',
        '',
      ].join('\n'),
      err: '',
    });
    expect(await kept()).toEqual([
      'deny number:+81312345678',
      'deny number:+81312345679',
      'deny prefix:+44',
      'deny carrier:ips',
      'deny kind:050',
    ]);
  });

  it('may be repeated: it then updates what was said of the entry, and says so', async () => {
    expect((await list('add deny 0312345678 --reason rude --for 2h')).out).toBe('added: deny 03-1234-5678\n');
    expect((await list('add deny 03-1234-5678 --for 2h')).out).toBe('already there: deny 03-1234-5678\n');
    expect((await list('add deny +81312345678')).out).toBe('updated: deny 03-1234-5678\n');
    const [entry] = jsonLines((await list('show --json --list deny')).out).filter(({ place }) => place === 'store');
    expect(entry).toMatchObject({ reason: 'rude', expires: null, source: 'manual' });
  });

  it('lets an entry end', async () => {
    await list('add deny 0312345678 --for 2h');
    await list('add deny 0312345679 --until 2026-04-01T12:00:00+09:00');
    const ends = jsonLines((await list('show --json')).out).map(({ expires }) => expires);
    expect(ends).toEqual([null, '2026-04-01T03:00:00.000Z', '2026-04-01T03:00:00.000Z']);
  });

  it('keeps reports with their votes, and excuses with an allow entry', async () => {
    await list('add report 0312345678 --votes 12 --source phoneblock');
    await list('add allow 1000 --excuse impossible-number --excuse lookalike-number');
    expect(jsonLines((await list('show --json')).out).slice(1)).toMatchObject([
      { list: 'report', votes: 12, source: 'phoneblock' },
      { list: 'allow', excuses: ['impossible-number', 'lookalike-number'] },
    ]);
  });

  it.each([
    ['the opposite list', 'add allow 0312345678', '03-1234-5678: it is on the deny list, too (source: manual)'],
    ['the same list of another source', 'add deny 0312345678 --source b', 'it is on the same list already'],
    ['an entry of the configuration file', 'add allow +979*', '+979*: it is on the deny list, too (source: config)'],
    ['an official number', 'add deny 0335814321', 'it is an official or protected number (警視庁)'],
    ['a protected number', 'add deny 0362029990', '(みらい銀行)'],
    ['an own number', 'add allow 0312345670', "it is one of the office's own numbers"],
    ['an impossible number', 'add deny 312345678', 'is its leading 0 missing?'],
  ])('warns of %s, and keeps the entry all the same', async (_, line, warning) => {
    await list('add deny 0312345678');
    const { code, out, err } = await list(line);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^added: /) });
    expect(err).toContain(warning);
  });

  it.each([
    ['add deny anonymous', "DENWABAN_USAGE: 'anonymous': no telephone number"],
    ['add deny carrier:ipss', 'did you mean "ips"?'],
    ['add deny kind:mobil', 'did you mean "mobile"?'],
    ['add report kind:050', 'only numbers and prefixes can be reported'],
    ['add block 110', "argument value 'block' is invalid"],
    ['add deny 110 --for tomorrow', '--for must be a while'],
    ['add deny 110 --until 2026-02-30', '--until must be a date'],
    ['add deny 110 --until 2026-03-31', 'to come'],
    ['add deny 110 --for 1h --until 2027-01-01', 'cannot be used with'],
    ['add deny 110 --votes 0', "argument '0' is invalid"],
    ['add deny 110 --votes 3', '--votes goes with report entries only'],
    ['add deny 110 --excuse impossible-number', '--excuse goes with allow entries only'],
    ['add allow 110 --excuse foreign-number', 'an allow entry excuses foreign-number anyway'],
    ['add allow 110 --excuse imposible-number', 'did you mean "impossible-number"?'],
    ['add deny 110 --source config', "the source cannot be called 'config'"],
  ])('refuses %s', async (line, told) => {
    const { code, out, err } = await list(line);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(told);
    expect(await kept()).toEqual([]);
  });

  it('speaks Japanese', async () => {
    const { out, err } = await list('add deny 0335814321', { language: 'ja' });
    expect(out).toBe('追加しました: 拒否 03-3581-4321\n');
    expect(err).toContain('公的な番号か守る番号です (警視庁)');
    expect((await list('add block 110', { language: 'ja' })).err).toContain('「list」に「block」は使えません');
  });
});

describe('list remove', () => {
  beforeEach(async () => {
    await list('add deny 0312345678 +44*');
    await list('add allow 0312345678 --source friends');
    await list('add deny 0312345679 --for 30m --source friends');
  });

  it.each([
    ['from every list', '03-1234-5678', ['deny prefix:+44', 'deny number:+81312345679']],
    [
      'only from one',
      '0312345678 --list allow',
      ['deny number:+81312345678', 'deny prefix:+44', 'deny number:+81312345679'],
    ],
    ['a prefix', '+44*', ['deny number:+81312345678', 'allow number:+81312345678', 'deny number:+81312345679']],
    ['a whole source', '--source friends', ['deny number:+81312345678', 'deny prefix:+44']],
  ])('removes %s', async (_, what, left) => {
    expect(await list(`remove ${what}`)).toMatchObject({ code: 0, out: expect.stringMatching(/^removed: /), err: '' });
    expect(await kept()).toEqual(left);
  });

  it('removes what has ended', async () => {
    const later = { now: () => Date.parse('2026-04-01T02:00:00Z') };
    expect((await list('remove --expired', later)).out).toBe('removed: deny 03-1234-5679 (friends)\n');
    expect(await list('remove --expired', later)).toEqual({ code: 0, out: '', err: 'No such entry.\n' });
  });

  it.each([
    ['a slip', '0312345677', 'Did you mean 03-1234-5678?'],
    ['a number that a prefix covers', '+442079460018', 'Did you mean +44*?'],
    ['an entry of the configuration file', '+979*', 'It stands in the configuration file'],
    ['an entry of another list', '+44* --list allow', 'It is on the deny list (source: friends).'],
    ['nothing like it', 'kind:navi', 'No such entry: kind:navi. Nothing was removed.'],
  ])('removes nothing at all for %s', async (_, what, hint) => {
    const before = await kept();
    const { code, err } = await list(`remove 0312345679 ${what}`);
    expect(code).toBe(2);
    expect(err).toMatch(/^DENWABAN_LIST_ENTRY_MISSING/);
    expect(err).toContain(hint);
    expect(await kept()).toEqual(before);
  });

  it('wants to know what to remove', async () => {
    expect(await list('remove')).toMatchObject({ code: 2, err: expect.stringContaining('say what to remove') });
    expect(await list('remove taro')).toMatchObject({ code: 2, err: expect.stringContaining("'taro'") });
  });
});

describe('list show', () => {
  beforeEach(async () => {
    await list('add deny 0312345678 --reason rude');
    await list('add allow carrier:ips --for 30m');
    await list('add report 0312345678 --votes 3 --source phoneblock');
  });

  it('shows those of the configuration file and of the store', async () => {
    const { out } = await list('show');
    expect(out.split('\n').slice(0, 5)).toEqual([
      'List   What                  Until             Source            Reason',
      'deny   +979*                 –                 config            有料',
      'deny   03-1234-5678          –                 manual            rude',
      expect.stringMatching(
        /^allow {2}carrier:ips {11}2026-04-01 \d\d:30 {2}manual {12}株式会社アイ・ピー・エス・プロ$/,
      ),
      'report 03-1234-5678          –                 phoneblock        ×3',
    ]);
    expect(out).toContain('4 entries. Besides, 1 official numbers (numbering data of 2026-03-01, `--list official`)');
  });

  it('can be narrowed to one list', async () => {
    const lists = jsonLines((await list('show --json --list report')).out).map(({ list: name }) => name);
    expect(lists).toEqual(['report']);
    expect((await list('show --list report')).out).toMatch(/^1 entry\. /m);
  });

  it('hides what has ended, unless it is asked for', async () => {
    const later = { now: () => Date.parse('2026-04-01T02:00:00Z') };
    expect((await list('show', later)).out).not.toContain('carrier:ips');
    expect((await list('show --expired', later)).out).toContain('carrier:ips');
    expect(jsonLines((await list('show --json --expired', later)).out)[2]).toMatchObject({ expired: true });
  });

  it('can be narrowed to what contradicts or repeats something', async () => {
    await list('add allow 0312345678');
    const { out } = await list('show --conflicts');
    expect(out).toContain('it is on the deny list, too (source: manual); allow beats deny');
    expect(out).toMatch(/^2 entries\./m);
  });

  it('shows the official numbers with their provenance', async () => {
    const { out } = await list('show --list official');
    expect(out).toMatch(/^03-3581-4321 +police headquarters +警視庁$/m);
    expect(out).toContain('警察庁オープンデータ（PDL1.0）を加工して作成');
    const [first] = jsonLines((await list('show --list official --json')).out);
    expect(first).toMatchObject({ list: 'official', what: expect.stringMatching(/^number:0\d+$/) });
  });

  it('lets no control character of the configuration reach the terminal', async () => {
    file(
      'denwaban.yaml',
      `dataDir: ${join(home, 'data')}`,
      'lists: [{ list: deny, number: "110", reason: "\\e[31m" }]',
    );
    expect((await list('show')).out).not.toContain('\u001b');
  });

  it('stops when its reader has gone', async () => {
    expect((await list('show --json', { readerGone: AbortSignal.abort() })).out).toBe('');
  });
});

describe('list import', () => {
  it('reports on every line: new, repeated, in doubt, damaged; a damaged line spoils no other', async () => {
    await list('add allow 0312345678');
    const blacklist = file(
      'bl.csv',
      'number,description',
      '0312345678,rude',
      '0312345679,"sells ""gold"""',
      '0312349999,"no end',
      'anonymous,x',
      '0312345679,again',
      '0335814321,1',
    );
    expect(await list(`import ${blacklist}`)).toEqual({
      code: 0,
      out: [
        `${blacklist} (FreePBX CSV, source: bl.csv)`,
        '  line 2: deny 03-1234-5678: it is on the allow list, too (source: manual); allow beats deny',
        '  line 4: its quotation marks do not match',
        '  line 5: no telephone number (e.g. 03-1234-5678, +81312345678, 03*, carrier:ips, kind:050)',
        '  line 6: deny 03-1234-5679: repeats an earlier line',
        '  line 7: deny 03-3581-4321: it is an official or protected number (警視庁): such a caller is challenged, never rejected',
        '  new 3, updated 0, unchanged 0, repeated 1, damaged 2, in doubt 2',
        'The store holds 4 entries.',
        '',
      ].join('\n'),
      err: '',
    });
    expect(await kept()).toEqual([
      'allow number:+81312345678',
      'deny number:+81312345678 rude',
      'deny number:+81312345679 sells "gold"',
      'deny number:+81335814321',
    ]);
  });

  it('tells of the same in JSON, line by line, with the sums at the end', async () => {
    const numbers = file('numbers.txt', '# mine', '0312345678  # rude', 'x');
    const lines = jsonLines((await list(`import ${numbers} --json`)).out);
    expect(lines).toMatchObject([
      { line: 2, outcome: 'new', list: 'deny', what: 'number:+81312345678', doubts: [] },
      { line: 3, outcome: 'damaged', flaw: { en: expect.stringContaining('no telephone number') } },
      { summary: { files: [{ format: 'text', source: 'numbers.txt', new: 1, damaged: 1 }], total: 1, dryRun: false } },
    ]);
  });

  it('may be repeated', async () => {
    const numbers = file('numbers.txt', '0312345678');
    await list(`import ${numbers}`);
    expect((await list(`import ${numbers} --verbose`)).out).toContain('line 1: deny 03-1234-5678: unchanged');
  });

  it('takes over an address book as allowed, under its names', async () => {
    const book = file(
      'book.vcf',
      'BEGIN:VCARD',
      'FN:山田太郎',
      'TEL;VALUE=uri:tel:+81-3-1234-5678',
      'TEL:090-1234-5678',
      'END:VCARD',
    );
    await list(`import ${book}`);
    expect(await kept()).toEqual(['allow number:+81312345678 山田太郎', 'allow number:+819012345678 山田太郎']);
  });

  it('reads the Shift_JIS of a Japanese spreadsheet', async () => {
    const name = file('sheet.csv');
    writeFileSync(name, Buffer.from([...Buffer.from('0312345678,'), 0x96, 0xc0, 0x98, 0x66]));
    await list(`import ${name}`);
    expect(await kept()).toEqual(['deny number:+81312345678 迷惑']);
  });

  it('does what the operator says, whatever the file says', async () => {
    const own = file('own.csv', 'what,list,source,reason', '0312345678,deny,theirs,rude');
    await list(`import ${own} --as report --source phoneblock`);
    expect(jsonLines((await list('show --json --list report')).out)).toMatchObject([{ source: 'phoneblock' }]);
  });

  it('reads standard input', async () => {
    await list('import - --format text --source pipe', { input: '0312345678\n+44* # abroad' });
    expect(await kept()).toEqual(['deny number:+81312345678', 'deny prefix:+44 abroad']);
  });

  it('replaces a source: what no longer comes goes, but nothing of other sources', async () => {
    await list('add deny 110');
    await list(`import ${file('v1.txt', '0312345678', '0312345679')} --source daily`);
    const { out } = await list(`import ${file('v2.txt', '0312345679', '0312345670')} --source daily --replace-source`);
    expect(out).toContain('1 that no longer come were removed. The store holds 3 entries.');
    expect(await kept()).toEqual(['deny number:110', 'deny number:+81312345679', 'deny number:+81312345670']);
  });

  it('does not let a failed download empty a source', async () => {
    await list(`import ${file('v1.txt', '0312345678')} --source daily`);
    const html = file('v2.txt', '<html>', 'Not found');
    expect(await list(`import ${html} --source daily --replace-source`)).toMatchObject({
      code: 2,
      err: expect.stringMatching(
        /^DENWABAN_LIST_FILE_USELESS: .*Line 1: no telephone number.*Nothing was changed\.\n$/,
      ),
    });
    expect(await kept()).toEqual(['deny number:+81312345678']);
  });

  it('says that a file has nothing in the format that was named', async () => {
    expect(await list(`import ${file('v1.csv', '0312345678,rude')} --format vcard`)).toMatchObject({
      code: 2,
      err: expect.stringContaining('It is empty, or has nothing in that format.'),
    });
  });

  it('only tells what it would do, when it is to', async () => {
    const { out } = await list(`import ${file('v1.txt', '0312345678')} --dry-run`);
    expect(out).toContain('The store would hold 1 entries (--dry-run: nothing was changed).');
    expect(await kept()).toEqual([]);
  });

  it.each([
    ['a file that is not there', 'absent.csv', 'DENWABAN_FILE_UNREADABLE'],
    ['a folder', '.', 'DENWABAN_FILE_UNREADABLE'],
  ])('refuses %s', async (_, name, code) => {
    expect(await list(`import ${join(home, name)}`)).toMatchObject({ code: 2, err: expect.stringContaining(code) });
  });

  it('shows that it is at work on a long file', async () => {
    const numbers = Array.from({ length: 20_001 }, (_, index) => `03${30_000_000 + index}`);
    const { err } = await list(`import ${file('long.txt', ...numbers)} --dry-run`);
    expect(err).toContain('20000 lines read');
  });
});

describe('list export', () => {
  beforeEach(async () => {
    await list('add deny 0312345678 --reason =1+1');
    await list('add deny +44* 0312345679 --for 30m');
    await list('add allow 0312345670 --excuse own-number-from-outside');
  });

  it('writes everything that is kept, so that it can be imported again', async () => {
    const before = (await list('show --json')).out;
    const { out, err } = await list('export');
    expect(err).toBe('');
    expect(out).toContain("deny,number:+81312345678,'=1+1,manual,,1,\r\n");
    await list('remove --source manual');
    expect(await kept()).toEqual([]);
    await list(`import ${file('backup.csv', out)}`);
    expect((await list('show --json')).out).toBe(before);
  });

  it('marks it as UTF-8 for Excel, but not for FreePBX', async () => {
    expect((await list('export')).out).toMatch(/^\ufefflist,what,/);
    expect((await list('export --format freepbx')).out).toMatch(/^number,description\r\n/);
  });

  it('writes the denied numbers for FreePBX, and tells what it had to leave out', async () => {
    expect(await list('export --format freepbx')).toEqual({
      code: 0,
      out: "number,description\r\n0312345678,'=1+1\r\n0312345679,\r\n",
      err: 'Left out, since FreePBX holds single numbers only: 1 (prefixes, carriers, kinds).\n',
    });
    const later = { now: () => Date.parse('2026-04-01T02:00:00Z') };
    expect((await list('export --format freepbx', later)).out).not.toContain('0312345679');
  });

  it('can be narrowed to one list', async () => {
    expect((await list('export --list allow')).out.split('\r\n')).toHaveLength(3);
    expect((await list('export --format freepbx --list allow')).out).toContain('0312345670');
  });
});

describe('list check', () => {
  it('says who speaks for and against a number, and what follows', async () => {
    await list('add allow 0312345678 --reason customer --excuse lookalike-number');
    await list('add deny 03* --source bl.csv --for 30m');
    await list('add report 0312345678 --votes 4 --source phoneblock');
    const { out } = await list('check 03-1234-5678');
    expect(out.split('\n')).toEqual([
      '03-1234-5678  +81312345678  fixed (03)  in use',
      '  decides     allow  03-1234-5678  customer · source: manual · excuses lookalike-number',
      '  counts      report 03-1234-5678  4 votes · source: phoneblock',
      expect.stringMatching(/^ {2}outweighed {2}deny {3}03\* {2}source: bl.csv · until 2026-04-01 \d\d:30$/),
      '  reported 4 times (phoneblock)',
      '  → Let through; but where the signs of forgery (rules marked †) reach 40 points, the caller is challenged.',
      '  → Rules marked † that the entry excuses: lookalike-number',
      '  → The reports count by the rule `reported`, unless an entry allows the number.',
      '',
    ]);
  });

  it.each([
    ['nobody speaks', '090-1234-5678', 'No entry decides: the rules alone judge such a call.'],
    [
      'the configuration file speaks',
      '+979123456789',
      'deny   +979*  有料 · source: config · in the configuration file',
    ],
    ['it is denied', '+979123456789', 'Rejected with 607'],
    ['it is official', '0335814321', 'official number: 警視庁 (police headquarters). Source: numbering data of '],
    ['it is official, by courtesy of', '0335814321', '警察庁オープンデータ'],
    ['it looks like the police', '0335810110', 'a block of the police'],
    ['it is protected', '0362029990', 'protected number: みらい銀行 (office.protectedNumbers of the configuration)'],
    ['it is an own one', '0312345670', "one of the office's own"],
    ['it is an extension', '201', 'internal'],
  ])('says when %s', async (_, number, told) => {
    expect((await list(`check ${number}`)).out).toContain(told);
  });

  it('says what becomes of an official number that is denied', async () => {
    await list('add deny 03*');
    expect((await list('check 0335814321')).out).toContain('never rejected: the caller is challenged');
  });

  it('says that nothing is done in observe mode', async () => {
    file('denwaban.yaml', `dataDir: ${join(home, 'data')}`, 'policy: { mode: observe }');
    expect((await list('check 110')).out).toContain('policy.mode is observe');
  });

  it('writes one JSON object a line', async () => {
    await list('add deny 0312345678');
    const [first, second] = jsonLines((await list('check 0312345678 0335814321 --json')).out);
    expect(first).toMatchObject({
      e164: '+81312345678',
      own: false,
      official: null,
      entries: [{ list: 'deny', by: 'number', state: 'speaks', place: 'store', source: 'manual' }],
      conclusion: 'rejected',
    });
    expect(second).toMatchObject({
      official: { kind: 'police-hq', credit: expect.any(Array) },
      conclusion: 'no-entry',
    });
  });

  it('speaks Japanese', async () => {
    expect((await list('check 0312345678', { language: 'ja' })).out).toContain('規則だけで判定します。');
  });

  it('refuses what is no number', async () => {
    expect(await list('check taro')).toMatchObject({
      code: 2,
      err: expect.stringContaining("'taro' is no telephone number"),
    });
  });
});

describe('the store', () => {
  it('that cannot be used is one clear error', async () => {
    file('data', 'in the way');
    const { code, err } = await list('show');
    expect(code).toBe(2);
    expect(err).toMatch(/^DENWABAN_STORE_UNAVAILABLE: The store of lists and memories cannot be used: .*denwaban\.db/);
  });

  it('that does not answer is one clear error, too', async () => {
    const redis = { env: { DENWABAN_CACHE_URL: 'redis://127.0.0.1:1' } };
    const { code, err } = await list('add deny 110', redis);
    expect(code).toBe(2);
    expect(err).toMatch(/^DENWABAN_STORE_UNAVAILABLE: .*not connected: /);
  });

  it('is that of the demo office when there is no configuration, and the command says so', async () => {
    const io = recordingIo({ env: { DENWABAN_DATA_DIR: join(home, 'demo'), DENWABAN_LANGUAGE: 'en' } });
    const folder = process.cwd();
    process.chdir(home);
    rmSync(join(home, 'denwaban.yaml'));
    try {
      expect(await run(['list', 'show'], io)).toBe(0);
    } finally {
      process.chdir(folder);
    }
    expect(io.written.err).toContain('No configuration file: this is about the demo office');
  });
});
