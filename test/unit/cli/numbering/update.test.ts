import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../../src/cli/program';
import { openSnapshot, readSnapshot } from '../../../../src/cli/snapshot';
import { encodeSnapshot } from '../../../../src/numbering/snapshot-encode';
import type { FixedRow } from '../../../support/workbooks';
import { fixedSheet, inShiftJis, matrixSheet, workbook } from '../../../support/workbooks';
import { row, snapshot, table } from '../../numbering/update/small-world';
import { recordingIo } from '../recording-io';

const fixtures = join(__dirname, '../../../fixtures/ministry');

/** Data as of 2098 are younger than any that ship, and are therefore in use. */
const before = encodeSnapshot(
  snapshot(
    [
      table('0', '2098-01', true, {
        ...row('011200', 2, 'ntt-east'),
        '011216': 'unused',
        '033200': 'ntt-east',
        '034200': 'softbank',
        '042220': 'unused',
        '066123': 'kddi',
      }),
      table('050', '2024-09', false, row('0501000', 10, 'softbank')),
    ],
    { date: '2098-01-01' },
  ),
);

let office = '';
let updated = '';
const folders: string[] = [];

beforeEach(() => {
  office = mkdtempSync(join(tmpdir(), 'denwaban-office-'));
  updated = join(office, 'numbering.txt');
  writeFileSync(updated, before);
  folders.push(office);
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A folder with the page and the workbooks of the fixtures, and whatever else it is to have, or not. */
function publication(changed: Readonly<Record<string, Buffer | null>> = {}, date = '2098年2月1日'): string {
  const folder = mkdtempSync(join(tmpdir(), 'denwaban-published-'));
  folders.push(folder);
  for (const name of readdirSync(fixtures)) copyFileSync(join(fixtures, name), join(folder, name));
  writeFileSync(join(folder, 'number_shitei.html'), inShiftJis(`<p>指定状況は、${date}時点のものです。</p>`));
  for (const [name, bytes] of Object.entries(changed)) {
    if (bytes === null) rmSync(join(folder, name));
    else writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

async function update(from: string, ...args: string[]) {
  const io = recordingIo({ env: { DENWABAN_DATA_DIR: office }, now: () => Date.parse('2098-02-10T00:00:00Z') });
  const code = await run(['numbering', 'update', '--from', from, ...args], io);
  return { code, ...io.written };
}

const inUse = () => readFileSync(updated, 'utf8');
const numbering = () => openSnapshot(readSnapshot(updated), updated);

describe('denwaban numbering update', () => {
  it('takes the tables over and reports block by block what changed', async () => {
    const { code, out, err } = await update(publication());
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n').slice(0, 20)).toEqual([
      'Changes to the numbering data (2098-01-01 → 2098-02-01)',
      'landlines  2098-01 → 2098-02-01',
      '  opened       40',
      '    011234            – → rakuten-mobile',
      '    011300            – → jcom',
      '    022200            – → arteria',
      '    022204            – → softbank',
      '    022211            – → ntt-east',
      '    022220            – → jcom',
      '    022702            – → kddi',
      '    033100            – → 東京テレメッセージ',
      '    and 30 more (--json has all)',
      '  closed       1',
      '    066123            kddi → –',
      '  moved        1',
      '    034200            softbank → kddi',
      '  relisted     18',
      '050  2024-09 → 2098-02-01',
      '  opened       1',
      '    0501011           – → kddi',
    ]);
    expect(out).toContain(`Written to ${updated}.`);
    expect(numbering().lookUp('0342000000').carrier?.id).toBe('kddi');
    expect(numbering().lookUp('0361230000').status).toBe('unlisted');
    expect(numbering().lookUp('0501012345')).toMatchObject({ carrier: null });
    expect(numbering().lookUp('05010190000').status).toBe('unlisted');
  });

  it('says everything as data, too', async () => {
    const { out } = await update(publication(), '--json');
    expect(JSON.parse(out)).toMatchObject({
      file: updated,
      date: { from: '2098-01-01', to: '2098-02-01' },
      changes: [
        { table: '0', moved: [{ first: '034200', last: '034200', blocks: 1, from: 'softbank', to: 'kddi' }] },
        { table: '050', asOf: { from: '2024-09', to: '2098-02-01' }, complete: { from: false, to: true } },
        { table: '090', asOf: { from: null, to: '2098-02-01' } },
        { table: '00', closed: [{ first: '0077', from: 'kddi', to: null }] },
      ],
      newCarriers: expect.arrayContaining([{ id: 'ntt-west', name: '西日本電信電話株式会社' }]),
      refused: [],
      written: true,
    });
  });

  it('changes nothing the second time', async () => {
    const folder = publication();
    await update(folder);
    const once = inUse();
    const { code, out } = await update(folder);
    expect({ code, out, now: inUse() }).toEqual({ code: 0, out: 'Nothing changed.\n', now: once });
  });

  it('takes over the day for which the ministry confirms what is the same', async () => {
    await update(publication());
    const { out } = await update(publication({}, '2098年3月1日'));
    expect(out).toContain('landlines  2098-02-01 → 2098-03-01\n  no block changed\n');
    expect(numbering().snapshot.date).toBe('2098-03-01');
  });

  it('writes nothing when it is only to show what would change', async () => {
    const { out } = await update(publication(), '--dry-run');
    expect(out).toContain('moved        1');
    expect(out).toContain('nothing was written');
    expect(inUse()).toBe(before);
  });

  it('leaves no other file behind', async () => {
    await update(publication());
    expect(readdirSync(office)).toEqual(['numbering.txt']);
  });

  it('leaves older tables than those in use where they are', async () => {
    const { code, out } = await update(publication({}, '2097年12月1日'));
    expect(code).toBe(0);
    expect(out).toContain('landlines: the table of 2097-12-01 is older than the one in use, which stays\n');
    expect(numbering().snapshot.date).toBe('2098-01-01');
    expect(numbering().lookUp('05010110000').carrier?.id).toBe('kddi');
  });

  it('takes the newer of two issues, and says which files it did not need', async () => {
    const rows: FixedRow[] = [['577', '', '092320', '092', '320', 'ＫＤＤＩ株式会社', '使用中']];
    const { out } = await update(
      publication({
        '001090880.xls': workbook({ 公開データ: fixedSheet('令和8年9月1日', rows) }, 'biff8'),
        'mnc.xlsx': workbook({ Sheet1: [['端末設備識別番号']] }, 'xlsx'),
      }),
    );
    expect(out).toContain('Not used here: mnc.xlsx\nSuperseded by newer issues: 000124078.xls\n');
    expect(numbering().lookUp('0923200000').carrier?.id).toBe('kddi');
  });
});

describe('tables that cannot be believed change nothing, and the reason is told', () => {
  const cut = readFileSync(join(fixtures, '000124072.xls')).subarray(0, 2_000);
  const fewer = workbook({ Sheet1: matrixSheet('令和6年9月2日', { '050100': ['ソフトバンク'] }) }, 'xlsx');
  const stray = workbook({ Sheet1: matrixSheet('令和6年9月2日', { '050100': ['KDDI'], '09010': ['KDDI'] }) }, 'xlsx');

  it.each<[string, Parameters<typeof publication>, string]>([
    ['a workbook is cut', [{ '000124072.xls': cut }], '000124072.xls: is cut or damaged'],
    ['a workbook is an error page', [{ '000124072.xls': Buffer.from('<html>502') }], '000124072.xls: is no workbook'],
    [
      'one of the nine is missing',
      [{ '000124075.xls': null }],
      'landlines: no workbook of the numbers that begin with 06.',
    ],
    [
      'a matrix has rows of another',
      [{ '000697573.xlsx': stray }],
      '000697573.xlsx: row 6: a number of another table (09010)',
    ],
    ['they are of a day to come', [{}, '令和90年9月1日'], 'landlines: it says to be of 2108-09-01, which is to come'],
    ['a table shrank', [{ '000697573.xlsx': fewer }], '050: blocks listed shrank from 10 to 1 (−90.0%)'],
  ])('%s', async (_, published, reason) => {
    const { code, err } = await update(publication(...published));
    expect({ code, now: inUse() }).toEqual({ code: 2, now: before });
    expect(err).toContain('DENWABAN_TABLES_REFUSED');
    expect(err).toContain(`\n${reason}`);
  });

  it('with all that would have changed', async () => {
    const { out } = await update(publication({ '000697573.xlsx': fewer }));
    expect(out).toContain('  closed       9\n    0501001–0501009   softbank → –\n');
  });

  it('as data, when data are wanted', async () => {
    const { code, out } = await update(publication({ '000697573.xlsx': fewer }), '--json');
    expect([code, JSON.parse(out)]).toMatchObject([
      2,
      { written: false, refused: [{ kind: 'shrunken', table: '050', counted: 'listed', before: 10, after: 1 }] },
    ]);
  });

  it('but one that shrank is taken when it must', async () => {
    const { code } = await update(publication({ '000697573.xlsx': fewer }), '--force');
    expect(code).toBe(0);
    expect(numbering().lookUp('05010010000').status).toBe('unlisted');
  });

  it('and a damaged one not even then', async () => {
    const { code } = await update(publication({ '000124072.xls': cut }), '--force');
    expect([code, inUse()]).toEqual([2, before]);
  });
});

describe('where the tables come from', () => {
  it('is told when there is nothing', async () => {
    const { code, err } = await update(office);
    expect(code).toBe(2);
    expect(err).toContain(`DENWABAN_TABLES_MISSING: ${office} has none of the ministry's tables`);
  });

  it('may hold other workbooks only', async () => {
    const other = join(office, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'mnc.xlsx'), workbook({ Sheet1: [['端末設備識別番号']] }, 'xlsx'));
    expect((await update(other)).err).toContain('DENWABAN_TABLES_MISSING');
  });

  it('may be a page on the web, whose links are followed', async () => {
    const folder = publication();
    const files = readdirSync(folder).filter((name) => /xlsx?$/.test(name));
    const links = files.map((name) => `<li><a href="/main_content/${name}">Excel</a></li>`).join('');
    const html = inShiftJis(`<p>指定状況は、2098年2月1日時点のものです。</p>${links}`);
    const server: Server = createServer(({ url = '' }, response) => {
      response.end(url === '/page.html' ? html : readFileSync(join(folder, url.replace('/main_content/', ''))));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { code, err } = await update(`http://127.0.0.1:${(server.address() as AddressInfo).port}/page.html`);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(code).toBe(0);
    expect(err.split('\n')).toHaveLength(files.length + 1);
    expect(err).toMatch(/^fetching 1\/12: http:\S+\/main_content\/000124070.xls\n/);
    expect(numbering().snapshot.date).toBe('2098-02-01');
  });
});

it('data that cannot be written are told as such, and those in use stay', async () => {
  rmSync(office, { recursive: true });
  writeFileSync(office, 'a file in place of the folder');
  const { code, err } = await update(publication({}, '2026年12月1日'), '--force');
  expect(code).toBe(2);
  expect(err).toContain('DENWABAN_NUMBERING_UNWRITABLE');
  expect(existsSync(updated)).toBe(false);
});
