import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../src/cli/program';
import { recordingIo } from './recording-io';

const noon = Date.parse('2026-04-01T03:00:00Z');
const hour = 3_600_000;
let home: string;
let config: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'denwaban-disaster-'));
  config = join(home, 'denwaban.yaml');
  writeFileSync(config, `dataDir: ${join(home, 'data')}\n`);
});
afterEach(() => rmSync(home, { recursive: true }));

async function disaster(args: readonly string[], at = noon) {
  const io = recordingIo({ now: () => at });
  const code = await run(['disaster', ...args, '--config', config], io);
  return { code, ...io.written };
}
const status = async (at = noon) => JSON.parse((await disaster(['status', '--json'], at)).out);

describe('denwaban disaster', () => {
  it('is off in the beginning', async () => {
    expect(await disaster(['status'])).toEqual({
      code: 0,
      err: '',
      out: 'Off: calls without a number are treated as the configuration says.\n',
    });
  });

  it.each([
    ['--for', '2h'],
    ['--until', '2026-04-01T05:00:00Z'],
  ])('is switched on with %s %s, and ends by itself', async (option, value) => {
    const { code, out } = await disaster(['on', option, value, '--reason', 'earthquake']);
    expect(code).toBe(0);
    expect(out).toMatch(/^On: until .+ Reason: earthquake\n$/);
    expect(await status(noon + hour)).toEqual({
      on: true,
      since: '2026-04-01T03:00:00.000Z',
      until: '2026-04-01T05:00:00.000Z',
      reason: 'earthquake',
    });
    expect(await status(noon + 2 * hour)).toEqual({ on: false });
  });

  it('is prolonged without beginning anew', async () => {
    await disaster(['on', '--for', '1h']);
    await disaster(['on', '--for', '3h'], noon + hour / 2);
    expect(await status(noon + 3 * hour)).toMatchObject({ on: true, since: '2026-04-01T03:00:00.000Z' });
  });

  it('is switched off, also when it is not on', async () => {
    await disaster(['on', '--for', '1h']);
    expect((await disaster(['off'])).code).toBe(0);
    expect(await status()).toEqual({ on: false });
    expect((await disaster(['off'])).code).toBe(0);
  });

  it.each([
    ['no end', [], 'say how long'],
    ['two ends', ['--for', '1h', '--until', '2026-04-02'], 'cannot be used with'],
    ['an end in the past', ['--until', '2026-03-31'], 'to come'],
    ['an end too far away', ['--for', '31d'], '30 days at most'],
    ['no time at all', ['--for', 'ever'], 'must be a while'],
  ])('is refused with %s', async (_what, args, told) => {
    const { code, err } = await disaster(['on', ...args]);
    expect(code).toBe(2);
    expect(err).toContain(told);
    expect(await status()).toEqual({ on: false });
  });
});
