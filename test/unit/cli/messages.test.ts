import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../src/cli/program';
import { callerId } from '../../../src/journal/caller-id';
import { JsonlJournal } from '../../../src/journal/jsonl-journal';
import { RecordingShelf, recordingsFolder } from '../../../src/recordings/shelf';
import { openSecretKey } from '../../../src/store/secret-key';
import { decision } from '../journal/decisions';
import { recordingIo } from './recording-io';

const now = Date.parse('2026-04-01T12:00:00Z');
const minutes = 60_000;
const [older, newer] = ['3f0c8f0e-8a3b-4b5f-9d0e-2f6a1c7b8d90', '3f0c8f0e-8a3b-4b5f-9d0e-2f6a1c7b8d91'];
const halfASecond = new Int16Array(4_000);

let home: string;
let dataDir: string;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'denwaban-messages-'));
  dataDir = join(home, 'data');
  writeFileSync(join(home, 'denwaban.yaml'), `dataDir: ${dataDir}\n`);
  const key = openSecretKey(dataDir);
  const journal = new JsonlJournal({ folder: join(dataDir, 'journal'), now: () => now, tell: () => undefined });
  const { caller } = decision();
  const known = { ...caller, id: callerId('+81312349999', key), masked: '03****9999' };
  journal.record(decision({ id: older, at: new Date(now - 90 * minutes).toISOString(), caller: known }));
  journal.record(decision({ id: newer, at: new Date(now - 5 * minutes).toISOString(), caller: known }));
  await journal.close();
  const shelf = new RecordingShelf(recordingsFolder(dataDir));
  for (const [id, kind, at] of [
    [older, 'message', now - 80 * minutes],
    [newer, 'name', now - 4 * minutes],
  ] as const) {
    const { file } = await shelf.keep(id, kind, halfASecond, { startMs: 0, endMs: 500 });
    utimesSync(shelf.path(file), at / 1000, at / 1000);
  }
});
afterEach(() => rmSync(home, { recursive: true }));

async function denwaban(...args: string[]) {
  const io = recordingIo({ now: () => now });
  const code = await run([...args, '--config', join(home, 'denwaban.yaml')], io);
  return { code, ...io.written };
}

const idsIn = (jsonLines: string) =>
  jsonLines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).id);

describe('denwaban messages', () => {
  it('lists what was said beside who called, the newest first', async () => {
    const { code, out } = await denwaban('messages');
    expect(code).toBe(0);
    expect(out).toMatch(/name 0\.5 s {2}03\*{4}9999[\s\S]*message 0\.5 s {2}03\*{4}9999/);
    expect(out).not.toContain('12349999');
    expect(out).toContain(join(dataDir, 'recordings', `${older}-message.wav`));
  });

  it('lists those since a time, as records', async () => {
    expect(idsIn((await denwaban('messages', '--json')).out)).toEqual([newer, older]);
    expect(idsIn((await denwaban('messages', '--json', '--since', '30m')).out)).toEqual([newer]);
  });

  it('removes one, and says when there is none', async () => {
    expect(await denwaban('messages', '--delete', older)).toMatchObject({ code: 0, out: `${older}\n` });
    expect(existsSync(join(dataDir, 'recordings', `${older}-message.wav`))).toBe(false);
    const again = await denwaban('messages', '--delete', older);
    expect(again).toMatchObject({ code: 2, err: expect.stringContaining('there is no recording with the id') });
  });

  it('has nothing left of a number that was forgotten', async () => {
    expect((await denwaban('forget', '0312349999')).code).toBe(0);
    expect(await denwaban('messages')).toMatchObject({ code: 0, out: '', err: 'Nothing was recorded.\n' });
  });
});
