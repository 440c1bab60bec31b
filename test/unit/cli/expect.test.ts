import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../src/cli/program';
import { numbers } from '../screening/evidence';
import { recordingIo } from './recording-io';

const noon = Date.parse('2026-04-01T03:00:00Z');
const minute = 60_000;
let home: string;
let config: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'denwaban-expect-'));
  config = join(home, 'denwaban.yaml');
  writeFileSync(config, `dataDir: ${join(home, 'data')}\n`);
});
afterEach(() => rmSync(home, { recursive: true }));

async function expectCall(args: readonly string[], at = noon, language: 'ja' | 'en' = 'en') {
  const io = recordingIo({ now: () => at, env: { LOGNAME: 'sato' }, language });
  const code = await run(['expect', ...args, '--config', config], io);
  return { code, ...io.written };
}
const listed = async (at = noon) => JSON.parse((await expectCall(['--json'], at)).out);
const since = '2026-04-01T03:00:00.000Z';

describe('denwaban expect', () => {
  it('waits for nobody in the beginning', async () => {
    expect(await expectCall([])).toEqual({ code: 0, err: '', out: 'No call is waited for.\n' });
    expect(await listed()).toEqual([]);
  });

  it.each([
    [numbers.bank, { kind: 'number', number: '04****9999', once: false }],
    ['+81-422-26-9999', { kind: 'number', number: '04****9999', once: false }],
    ['any', { kind: 'any', number: null, once: false }],
    ['withheld', { kind: 'withheld', number: null, once: true }],
  ])('%s: for half an hour, with who said so and why', async (whom, calls) => {
    const made = { ...calls, since, until: '2026-04-01T03:30:00.000Z', by: 'sato', reason: 'bank' };
    const { code, out } = await expectCall([whom, '--reason', 'bank', '--json']);
    expect({ code, made: JSON.parse(out) }).toEqual({ code: 0, made });
    expect(await listed(noon + 30 * minute - 1)).toEqual([made]);
    expect(await listed(noon + 30 * minute)).toEqual([]);
  });

  it.each([
    [
      numbers.bank,
      /^Calls from 0422-26-9999 are let through unasked until .+\.\n$/,
      /^until .+ {2}calls from 04\*{4}9999 {2}sato {2}bank\n$/,
    ],
    ['any', /^A call from anywhere is waited for until .+\n$/, /a call from anywhere \(any\) {2}sato/],
    ['withheld', /^The next call without a number is let through, once, until .+\n$/, /the next call without a number/],
  ])('%s is told, and listed', async (whom, told, shown) => {
    expect((await expectCall([whom, '--reason', 'bank'])).out).toMatch(told);
    expect((await expectCall([])).out).toMatch(shown);
  });

  it('speaks Japanese, too', async () => {
    expect((await expectCall(['withheld'], noon, 'ja')).out).toContain('番号のない電話を一度だけ通します。');
    expect((await expectCall([], noon, 'ja')).out).toContain('番号のない電話 (withheld)');
  });

  it.each([
    ['--for', '2h'],
    ['--until', '2026-04-01T05:00:00Z'],
  ])('lasts as long as %s %s says', async (option, value) => {
    await expectCall(['any', option, value]);
    expect(await listed()).toMatchObject([{ until: '2026-04-01T05:00:00.000Z' }]);
  });

  it('said twice is said once, and the last word counts', async () => {
    await expectCall([numbers.bank, '--for', '2h']);
    await expectCall(['+81422269999', '--for', '10m']);
    expect(await listed()).toMatchObject([{ until: '2026-04-01T03:10:00.000Z' }]);
  });

  it('is ended early, also where nobody waited, and leaves the others', async () => {
    await expectCall([numbers.bank]);
    await expectCall(['any']);
    expect(await expectCall([numbers.bank, '--end'])).toEqual({
      code: 0,
      err: '',
      out: 'calls from 0422-26-9999: not waited for.\n',
    });
    expect(await listed()).toMatchObject([{ kind: 'any' }]);
    expect((await expectCall(['withheld', '--end', '--json'])).out).toBe(
      '{"kind":"withheld","number":null,"expected":false}\n',
    );
    await expectCall(['any', '--end']);
    expect(await listed()).toEqual([]);
  });

  it('has room for fifty, and for what is said of one of them again', async () => {
    for (let index = 0; index < 50; index++) await expectCall([`04222${String(index).padStart(5, '0')}`]);
    expect((await expectCall(['0422200007', '--for', '1h'])).code).toBe(0);
    const { code, err } = await expectCall(['any']);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('50 calls can be waited for') });
    expect(await listed()).toHaveLength(50);
  });

  it.each([
    ['a day too far away', ['any', '--for', '25h'], '24 hours at most'],
    ['an end in the past', ['any', '--until', '2026-03-31'], 'to come'],
    ['two ends', ['any', '--for', '1h', '--until', '2026-04-02'], 'cannot be used with'],
    ['an end and its time', ['any', '--end', '--for', '1h'], 'cannot be used with'],
    ['no time at all', ['any', '--for', 'ever'], 'must be a while'],
    ['what is no number', ['anybody'], "'anybody' is no telephone number"],
    ['nobody named', ['--for', '1h'], 'name a number'],
    ['nobody whose call is to be waited for no longer', ['--end'], 'name a number'],
  ])('is refused with %s', async (_what, args, told) => {
    const { code, out, err } = await expectCall(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(told);
    expect(await listed()).toEqual([]);
  });
});
