import type { RecordingShelf } from './shelf';

const dayMs = 86_400_000;

export interface RetentionParts {
  readonly shelf: Pick<RecordingShelf, 'sweep'>;
  /** Of the configuration in force. */
  readonly retentionDays: () => number;
  readonly now: () => number;
  /** So many were removed. */
  readonly tell: (count: number) => void;
}

/** Recordings go when they have been kept long enough: looked after at the start, and once a day. */
export class Retention {
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly parts: RetentionParts) {}

  start(): void {
    void this.sweep();
    this.timer = setInterval(() => void this.sweep(), dayMs);
  }

  close(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }

  private async sweep(): Promise<void> {
    const { shelf, retentionDays, now, tell } = this.parts;
    const count = await shelf.sweep(now(), retentionDays());
    if (count > 0) tell(count);
  }
}
