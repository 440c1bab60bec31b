import { readLines } from '../../journal/lines';
import type { Io } from '../io';
import { linesOf } from '../lines';
import { cdrCalls } from './cdr-calls';
import { CdrMemory } from './cdr-memory';
import { inviteCall, readInviteFile } from './invite-calls';
import { journalCalls } from './journal-calls';
import type { PastCall, Reading, ReadingCounts } from './past-call';
import type { Source } from './sources';

/** All calls of the sources, in the order in which they were named. Call records in several files share one memory. */
export async function* pastCalls(
  sources: readonly Source[],
  reading: Reading,
  io: Io,
  usualTrunk: string | null,
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
        yield* journalCalls(linesOf(io.stdin), reading);
        break;
      case 'invite': {
        const invite = readInviteFile(source.file);
        reading.counts.bytes += source.bytes;
        if (invite === null) break;
        const call = inviteCall(invite, usualTrunk, io.now(), reading);
        if (call.at >= reading.since) yield call;
      }
    }
  }
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
