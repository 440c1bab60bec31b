import {
  type CallerRecord,
  type CallTrace,
  callerRecordTtl,
  learnCall,
  learnDialled,
  parseCallerRecord,
} from '../screening/records/caller-record';
import { callerKey } from '../store/memory-keys';
import type { Store } from '../store/store';
import { updateRecord } from '../store/update-record';
import type { Background } from './background';

/** Adds to what is kept of single numbers. */
export class CallerBook {
  /** The last change under way, by caller. */
  private readonly changing = new Map<string, Promise<void>>();

  constructor(
    private readonly store: Store,
    private readonly background: Background,
  ) {}

  /** A call of the number is over. */
  learn(callerId: string, trace: CallTrace): void {
    this.change(callerId, (record) => learnCall(record, trace));
  }

  /** The office dialled the number. */
  dialled(callerId: string, at: number): void {
    this.change(callerId, (record) => learnDialled(record, at));
  }

  /** One change of a record after the other: they would only get into each other's way. */
  private change(callerId: string, learn: (record: CallerRecord | null) => CallerRecord): void {
    const before = this.changing.get(callerId) ?? Promise.resolve();
    const change = before.catch(() => undefined).then(() => this.update(callerId, learn));
    this.changing.set(callerId, change);
    this.background.run(
      change.finally(() => {
        if (this.changing.get(callerId) === change) this.changing.delete(callerId);
      }),
    );
  }

  private async update(callerId: string, learn: (record: CallerRecord | null) => CallerRecord): Promise<void> {
    await updateRecord(this.store, callerKey(callerId), (was) => {
      const record = learn(parseCallerRecord(was));
      return { value: JSON.stringify(record), ttlMs: callerRecordTtl(record) };
    });
  }
}
