import { appendFileSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Decision } from '../../../src/journal/decision';
import type { DecisionFilter } from '../../../src/journal/decision-filter';
import {
  followDecisions,
  type JournalPosition,
  type Recorded,
  readDecisions,
} from '../../../src/journal/read-decisions';
import { decision, sequel, staffAction } from './decisions';

const everything: DecisionFilter = { verdict: null, callerId: null, since: null };

let folder: string;
let damaged: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'denwaban-read-'));
  damaged = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (date: string) => join(folder, `decisions-${date}.jsonl`);
const lineOf = (given: Partial<Decision>) => `${JSON.stringify(decision(given))}\n`;

function record(date: string, ...given: readonly Partial<Decision>[]): void {
  appendFileSync(fileOf(date), given.map(lineOf).join(''));
}

function options(filter: Partial<DecisionFilter> = {}) {
  return {
    folder,
    filter: { ...everything, ...filter },
    damaged: (file: string) => damaged.push(basename(file)),
  };
}

async function idsOf(last: number | null, filter: Partial<DecisionFilter> = {}): Promise<string[]> {
  const ids: string[] = [];
  for await (const recorded of readDecisions({ ...options(filter), last })) ids.push(nameOf(recorded));
  return ids;
}

/** The decision with what came of its call in brackets; staff by what they did. */
function nameOf(recorded: Recorded): string {
  switch (recorded.kind) {
    case 'decision': {
      const sequels = recorded.sequels.map(({ sequel: { staff } }) => staff ?? 'message');
      return recorded.decision.id + (sequels.length === 0 ? '' : ` (${sequels.join(', ')})`);
    }
    case 'sequel':
      return `${recorded.sequel.decision} then ${recorded.sequel.staff}`;
    case 'staff-action':
      return `${recorded.action.by} ${recorded.action.action}`;
  }
}

describe('reading the journal', () => {
  it('finds nothing where there is no journal yet', async () => {
    rmSync(folder, { recursive: true });
    expect(await idsOf(null)).toEqual([]);
  });

  it('gives all days in order, the newest last', async () => {
    record('2026-04-02', { id: 'c' });
    record('2026-03-31', { id: 'a' }, { id: 'b' });
    expect(await idsOf(null)).toEqual(['a', 'b', 'c']);
  });

  it('gives the line as it was written, with fields that this version does not know', async () => {
    const line = JSON.stringify({ ...decision(), mood: 'cheerful' });
    writeFileSync(fileOf('2026-04-01'), `${line}\n`);
    const { value } = await readDecisions({ ...options(), last: null }).next();
    expect(value).toEqual({ kind: 'decision', decision: decision(), line, sequels: [] });
  });

  it('passes over files that are not of the journal', async () => {
    record('2026-04-01', { id: 'a' });
    writeFileSync(join(folder, 'decisions-2026-04-01.jsonl.gz'), 'rubbish');
    writeFileSync(join(folder, 'notes.txt'), 'rubbish');
    expect(await idsOf(null)).toEqual(['a']);
    expect(damaged).toEqual([]);
  });

  it('asks the filter', async () => {
    record('2026-04-01', { id: 'a', verdict: 'reject' }, { id: 'b', verdict: 'allow' }, { id: 'c', verdict: 'reject' });
    expect(await idsOf(null, { verdict: 'reject' })).toEqual(['a', 'c']);
  });

  it('does not open days that were over long before the time asked for', async () => {
    writeFileSync(fileOf('2026-03-28'), 'rubbish\n');
    record('2026-03-31', { id: 'too early', at: '2026-03-31T23:59:59Z' });
    record('2026-04-01', { id: 'in time', at: '2026-04-01T00:00:00Z' });
    expect(await idsOf(null, { since: Date.parse('2026-04-01T00:00:00Z') })).toEqual(['in time']);
    expect(damaged).toEqual([]);
  });
});

