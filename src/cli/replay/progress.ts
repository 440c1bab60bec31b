import type { Language } from '../../text/language';
import type { Io } from '../io';

/** Drawn at most ten times a second. */
const pauseMs = 100;
const barCells = 24;

const phrases = {
  ja: {
    rate: (calls: string) => `毎秒 ${calls} 件`,
    left: (seconds: number) => `残り ${seconds} 秒`,
    calls: (calls: string) => `${calls} 件`,
  },
  en: {
    rate: (calls: string) => `${calls} calls/s`,
    left: (seconds: number) => `${seconds} s left`,
    calls: (calls: string) => `${calls} calls`,
  },
} as const satisfies Record<Language, unknown>;

/** A line on a terminal's standard error that tells how far the reading has come; elsewhere nothing. */
export class Progress {
  private readonly startedAt: number;
  private drawnAt: number;

  /** @param totalBytes `null` where it is not known, on a pipe */
  constructor(
    private readonly io: Io,
    private readonly totalBytes: number | null,
  ) {
    this.startedAt = io.now();
    this.drawnAt = this.startedAt;
  }

  show(bytes: number, calls: number): void {
    if (!this.io.errorTerminal) return;
    const now = this.io.now();
    if (now - this.drawnAt < pauseMs) return;
    this.drawnAt = now;
    this.io.err(`\r${this.line(bytes, calls, (now - this.startedAt) / 1000)}\x1b[K`);
  }

  /** Takes the line away. */
  clear(): void {
    if (this.io.errorTerminal && this.drawnAt > this.startedAt) this.io.err('\r\x1b[K');
  }

  private line(bytes: number, calls: number, seconds: number): string {
    const say = phrases[this.io.language];
    const rate = say.rate(Math.round(calls / seconds).toLocaleString('en'));
    if (this.totalBytes === null) return `${say.calls(calls.toLocaleString('en'))}  ${rate}`;
    const share = Math.min(1, bytes / Math.max(1, this.totalBytes));
    const filled = Math.round(share * barCells);
    const bar = '█'.repeat(filled) + '░'.repeat(barCells - filled);
    const left = share === 0 ? '' : `  ${say.left(Math.ceil((seconds / share) * (1 - share)))}`;
    return `${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${rate}${left}`;
  }
}
