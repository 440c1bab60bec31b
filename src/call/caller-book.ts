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

  private change(callerId: string, learn: (record: CallerRecord | null) => CallerRecord): void {
    this.background.run(
      updateRecord(this.store, callerKey(callerId), (was) => {
        const record = learn(parseCallerRecord(was));
        return { value: JSON.stringify(record), ttlMs: callerRecordTtl(record) };
      }),
    );
  }
}