describe('the last decisions', () => {
  beforeEach(() => {
    writeFileSync(fileOf('2026-03-31'), 'rubbish\n');
    record('2026-04-01', { id: 'a', verdict: 'reject' }, { id: 'b' });
    record('2026-04-02', { id: 'c' }, { id: 'd', verdict: 'reject' });
  });

  it.each([
    [0, []],
    [1, ['d']],
    [2, ['c', 'd']],
    [3, ['b', 'c', 'd']],
    [9, ['a', 'b', 'c', 'd']],
  ])('%d are %j', async (last, ids) => {
    expect(await idsOf(last)).toEqual(ids);
  });

  it('are counted after the filter', async () => {
    expect(await idsOf(2, { verdict: 'reject' })).toEqual(['a', 'd']);
  });

  it('are found without opening older days than needed', async () => {
    await idsOf(4);
    expect(damaged).toEqual([]);
    await idsOf(5);
    expect(damaged).toEqual(['decisions-2026-03-31.jsonl']);
  });
});

function recordLine(date: string, ...records: readonly unknown[]): void {
  appendFileSync(fileOf(date), records.map((one) => `${JSON.stringify(one)}\n`).join(''));
}

describe('what came of a call', () => {
  beforeEach(() => {
    record('2026-04-01', { id: 'a' }, { id: 'b' });
    recordLine('2026-04-01', sequel({ decision: 'a', staff: 'no-key' }));
    record('2026-04-02', { id: 'c' });
    // After midnight, and after a restart.
    recordLine('2026-04-02', sequel({ decision: 'b' }), sequel({ decision: 'a', staff: null }));
  });

  it.each([null, 3])('stands beside its decision, wherever it was written (last: %s)', async (last) => {
    expect(await idsOf(last)).toEqual(['a (no-key, message)', 'b (taken)', 'c']);
    expect(damaged).toEqual([]);
  });

  it('does not count as a decision, and does not come without its own', async () => {
    expect(await idsOf(1)).toEqual(['c']);
    expect(await idsOf(2)).toEqual(['b (taken)', 'c']);
    expect(await idsOf(null, { verdict: 'reject' })).toEqual([]);
  });

  it.each([null, 3])('keeps its line (last: %s)', async (last) => {
    const { value } = await readDecisions({ ...options(), last }).next();
    expect(value).toMatchObject({
      sequels: [
        { line: JSON.stringify(sequel({ decision: 'a', staff: 'no-key' })) },
        { line: JSON.stringify(sequel({ decision: 'a', staff: null })) },
      ],
    });
  });

  it('is given by itself when it is written while the rest is read', async () => {
    const reading = readDecisions({ ...options(), last: null });
    await reading.next();
    recordLine('2026-04-02', sequel({ decision: 'c', staff: 'refused' }));
    const rest: string[] = [];
    for await (const recorded of reading) rest.push(nameOf(recorded));
    expect(rest).toEqual(['b (taken)', 'c', 'c then refused']);
  });
});

describe('what staff did', () => {
  beforeEach(() => {
    record('2026-04-01', { id: 'a' });
    recordLine('2026-04-01', staffAction(), staffAction({ action: 'pause', callerId: null, masked: null }));
  });

  it.each([null, 9])('stands among the decisions (last: %s)', async (last) => {
    expect(await idsOf(last)).toEqual(['a', '201 deny-last', '201 pause']);
  });

  it.each<[Partial<DecisionFilter>, string[]]>([
    [{ verdict: 'allow' }, ['a']],
    [{ callerId: '0123456789abcdef' }, ['a', '201 deny-last']],
    [{ since: Date.parse('2026-04-01T01:00:30Z') }, ['201 deny-last', '201 pause']],
  ])('is asked the filter %j', async (filter, found) => {
    expect(await idsOf(null, filter)).toEqual(found);
  });
});

