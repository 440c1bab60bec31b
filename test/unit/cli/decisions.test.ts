import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../src/cli/program';
import { callerId } from '../../../src/journal/caller-id';
import { JsonlJournal } from '../../../src/journal/jsonl-journal';
import { openSecretKey } from '../../../src/store/secret-key';
import { decision, sequel, staffAction } from '../journal/decisions';
import { recordingIo } from './recording-io';

const home = mkdtempSync(join(tmpdir(), 'denwaban-decisions-'));
const dataDir = join(home, 'data');
const config = join(home, 'denwaban.yaml');

beforeAll(async () => {
  writeFileSync(config, `dataDir: ${dataDir}\n`);
  const key = openSecretKey(dataDir);
  const now = () => Date.parse('2026-04-01T00:30:00Z');
  const journal = new JsonlJournal({ folder: join(dataDir, 'journal'), now, tell: () => undefined });
  const { caller } = decision();
  const known = { ...caller, id: callerId('+81312349999', key), masked: '03****9999' };
  journal.record(
    decision({ id: 'a', at: '2026-03-31T22:00:00Z', verdict: 'reject', outcome: 'refused', sipCode: 603 }),
  );
  journal.record(decision({ id: 'b', at: '2026-03-31T23:00:00Z', caller: known }));
  journal.record(decision({ id: 'c', at: '2026-04-01T00:30:00Z' }));
  journal.record(sequel({ decision: 'c', at: '2026-04-01T00:31:00Z' }));
  journal.record(staffAction({ id: 'd', at: '2026-04-01T00:32:00Z' }));
  await journal.close();
});
afterAll(() => rmSync(home, { recursive: true }));

async function decisions(...args: string[]) {
  const io = recordingIo();
  const code = await run(['decisions', '--config', config, ...args], io);
  return { code, ...io.written };
}

async function ids(...args: string[]): Promise<string[]> {
  const { out } = await decisions('--json', ...args);
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .map(({ record, id }) => id ?? record);
}

describe('denwaban decisions', () => {
  it('shows the decisions for people', async () => {
    const { code, out, err } = await decisions();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.match(/hikari → 0312340000/g)).toHaveLength(3);
    expect(out).toContain('refused (603)');
  });

  it('speaks Japanese when it is asked to', async () => {
    expect((await decisions('--lang', 'ja')).out).toContain('断った (603)');
  });

  // Now is one o'clock in Greenwich.
  it.each<[string[], string[]]>([
    [[], ['a', 'b', 'c', 'sequel', 'd']],
    [
      ['--last', '2'],
      ['c', 'sequel', 'd'],
    ],
    [['-n', '0'], []],
    [['--verdict', 'reject'], ['a']],
    [
      ['--since', '2h'],
      ['b', 'c', 'sequel', 'd'],
    ],
    [['--since', '2h', '--last', '1'], ['d']],
    [
      ['--since', '2026-04-01T00:00:00Z'],
      ['c', 'sequel', 'd'],
    ],
    [['--number', '03-1234-9999'], ['b']],
    [['--number', '+81312349999'], ['b']],
    [['--number', '0312340000'], []],
  ])('with %j gives %j', async (args, expected) => {
    expect(await ids(...args)).toEqual(expected);
  });

  it('shows what came of a call, and what staff did', async () => {
    const { out } = await decisions('--lang', 'ja');
    expect(out).toContain('\n      → 名乗りあり (2 秒) → 応対した\n');
    expect(out).toContain('電話機 201  06****9999  拒否リストに載せた');
  });

  it('says so when there is none', async () => {
    expect(await decisions('--verdict', 'screen')).toEqual({ code: 0, out: '', err: 'No such decision.\n' });
  });

  it.each([
    [['--verdict', 'maybe'], 'maybe'],
    [['--last', 'many'], 'many'],
    [['--last', '-1'], '-1'],
    [['--since', 'yesterday'], 'yesterday'],
    [['--number', 'Taro'], 'Taro'],
    [['--config', join(home, 'absent.yaml')], 'absent.yaml'],
    [['--colour'], '--colour'],
  ])('does not understand %j, and says what', async (args, named) => {
    const { code, out, err } = await decisions(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^DENWABAN_/);
    expect(err).toContain(named);
  });

  it('follows until the reader goes', async () => {
    const reader = new AbortController();
    const io = recordingIo({ readerGone: reader.signal });
    const running = run(['decisions', '--config', config, '--json', '--last', '2', '--follow'], {
      ...io,
      out: (text) => {
        io.out(text);
        reader.abort();
      },
    });
    expect(await running).toBe(0);
    expect(JSON.parse(io.written.out.split('\n')[0] ?? '').id).toBe('c');
  });
});
