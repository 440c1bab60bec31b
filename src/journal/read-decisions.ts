import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Decision } from './decision';
import { type DecisionFilter, matches } from './decision-filter';
import { parseDecision } from './decision-record';
import { journalFileName, listJournalFiles } from './journal-files';
import { readLines } from './lines';

/** A decision with the line it stands in. */
export interface RecordedDecision {
  readonly decision: Decision;
  readonly line: string;
}

export interface ReadDecisionsOptions {
  readonly folder: string;
  readonly filter: DecisionFilter;
  /** Only so many, the newest; `null` for all. */
  readonly last: number | null;
  /** Called once for each line that is no decision. */
  readonly damaged: (file: string) => void;
}

/** Where reading ended: what is written later stands behind it. */
export interface JournalPosition {
  readonly file: string;
  readonly offset: number;
}

const day = 86_400_000;
const pollMs = 250;

/**
 * Decisions, the newest last, with memory for `last` of them at most. With `last`, files are opened from the newest
 * back, until there are enough. Returns the position to {@link followDecisions} from; `null` when there is no journal.
 */
export async function* readDecisions(
  options: ReadDecisionsOptions,
): AsyncGenerator<RecordedDecision, JournalPosition | null> {
  const files = (await listJournalFiles(options.folder)).filter((file) => mayHold(file, options.filter.since));
  if (options.last === null) {
    let end: JournalPosition | null = null;
    for (const file of files) end = yield* readFile({ file, offset: 0 }, options);
    return end;
  }
  return yield* readLast(files, options.last, options);
}

/** Decisions as they are recorded, from a position on, through every change of day. Ends when `signal` is aborted. */
export async function* followDecisions(
  from: JournalPosition | null,
  options: Omit<ReadDecisionsOptions, 'last'>,
  signal: AbortSignal,
): AsyncGenerator<RecordedDecision> {
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

async function* readLast(
  files: readonly string[],
  last: number,
  options: ReadDecisionsOptions,
): AsyncGenerator<RecordedDecision, JournalPosition | null> {
  let found: RecordedDecision[] = [];
  let end: JournalPosition | null = null;
  for (const file of files.toReversed()) {
    if (found.length >= last && end !== null) break;
    const newest: RecordedDecision[] = [];
    const reading = readFile({ file, offset: 0 }, options);
    let step = await reading.next();
    for (; !step.done; step = await reading.next()) {
      newest.push(step.value);
      if (newest.length > last - found.length) newest.shift();
    }
    end ??= step.value;
    found = [...newest, ...found];
  }
  yield* found;
  return end;
}

/** Returns the position behind the last complete line. */
async function* readFile(
  from: JournalPosition,
  { filter, damaged }: Pick<ReadDecisionsOptions, 'filter' | 'damaged'>,
  lastLine: 'whole' | 'in the making' = 'whole',
): AsyncGenerator<RecordedDecision, JournalPosition> {
  let { offset } = from;
  for await (const { text, end, complete } of readLines(from.file, offset)) {
    if (!complete && lastLine === 'in the making') break;
    if (complete) offset = end;
    if (text === '') continue;
    const decision = text === null ? null : parseDecision(text);
    if (decision === null || text === null) damaged(from.file);
    else if (matches(decision, filter)) yield { decision, line: text };
  }
  return { file: from.file, offset };
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
