import { DenwabanError } from '../errors';
import { readLines } from '../journal/lines';
import { cdrCalls } from './cdr-calls';
import { CdrMemory } from './cdr-memory';
import { parseCdrRecord } from './cdr-record';
import { inviteCall } from './invite-calls';
import { journalCalls } from './journal-calls';
import type { PastCall, Reading, ReadingCounts } from './past-call';
import { readInviteFile, type Source } from './sources';

/** What sources do not hold themselves. */
export interface Beside {
  /** Lines of standard input. */
  readonly standardInput: AsyncIterable<string>;
  /** On which INVITEs arrived that name no trunk; `null`: each must. */
  readonly usualTrunk: string | null;
  /** Epoch ms at which INVITEs arrived that name no time. */
  readonly now: number;
}

/** All calls of the sources, in the order in which they were named. Call records in several files share one memory. */
export async function* pastCalls(
  sources: readonly Source[],
  reading: Reading,
  { standardInput, usualTrunk, now }: Beside,
): AsyncGenerator<PastCall> {
  const memory = new CdrMemory();
  for (const source of sources) {
    switch (source.kind) {
      case 'journal':
        yield* journalCalls(linesIn(source.file, reading.counts), reading);
        break;
      case 'cdr':
        yield* cdrCalls(linesIn(source.file, reading.counts), reading, memory);
        break;
      case 'standard-input':
        yield* callsOfStream(standardInput, reading, memory);
        break;
      case 'invite': {
        const invite = readInviteFile(source.file);
        reading.counts.bytes += source.bytes;
        if (invite === null) break;
        const call = inviteCall(invite, usualTrunk, now, reading);
        if (call.at >= reading.since) yield call;
      }
    }
  }
}

/** A stream is what its first line is. */
async function* callsOfStream(
  stream: AsyncIterable<string>,
  reading: Reading,
  memory: CdrMemory,
): AsyncGenerator<PastCall> {
  const lines = stream[Symbol.asyncIterator]();
  const { done, value: first } = await lines.next();
  if (done) return;
  const all = (async function* () {
    yield first;
    yield* { [Symbol.asyncIterator]: () => lines };
  })();
  if (parseCdrRecord(first) !== null) yield* cdrCalls(all, reading, memory);
  else if (first.startsWith('{')) yield* journalCalls(all, reading);
  else throw new DenwabanError('DENWABAN_REPLAY_FILE_UNKNOWN', { file: '-' });
}

/** Large files are read through from end to end: few system calls for much text. */
const chunkBytes = 1024 * 1024;

async function* linesIn(file: string, counts: ReadingCounts): AsyncGenerator<string | null> {
  const before = counts.bytes;
  for await (const { text, end } of readLines(file, 0, chunkBytes)) {
    counts.bytes = before + end;
    yield text;
  }
}