describe('damaged lines', () => {
  it.each([
    ['no JSON', 'rubbish'],
    ['cut off', lineOf({}).slice(0, 50)],
    ['zeros that a power failure left', '\0'.repeat(5_000)],
    ['another schema', JSON.stringify({ ...decision(), schema: 2 })],
    ['a field that is missing', JSON.stringify({ ...decision(), verdict: undefined })],
    ['JSON, but no record', 'null'],
    ['a sequel with a field missing', JSON.stringify({ ...sequel(), staff: undefined })],
    ['an act of staff of another schema', JSON.stringify({ ...staffAction(), schema: 2 })],
    ['a kind that is none', JSON.stringify({ ...decision(), record: 7 })],
  ])('(%s) are counted, and the others read', async (_, line) => {
    record('2026-04-01', { id: 'a' });
    appendFileSync(fileOf('2026-04-01'), `${line}\n`);
    record('2026-04-01', { id: 'b' });
    expect(await idsOf(null)).toEqual(['a', 'b']);
    expect(damaged).toEqual(['decisions-2026-04-01.jsonl']);
  });

  it('are counted also when the writer died in the last one', async () => {
    record('2026-04-01', { id: 'a' });
    appendFileSync(fileOf('2026-04-01'), lineOf({ id: 'b' }).slice(0, 50));
    expect(await idsOf(null)).toEqual(['a']);
    expect(damaged).toHaveLength(1);
  });

  it('do not include records of kinds that only a later version knows', async () => {
    recordLine('2026-04-01', { record: 'weather', schema: 9 });
    record('2026-04-01', { id: 'a' });
    expect(await idsOf(null)).toEqual(['a']);
    expect(damaged).toEqual([]);
  });

  it('do not include empty ones', async () => {
    appendFileSync(fileOf('2026-04-01'), '\n\n');
    expect(await idsOf(null)).toEqual([]);
    expect(damaged).toEqual([]);
  });
});

describe('following the journal', () => {
  let following: AsyncGenerator<Recorded>;
  let leave: AbortController;

  async function follow(last: number | null = 0): Promise<void> {
    const past = readDecisions({ ...options(), last });
    let step = await past.next();
    while (!step.done) step = await past.next();
    followFrom(step.value);
  }

  function followFrom(position: JournalPosition | null): void {
    leave = new AbortController();
    following = followDecisions(position, options(), leave.signal);
  }

  async function next(): Promise<string | undefined> {
    const { value } = await following.next();
    return value === undefined ? undefined : nameOf(value);
  }

  afterEach(() => leave.abort());

  it('gives what is recorded afterwards, and nothing before', async () => {
    record('2026-04-01', { id: 'before' });
    await follow();
    record('2026-04-01', { id: 'a' }, { id: 'b' });
    expect([await next(), await next()]).toEqual(['a', 'b']);
  });

  it('gives what came of calls and what staff did, each by itself', async () => {
    record('2026-04-01', { id: 'before' });
    await follow();
    recordLine('2026-04-01', sequel({ decision: 'before' }), staffAction());
    expect([await next(), await next()]).toEqual(['before then taken', '201 deny-last']);
  });

  it('begins with a journal that is not there yet', async () => {
    rmSync(folder, { recursive: true });
    await follow();
    const first = next();
    mkdirSync(folder);
    record('2026-04-01', { id: 'a' });
    expect(await first).toBe('a');
  });

  it('goes on through changes of day, and loses nothing written at the end of the old one', async () => {
    record('2026-04-01', { id: 'before' });
    await follow();
    record('2026-04-01', { id: 'last of the day' });
    record('2026-04-02', { id: 'first of the next' });
    record('2026-04-04', { id: 'after a day without calls' });
    expect([await next(), await next(), await next()]).toEqual([
      'last of the day',
      'first of the next',
      'after a day without calls',
    ]);
  });

  it('gives a line whole that was half written when it began', async () => {
    const line = lineOf({ id: 'a' });
    appendFileSync(fileOf('2026-04-01'), line.slice(0, 50));
    await follow();
    appendFileSync(fileOf('2026-04-01'), line.slice(50));
    expect(await next()).toBe('a');
  });

  it('does not take a line for damaged that is being written', async () => {
    await follow();
    const line = lineOf({ id: 'a' });
    appendFileSync(fileOf('2026-04-01'), line.slice(0, 50));
    const first = next();
    // Time to find the half line; were it too short, the test would only see less.
    await delay(50);
    appendFileSync(fileOf('2026-04-01'), line.slice(50));
    expect(await first).toBe('a');
    expect(damaged).toEqual([]);
  });

  it('begins anew with a file that was cut', async () => {
    record('2026-04-01', { id: 'a' }, { id: 'b' });
    await follow();
    truncateSync(fileOf('2026-04-01'));
    record('2026-04-01', { id: 'c' });
    expect(await next()).toBe('c');
  });

  it('ends when it is told to', async () => {
    await follow();
    const waiting = following.next();
    leave.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });
});
