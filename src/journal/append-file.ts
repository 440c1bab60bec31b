import { close, fstatSync, fsync, openSync, readSync, type Stats, statSync, write } from 'node:fs';
import { promisify } from 'node:util';

/** What waits in memory while the disk does not take it; whatever comes on top is refused. */
const longestQueue = 4 * 1024 * 1024;

const newline = 0x0a;
const writeTo = promisify(write);
const syncToDisk = promisify(fsync);
const closeDescriptor = promisify(close);

export interface AppendListener {
  /** Everything handed over so far is in the file. */
  written(): void;
  /** What could not be written waits, and goes out before the next line does. */
  failed(error: unknown): void;
}

/**
 * A file that lines are appended to, in order. One write is under way at a time, in the background:
 * the event loop never waits for the disk, and a line is in the kernel's hands (safe from SIGKILL) a fraction
 * of a millisecond later. fsync is left to {@link close}: a power failure may cost the last seconds.
 */
export class AppendFile {
  private readonly fd: number;
  private readonly opened: Stats;
  private queue: Buffer[] = [];
  private queuedBytes = 0;
  private writing: Promise<void> | null = null;

  /** Throws what the file system throws. The folder must be there. */
  constructor(
    readonly path: string,
    private readonly listener: AppendListener,
  ) {
    this.fd = openSync(path, 'a+', 0o600);
    this.opened = fstatSync(this.fd);
    // A crash may have left half a line; the next one must not be glued to it.
    if (this.opened.size > 0 && lastByte(this.fd, this.opened.size) !== newline) this.enqueue('\n');
  }

  /** False when the path leads elsewhere by now: the file or its folder was moved or removed. */
  isInPlace(): boolean {
    const there = statSync(this.path, { throwIfNoEntry: false });
    return there?.ino === this.opened.ino && there.dev === this.opened.dev;
  }

  /** `line` ends with a newline. False when it was refused: too much is waiting already. */
  append(line: string): boolean {
    const accepted = this.enqueue(line);
    this.startWriting();
    return accepted;
  }

  /** Writes what waits, once more where that had failed, through to the disk. Resolves with the number of lines lost. */
  async close(): Promise<number> {
    await this.writing;
    this.startWriting();
    await this.writing;
    await syncToDisk(this.fd).catch((error: unknown) => this.listener.failed(error));
    await closeDescriptor(this.fd).catch((error: unknown) => this.listener.failed(error));
    return countLines(this.queue);
  }

  private enqueue(line: string): boolean {
    const bytes = Buffer.from(line);
    if (this.queuedBytes + bytes.length > longestQueue) return false;
    this.queue.push(bytes);
    this.queuedBytes += bytes.length;
    return true;
  }

  private startWriting(): void {
    if (this.writing !== null || this.queuedBytes === 0) return;
    this.writing = this.writeQueue().then(
      () => this.listener.written(),
      (error: unknown) => this.listener.failed(error),
    );
  }

  private async writeQueue(): Promise<void> {
    try {
      while (this.queuedBytes > 0) {
        const batch = Buffer.concat(this.queue);
        this.queue = [batch];
        const { bytesWritten } = await writeTo(this.fd, batch);
        // Lines may have been queued behind the batch meanwhile.
        this.queue[0] = batch.subarray(bytesWritten);
        this.queuedBytes -= bytesWritten;
      }
    } finally {
      // In the same turn as the last look at the queue: a line that comes a moment later starts a new round.
      this.writing = null;
    }
  }
}

function countLines(buffers: readonly Buffer[]): number {
  return buffers.reduce((count, bytes) => count + bytes.filter((byte) => byte === newline).length, 0);
}

function lastByte(fd: number, size: number): number | undefined {
  const byte = Buffer.alloc(1);
  readSync(fd, byte, 0, 1, size - 1);
  return byte[0];
}
