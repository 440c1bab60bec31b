import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../src/cli/program';
import { recordingIo } from './recording-io';

/** An INVITE to the demo office with the given From and further headers. */
function inviteFrom(from: string, ...headers: string[]): string {
  return [
    'INVITE sip:0312345670@192.0.2.1 SIP/2.0',
    'Via: SIP/2.0/UDP 192.0.2.9:5060;branch=z9hG4bK1',
    `From: ${from};tag=1`,
    'To: <sip:0312345670@192.0.2.1>',
    'Call-ID: call@192.0.2.9',
    'CSeq: 1 INVITE',
    ...headers,
    '',
    '',
  ].join('\r\n');
}

async function explain(invite: string, trunk: string, ...options: string[]) {
  const io = recordingIo({ input: invite });
  const code = await run(['explain', '--invite', '-', '--trunk', trunk, ...options], io);
  return { code, ...io.written };
}

const ordinary = inviteFrom('<sip:0362021111@ntt-east.ne.jp>', 'P-Asserted-Identity: <sip:0362021111@ntt-east.ne.jp>');
const withheld = inviteFrom(
  '"Anonymous" <sip:anonymous@anonymous.invalid>',
  'Privacy: id',
  'P-Asserted-Identity: <sip:0362021111@ntt-east.ne.jp>',
);
const fixedFromAbroad = inviteFrom('<sip:0362021111@gateway.example>');
const own = inviteFrom('<sip:0312345678@gateway.example>');

