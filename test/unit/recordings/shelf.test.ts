import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RecordingKind, RecordingShelf } from '../../../src/recordings/shelf';
import { readWav } from '../../../src/recordings/wav';

const id = '3f0c8f0e-8a3b-4b5f-9d0e-2f6a1c7b8d90';
const other = '3f0c8f0e-8a3b-4b5f-9d0e-2f6a1c7b8d91';
const samples = Int16Array.from({ length: 16_000 }, (_, index) => index);
const span = { startMs: 500, endMs: 1_500 };
const day = 86_400_000;
const now = Date.parse('2026-04-30T12:00:00Z');

let home: string;
let folder: string;
let shelf: RecordingShelf;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'denwaban-shelf-'));
  folder = join(home, 'data', 'recordings');
  shelf = new RecordingShelf(folder);
});
afterEach(() => rmSync(home, { recursive: true }));

async function keepAged(decision: string, kind: RecordingKind, days: number): Promise<void> {
  const { file } = await shelf.keep(decision, kind, samples, span);
  age(file, days);
}

function age(file: string, days: number): void {
  const at = (now - days * day) / 1000;
  utimesSync(join(folder, file), at, at);
}

describe('the shelf', () => {
  it('keeps the spoken part beside the decision', async () => {
    expect(await shelf.keep(id, 'name', samples, span)).toEqual({ file: `${id}-name.wav`, seconds: 1 });
    expect(readWav(readFileSync(join(folder, `${id}-name.wav`)))).toEqual(samples.slice(4_000, 12_000));
  });

  it('is for the service only to read', async () => {
    const { file } = await shelf.keep(id, 'message', samples, span);
    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
    expect([mode(folder), mode(shelf.path(file))]).toEqual(['700', '600']);
  });

  it('replaces what was kept before, and leaves nothing unfinished', async () => {
    await shelf.keep(id, 'name', samples, span);
    await shelf.keep(id, 'name', samples, { startMs: 0, endMs: 100 });
    expect(readdirSync(folder)).toEqual([`${id}-name.wav`]);
    expect(await shelf.list()).toMatchObject([{ seconds: 0.1 }]);
  });

  it.each(['../../etc/passwd', '..', '', 'a/b', `${id}/x`, `../${id}`, 'x'.repeat(36)])(
    'has no place for the id %j',
    async (decision) => {
      await expect(shelf.keep(decision, 'name', samples, span)).rejects.toThrow('no id of a decision');
      expect(await shelf.remove(decision, 'name')).toBe(false);
      expect(existsSync(folder)).toBe(false);
    },
  );

  it('rejects when the disk is full, and leaves what was there', async () => {
    await shelf.keep(id, 'message', samples, span);
    symlinkSync('/dev/full', join(folder, `${id}-message.wav.new`));
    await expect(shelf.keep(id, 'message', samples, { startMs: 0, endMs: 10 })).rejects.toThrow('ENOSPC');
    expect(readdirSync(folder)).toEqual([`${id}-message.wav`]);
    expect(await shelf.list()).toMatchObject([{ seconds: 1 }]);
  });

  it('lists the newest first, and nothing that is not its own', async () => {
    await keepAged(id, 'name', 2);
    await keepAged(other, 'message', 1);
    writeFileSync(join(folder, 'notes.wav'), 'rubbish');
    writeFileSync(join(folder, `${id}-message.wav.new`), 'half');
    expect(await shelf.list()).toEqual([
      { decision: other, kind: 'message', path: join(folder, `${other}-message.wav`), seconds: 1, at: now - day },
      { decision: id, kind: 'name', path: join(folder, `${id}-name.wav`), seconds: 1, at: now - 2 * day },
    ]);
  });

  it('is empty before anything was kept', async () => {
    expect(await shelf.list()).toEqual([]);
    expect(await shelf.sweep(now, 30)).toBe(0);
    expect(await shelf.remove(id, 'name')).toBe(false);
  });

  it('removes one of two', async () => {
    await shelf.keep(id, 'name', samples, span);
    await shelf.keep(id, 'message', samples, span);
    expect(await shelf.remove(id, 'name')).toBe(true);
    expect(readdirSync(folder)).toEqual([`${id}-message.wav`]);
  });

  it('is swept of what was kept long enough, and of what was never finished', async () => {
    await keepAged(id, 'name', 30.1);
    await keepAged(other, 'message', 29.9);
    for (const [file, days] of [
      [`${id}-message.wav.new`, 1.1],
      [`${other}-name.wav.new`, 0.9],
      ['notes.wav', 400],
    ] as const) {
      writeFileSync(join(folder, file), 'x');
      age(file, days);
    }
    expect(await shelf.sweep(now, 30)).toBe(2);
    expect(readdirSync(folder).sort()).toEqual([`${other}-message.wav`, `${other}-name.wav.new`, 'notes.wav']);
  });

  it('is swept of the rest where one cannot be removed', async () => {
    await keepAged(id, 'name', 31);
    // No file, and so nothing that could be removed as one.
    mkdirSync(join(folder, `${other}-name.wav`));
    age(`${other}-name.wav`, 31);
    expect(await shelf.sweep(now, 30)).toBe(1);
    expect(readdirSync(folder)).toEqual([`${other}-name.wav`]);
  });
});
