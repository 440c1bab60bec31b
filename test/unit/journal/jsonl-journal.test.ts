import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEntry } from '../../../src/journal/journal-entry';
import { type JournalEvent, JsonlJournal } from '../../../src/journal/jsonl-journal';
import { decision, sequel, staffAction } from './decisions';

const lastSecondOfTheFirst = new Date(2026, 3, 1, 23, 59, 59).getTime();

let home: string;
let folder: string;
let now: number;
let told: JournalEvent[];
let journal: JsonlJournal;

function openJournal(): JsonlJournal {
  return new JsonlJournal({ folder, now: () => now, tell: (event) => told.push(event) });
}

/** Ids of the decisions in a file of the journal. */
function idsIn(name: string): unknown[] {
  const lines = readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line).id);
}

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'denwaban-journal-'));
  folder = join(home, 'data', 'journal');
  now = lastSecondOfTheFirst;
  told = [];
});
afterEach(async () => {
  await journal.close();
  rmSync(home, { recursive: true, force: true });
});

describe('the journal', () => {
  it('writes one JSON line for a decision, whole', async () => {
    journal = openJournal();
    journal.record(decision());
    await journal.close();
    expect(readFileSync(join(folder, 'decisions-2026-04-01.jsonl'), 'utf8')).toBe(
      `${JSON.stringify({ record: 'decision', ...decision() })}\n`,
    );
    expect(told).toEqual([]);
  });

  it('writes what came of a call, and what staff did, under names of their own', async () => {
    journal = openJournal();
    journal.record(sequel());
    journal.record(staffAction());
    await journal.close();
    const [first, second, ...more] = readFileSync(join(folder, 'decisions-2026-04-01.jsonl'), 'utf8').split('\n');
    expect(first).toMatch(/^{"record":"sequel","schema":1,/);
    expect(second).toMatch(/^{"record":"staff-action","schema":1,/);
    expect([first, second].map((line) => parseEntry(line ?? ''))).toEqual([
      { kind: 'sequel', sequel: sequel() },
      { kind: 'staff-action', action: staffAction() },
    ]);
    expect(more).toEqual(['']);
  });

  it('keeps the order of many', async () => {
    journal = openJournal();
    const ids = Array.from({ length: 1_000 }, (_, index) => String(index));
    for (const id of ids) journal.record(decision({ id }));
    await journal.close();
    expect(idsIn('decisions-2026-04-01.jsonl')).toEqual(ids);
  });

  it('begins a new file with the new day of the machine', async () => {
    journal = openJournal();
    journal.record(decision({ id: 'before midnight' }));
    now += 1_000;
    journal.record(decision({ id: 'after midnight' }));
    await journal.close();
    expect(idsIn('decisions-2026-04-01.jsonl')).toEqual(['before midnight']);
    expect(idsIn('decisions-2026-04-02.jsonl')).toEqual(['after midnight']);
  });

  it('goes on in the file of the day after a restart', async () => {
    journal = openJournal();
    journal.record(decision({ id: 'before' }));
    await journal.close();
    journal = openJournal();
    journal.record(decision({ id: 'after' }));
    await journal.close();
    expect(idsIn('decisions-2026-04-01.jsonl')).toEqual(['before', 'after']);
  });

  it('is readable by its owner only', () => {
    journal = openJournal();
    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
    expect(mode(folder)).toBe('700');
    expect(mode(join(folder, 'decisions-2026-04-01.jsonl'))).toBe('600');
  });

  it('ends the half line that a crash left, and keeps both apart', async () => {
    journal = openJournal();
    await journal.close();
    const path = join(folder, 'decisions-2026-04-01.jsonl');
    appendFileSync(path, '{"schema":1,"id":"cut');
    journal = openJournal();
    journal.record(decision({ id: 'after' }));
    await journal.close();
    const [half, whole] = readFileSync(path, 'utf8').split('\n');
    expect(half).toBe('{"schema":1,"id":"cut');
    expect(JSON.parse(whole ?? '').id).toBe('after');
  });

  it('takes nothing after it was closed, which may be done twice', async () => {
    journal = openJournal();
    await journal.close();
    await journal.close();
    journal.record(decision());
    expect(readFileSync(join(folder, 'decisions-2026-04-01.jsonl'), 'utf8')).toBe('');
  });

  it('leaves no file open', async () => {
    journal = openJournal();
    journal.record(decision());
    now += 1_000;
    journal.record(decision());
    await journal.close();
    const open = readdirSync('/proc/self/fd').filter((fd) => existsSync(`/proc/self/fd/${fd}`));
    const paths = open.map((fd) => readlinkSync(`/proc/self/fd/${fd}`));
    expect(paths.filter((path) => path.startsWith(home))).toEqual([]);
  });
});

describe('a journal that cannot write', () => {
  it('tells at the start already', () => {
    writeFileSync(join(home, 'data'), 'a file where the folder should be');
    journal = openJournal();
    expect(told).toEqual([{ type: 'degraded', reason: expect.stringContaining('ENOTDIR') }]);
  });

  it('tells once, throws nothing, and says how many were lost when it can write again', async () => {
    writeFileSync(join(home, 'data'), 'a file where the folder should be');
    journal = openJournal();
    journal.record(decision());
    journal.record(decision());
    rmSync(join(home, 'data'));
    journal.record(decision({ id: 'third' }));
    await journal.close();
    expect(told.slice(1)).toEqual([{ type: 'recovered', lost: 2 }]);
    expect(idsIn('decisions-2026-04-01.jsonl')).toEqual(['third']);
  });

  it('tells of a full disk once', async () => {
    journal = openJournal();
    await journal.close();
    const path = join(folder, 'decisions-2026-04-01.jsonl');
    rmSync(path);
    symlinkSync('/dev/full', path);
    journal = openJournal();
    for (let index = 0; index < 3; index += 1) journal.record(decision());
    await journal.close();
    expect(told).toEqual([{ type: 'degraded', reason: expect.stringContaining('ENOSPC') }]);
  });

  it.each([
    ['removed', () => rmSync(folder, { recursive: true })],
    ['moved away', () => renameSync(folder, join(home, 'elsewhere'))],
  ])('makes the folder again when it was %s', async (_, meddle) => {
    journal = openJournal();
    journal.record(decision({ id: 'before' }));
    meddle();
    journal.record(decision({ id: 'after' }));
    await journal.close();
    expect(idsIn('decisions-2026-04-01.jsonl')).toEqual(['after']);
  });
});