describe('explain judges an INVITE as a call', () => {
  it.each([
    ['an ordinary call', ordinary, 'hikari', 'ALLOW 0/40'],
    ['a withheld number', withheld, 'hikari', 'REJECT 433 withheld-by-user'],
    [
      'a fixed number on the gateway from abroad',
      fixedFromAbroad,
      'overseas',
      'SCREEN 80/40 domestic-fixed-from-abroad(+80)',
    ],
  ])('%s', async (_, invite, trunk, headline) => {
    const { code, out } = await explain(invite, trunk);
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe(headline);
  });

  it('tells the findings in a sentence each, the caller and the trunk', async () => {
    const { out } = await explain(fixedFromAbroad, 'overseas', '--lang', 'en');
    expect(out).toBe(
      [
        'SCREEN 80/40 domestic-fixed-from-abroad(+80)',
        '   +80  03****1111 is a landline number allocated to NTT East, but trunk "overseas" carries calls from abroad. [domestic-fixed-from-abroad]',
        '',
        'Caller: 03-6202-1111 (fixed, NTT East)',
        'Called: 03-1234-5670',
        'Trunk: overseas (international)',
        '',
      ].join('\n'),
    );
  });

  it('speaks the language of the office unless the operator chooses one', async () => {
    expect((await explain(ordinary, 'hikari')).out).toContain('発信者: 03-6202-1111');
    expect((await explain(ordinary, 'hikari', '--lang', 'en')).out).toContain('Caller: 03-6202-1111');
  });

  it('says on standard error when it judges for the demo office, since there is no configuration', async () => {
    expect((await explain(ordinary, 'hikari', '--json', '--lang', 'en')).err).toBe(
      'No configuration file: judged as the demo office would.\n',
    );
    expect((await explain(ordinary, 'hikari', '--config', 'denwaban.example.yaml')).err).toBe('');
  });

  it('gives the same as data with --json', async () => {
    const { out } = await explain(own, 'overseas', '--json', '--lang', 'en');
    const told = JSON.parse(out);
    expect(told).toMatchObject({
      verdict: 'screen',
      threshold: 40,
      decidedBy: 'score',
      caller: { presentation: 'presented', e164: '+81312345678', national: '0312345678', kind: 'fixed' },
      called: '0312345670',
      trunk: 'overseas',
    });
    expect(told.findings).toContainEqual({
      rule: 'own-number-from-outside',
      weight: 90,
      mode: 'enforce',
      text: expect.stringContaining('03****5678'),
    });
  });

  it.each([['--json'], ['--lang=en']])(
    'never shows a number that was withheld, though the network asserts it: %s',
    async (option) => {
      const { out } = await explain(withheld, 'hikari', option);
      expect(out).not.toMatch(/36202|1111/);
    },
  );

  it('lets nothing in the INVITE steer the terminal', async () => {
    const invite = inviteFrom('"\u001b[2JBank" <sip:0362021111@x.example>').replace(
      'To: <sip:03',
      'To: <sip:\u001b[2J03',
    );
    const { code, out } = await explain(invite, 'hikari');
    expect(code).toBe(0);
    expect(out).toContain('[2JBank');
    expect(out).not.toContain('\u001b');
  });

  it('heeds the entries of denwaban list', async () => {
    const home = mkdtempSync(join(tmpdir(), 'denwaban-explain-'));
    const config = join(home, 'c.yaml');
    writeFileSync(config, `dataDir: ${join(home, 'data')}\ntrunks: { a: {} }\n`);
    const verdict = async () => (await explain(ordinary, 'a', '--config', config)).out.split('\n')[0];
    expect(await verdict()).toBe('ALLOW 0/40');
    await run(['list', 'add', 'deny', '03-6202-1111', '--config', config], recordingIo());
    expect(await verdict()).toBe('REJECT 607 deny-entry');
    rmSync(home, { recursive: true });
  });

  it('judges at the time given: a list entry has ended by then', async () => {
    const home = mkdtempSync(join(tmpdir(), 'denwaban-explain-'));
    const config = join(home, 'c.yaml');
    writeFileSync(
      config,
      'trunks: { a: {} }\nlists: [{ list: deny, number: 0362021111, expires: 2026-05-01T00:00:00+09:00 }]\n',
    );
    const at = (time: string) => explain(ordinary, 'a', '--config', config, '--at', time);
    expect((await at('2026-04-30T23:59:59+09:00')).out).toMatch(/^REJECT 607 deny-entry/);
    expect((await at('2026-05-01T00:00:00+09:00')).out).toMatch(/^ALLOW/);
    rmSync(home, { recursive: true });
  });

  it('knows the source address when it is told', async () => {
    const home = mkdtempSync(join(tmpdir(), 'denwaban-explain-'));
    const config = join(home, 'c.yaml');
    writeFileSync(config, 'trunks: { a: { peers: [192.0.2.0/24] } }\n');
    const from = (peer: string) => explain(ordinary, 'a', '--config', config, '--peer', peer);
    expect((await from('192.0.2.9:5060')).out).toMatch(/^ALLOW/);
    expect((await from('198.51.100.9')).out).toMatch(/^SCREEN 100\/40 peer-off-list/);
    rmSync(home, { recursive: true });
  });
});

