import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Decision } from './decision';
import { actionMatches, type DecisionFilter, matches } from './decision-filter';
import { type JournalEntry, parseEntry } from './journal-entry';
import { journalFileName, listJournalFiles } from './journal-files';
import { readLines } from './lines';
import type { Sequel, StaffAction } from './sequel';

/** A decision with what came of its call, each with the line it stands in. */
export interface RecordedDecision {
  readonly kind: 'decision';
  readonly decision: Decision;
  readonly line: string;
  readonly sequels: readonly RecordedSequel[];
}

/** What came of a call whose decision was given before. */
export interface RecordedSequel {
  readonly kind: 'sequel';
  readonly sequel: Sequel;
  readonly line: string;
}

export interface RecordedAction {
  readonly kind: 'staff-action';
  readonly action: StaffAction;
  readonly line: string;
}

export type Recorded = RecordedDecision | RecordedSequel | RecordedAction;

export interface ReadDecisionsOptions {
  readonly folder: string;
  readonly filter: DecisionFilter;
  /** Only so many decisions and acts of staff, the newest; `null` for all. */
  readonly last: number | null;
  /** Called once for each line that is no record. */
  readonly damaged: (file: string) => void;
}

/** Where reading ended: what is written later stands behind it. */
export interface JournalPosition {
  readonly file: string;
  readonly offset: number;
}

/** Sequels by the id of their decision. */
type SequelsOf = ReadonlyMap<string, readonly RecordedSequel[]>;

const day = 86_400_000;
const pollMs = 250;

/**
 * Decisions with their sequels, and acts of staff, the newest last, with memory for `last` of them at most. With `last`,
 * files are opened from the newest back, until there are enough. Returns the position to {@link followDecisions} from;
 * `null` when there is no journal.
 */
export async function* readDecisions(options: ReadDecisionsOptions): AsyncGenerator<Recorded, JournalPosition | null> {
  const files = (await listJournalFiles(options.folder)).filter((file) => mayHold(file, options.filter.since));
  return yield* options.last === null ? readAll(files, options) : readLast(files, options.last, options);
}

/**
 * What is recorded, as it is recorded, from a position on, through every change of day: sequels, whatever the filter asks,
 * each by itself. Ends when `signal` is aborted.
 */
export async function* followDecisions(
  from: JournalPosition | null,
  options: Omit<ReadDecisionsOptions, 'last'>,
  signal: AbortSignal,
): AsyncGenerator<Recorded> {
  let position = from;
  while (!signal.aborted) {
    for (const file of await listJournalFiles(options.folder)) {
      if (position !== null && file < position.file) continue;
      const start = position?.file === file ? await offsetIn(file, position.offset) : 0;
      position = yield* readFile({ file, offset: start }, options, 'in the making');
    }
    await delay(pollMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Twice through the files: a sequel stands anywhere behind its decision, and sequels are few. */
async function* readAll(
  files: readonly string[],
  options: ReadDecisionsOptions,
): AsyncGenerator<Recorded, JournalPosition | null> {
  const sequels = await findSequels(files);
  let end: JournalPosition | null = null;
  for (const file of files) {
    const reading = readFile({ file, offset: 0 }, options);
    let step = await reading.next();
    for (; !step.done; step = await reading.next()) {
      const recorded = step.value;
      if (recorded.kind === 'decision') yield { ...recorded, sequels: sequels.get(recorded.decision.id) ?? [] };
      // A sequel is given with its decision, but for one that was written since.
      else if (recorded.kind === 'staff-action' || !isAmong(recorded, sequels)) yield recorded;
    }
    end = step.value;
  }
  return end;
}

async function* readLast(
  files: readonly string[],
  last: number,
  options: ReadDecisionsOptions,
): AsyncGenerator<Recorded, JournalPosition | null> {
  const sequels = new Map<string, RecordedSequel[]>();
  let found: (RecordedDecision | RecordedAction)[] = [];
  let end: JournalPosition | null = null;
  for (const file of files.toReversed()) {
    if (found.length >= last && end !== null) break;
    const newest: (RecordedDecision | RecordedAction)[] = [];
    // What stands in newer files comes behind what stands in this one.
    const later = new Map(sequels);
    sequels.clear();
    const reading = readFile({ file, offset: 0 }, options);
    let step = await reading.next();
    for (; !step.done; step = await reading.next()) {
      if (step.value.kind === 'sequel') addTo(sequels, step.value);
      else newest.push(step.value);
      if (newest.length > last - found.length) newest.shift();
    }
    for (const recorded of [...later.values()].flat()) addTo(sequels, recorded);
    end ??= step.value;
    found = [...newest, ...found];
  }
  for (const one of found)
    yield one.kind === 'decision' ? { ...one, sequels: sequels.get(one.decision.id) ?? [] } : one;
  return end;
}

async function findSequels(files: readonly string[]): Promise<SequelsOf> {
  const sequels = new Map<string, RecordedSequel[]>();
  for (const file of files) {
    for await (const { text } of readLines(file)) {
      // Only these lines are taken apart here: the others are read when their turn comes.
      if (!text?.includes('"record":"sequel"')) continue;
      const entry = parseEntry(text);
      if (entry?.kind === 'sequel') addTo(sequels, { ...entry, line: text });
    }
  }
  return sequels;
}

function addTo(sequels: Map<string, RecordedSequel[]>, recorded: RecordedSequel): void {
  const { decision } = recorded.sequel;
  sequels.set(decision, [...(sequels.get(decision) ?? []), recorded]);
}

function isAmong({ sequel, line }: RecordedSequel, sequels: SequelsOf): boolean {
  return sequels.get(sequel.decision)?.some((known) => known.line === line) ?? false;
}

/** Returns the position behind the last complete line. */
async function* readFile(
  from: JournalPosition,
  { filter, damaged }: Pick<ReadDecisionsOptions, 'filter' | 'damaged'>,
  lastLine: 'whole' | 'in the making' = 'whole',
): AsyncGenerator<Recorded, JournalPosition> {
  let { offset } = from;
  for await (const { text, end, complete } of readLines(from.file, offset)) {
    if (!complete && lastLine === 'in the making') break;
    if (complete) offset = end;
    if (text === '') continue;
    const entry = text === null ? null : parseEntry(text);
    if (entry === null || text === null) damaged(from.file);
    else yield* wanted(entry, text, filter);
  }
  return { file: from.file, offset };
}

function* wanted(entry: JournalEntry, line: string, filter: DecisionFilter): Generator<Recorded> {
  if (entry.kind === 'decision' && matches(entry.decision, filter)) yield { ...entry, line, sequels: [] };
  if (entry.kind === 'staff-action' && actionMatches(entry.action, filter)) yield { ...entry, line };
  if (entry.kind === 'sequel') yield { ...entry, line };
}

/**
 * A file is named by the day of its writer's time zone, which need not be ours, and holds calls that came in
 * before midnight: two days of grace.
 */
function mayHold(file: string, since: number | null): boolean {
  return since === null || basename(file) >= journalFileName(since - 2 * day);
}

/** 0 when the file was cut (`logrotate` with `copytruncate`): everything in it is new then. */
async function offsetIn(file: string, offset: number): Promise<number> {
  const { size } = await stat(file);
  return size < offset ? 0 : offset;
}
