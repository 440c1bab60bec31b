import { createReadStream } from 'node:fs';

/** No record is longer by far; what is, is damage (a power failure can leave megabytes of zeros). */
const longestLine = 1024 * 1024;
const newline = 0x0a;
/** As Node reads when it is not told. */
const usualChunk = 64 * 1024;

export interface Line {
  /** Without its newline; `null` when it is too long to be a record. */
  readonly text: string | null;
  /** Offset in the file behind the line. */
  readonly end: number;
  /** False for a last line without a newline: it is still being written, or its writer died. */
  readonly complete: boolean;
}

/** Lines of a file from the byte offset `from` on, in memory for a few chunks only, however large the file is. */
export async function* readLines(path: string, from = 0, chunkBytes = usualChunk): AsyncGenerator<Line> {
  const pending = new PendingLine();
  let position = from;
  for await (const chunk of createReadStream(path, {
    start: from,
    highWaterMark: chunkBytes,
  }) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let stop = chunk.indexOf(newline); stop !== -1; stop = chunk.indexOf(newline, start)) {
      pending.add(chunk.subarray(start, stop));
      start = stop + 1;
      yield { text: pending.take(), end: position + start, complete: true };
    }
    pending.add(chunk.subarray(start));
    position += chunk.length;
  }
  if (pending.length > 0) yield { text: pending.take(), end: position, complete: false };
}

/** The line in the making: its parts, until there are too many. */
class PendingLine {
  length = 0;
  private parts: Buffer[] = [];

  add(part: Buffer): void {
    this.length += part.length;
    if (this.length > longestLine) this.parts = [];
    else if (part.length > 0) this.parts.push(part);
  }

  take(): string | null {
    const text = this.length > longestLine ? null : this.joined().toString('utf8');
    this.length = 0;
    this.parts = [];
    return text;
  }

  /** Most lines lie within one chunk: nothing is copied then. */
  private joined(): Buffer {
    const [only] = this.parts;
    return only !== undefined && this.parts.length === 1 ? only : Buffer.concat(this.parts);
  }
}