describe('explain takes what the INVITE itself cannot say', () => {
  const home = mkdtempSync(join(tmpdir(), 'denwaban-explain-'));
  const memory = join(home, 'memory.json');
  const remembering = (text: string, ...options: string[]) => {
    writeFileSync(memory, text);
    return explain(ordinary, 'hikari', '--memory', memory, ...options);
  };
  afterAll(() => rmSync(home, { recursive: true }));

  it.each([
    ['nothing at all', '{}', 'ALLOW 0/40'],
    ['a withheld call just turned away', '{"withheldJustRejected":true}', 'ALLOW -20/40 redialled-with-number(-20)'],
    ['a known caller', '{"caller":{"standing":"known","since":"2026-01-05"}}', 'ALLOW -40/40 known-caller(-40)'],
    [
      'a caller who used to come from elsewhere',
      '{"caller":{"standing":"origin-changed","usualOrigins":[{"trunk":"ip050"}]}}',
      'SCREEN 50/40 known-caller-origin-changed(+50)',
    ],
    [
      'a flood on the trunk',
      '{"trunk":{"flood":{"sign":"new-callers","limit":20}}}',
      'ALLOW 30/40 many-callers-one-trunk(+30)',
    ],
    ['an emergency call', '{"office":{"emergencyDialled":"119"}}', 'ALLOW 0/40 emergency-call-back'],
  ])('what earlier calls left behind: %s', async (_, text, headline) => {
    const { code, out } = await remembering(text);
    expect({ code, headline: out.split('\n')[0] }).toEqual({ code: 0, headline });
  });

  it.each([
    ['no JSON', '{"caller":', 'it is no JSON: '],
    ['no memory', '[]', 'must be a group of `name: value` lines'],
    ['a part that is unknown', '{"calller":{}}', 'calller: there is no setting "calller"; did you mean "caller"?'],
    [
      'a standing that is none',
      '{"caller":{"standing":"knwon"}}',
      'caller.standing: must be one of stranger, seen, known',
    ],
    ['a date that is none', '{"caller":{"since":"yesterday"}}', 'caller.since: must be a date as YYYY-MM-DD'],
    ['a number for a truth', '{"trunk":{"alwaysAsserts":1}}', 'trunk.alwaysAsserts: must be true or false'],
  ])('and says what is wrong with it: %s', async (_, text, told) => {
    const { code, out, err } = await remembering(text, '--lang', 'en');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`DENWABAN_MEMORY_INVALID: The memory file ${memory} cannot be used:\n`);
    expect(err).toContain(told);
  });

  it.each([
    ['success:A', 'ALLOW -30/40 fully-attested(-30)'],
    ['success:C', 'ALLOW 15/40 attested-by-gateway(+15)'],
    ['cert_not_trusted', 'SCREEN 70/40 verification-failed(+70)'],
  ])("the exchange's result of verifying a signature: %s", async (result, headline) => {
    expect((await explain(ordinary, 'hikari', '--shaken', result)).out.split('\n')[0]).toBe(headline);
  });
});

describe('explain ends with 2 when it cannot judge', () => {
  it.each([
    [
      'the trunk is unknown',
      ordinary,
      ['--trunk', 'oversea'],
      'DENWABAN_TRUNK_UNKNOWN: There is no trunk "oversea" in the configuration. Did you mean "overseas"? Known: hikari, ip050, overseas, onnet, internal.',
    ],
    [
      'the file is not there',
      ordinary,
      ['--invite', '/nowhere/a.sip'],
      'DENWABAN_FILE_UNREADABLE: The file /nowhere/a.sip cannot be read: there is no such file.',
    ],
    [
      'the text is no INVITE',
      'OPTIONS sip:a@b SIP/2.0\n\n',
      [],
      'DENWABAN_NOT_AN_INVITE: This is no SIP INVITE: OPTIONS sip:a@b SIP/2.0.',
    ],
    [
      'the time is none',
      ordinary,
      ['--at', '5'],
      'DENWABAN_USAGE: --at must be a time in ISO 8601, e.g. 2027-03-31T09:00:00+09:00.',
    ],
    [
      'the result of a verification is none',
      ordinary,
      ['--shaken', 'success:D'],
      'DENWABAN_USAGE: --shaken must be the result of the STIR/SHAKEN verification, e.g. success:A or cert_not_trusted.',
    ],
    [
      'the memory is not there',
      ordinary,
      ['--memory', '/nowhere/memory.json'],
      'DENWABAN_FILE_UNREADABLE: The file /nowhere/memory.json cannot be read: there is no such file.',
    ],
    [
      'the source address is none',
      ordinary,
      ['--peer', 'sbc.example'],
      'DENWABAN_USAGE: --peer must be an IP address, e.g. 192.0.2.10 or 192.0.2.10:5060.',
    ],
  ])('%s', async (_, invite, options, told) => {
    const { code, out, err } = await explain(invite, 'hikari', ...options);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(told);
  });
});
