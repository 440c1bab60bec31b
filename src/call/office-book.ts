import type { EmergencyNumber, OfficeMemory } from '../screening/memory';
import {
  type Expectation,
  expectationOf,
  learnEmergency,
  newOfficeRecord,
  type OfficeRecord,
  parseOfficeRecord,
  recallOffice,
  useUp,
} from '../screening/records/office-record';
import { officeKey } from '../store/memory-keys';
import type { Store } from '../store/store';
import { updateRecord } from '../store/update-record';
import type { Background } from './background';

/**
 * What holds for the whole office. The store has it; this process keeps a copy, since an emergency call-back must get
 * through while the store is away, too.
 */
export class OfficeBook {
  private record: OfficeRecord = newOfficeRecord;
  /** Their calls came: that may be on its way to the store still. */
  private used: readonly Expectation[] = [];

  constructor(
    private readonly store: Store,
    private readonly background: Background,
  ) {}

  /** Takes what stands under {@link officeKey}. */
  take(text: string | null): void {
    const stored = parseOfficeRecord(text) ?? newOfficeRecord;
    const { emergency } = stored;
    const own = this.record.emergency;
    // Our own emergency call may be on its way to the store still.
    const latest = own !== null && (emergency === null || own.at > emergency.at) ? own : emergency;
    this.record = this.used.reduce(useUp, { ...stored, emergency: latest });
  }

  /** @param callerId of the number shown; `null` for a caller who shows none */
  recall(now: number, callerId: string | null): OfficeMemory {
    return recallOffice(this.record, now, callerId);
  }

  /** The call that was expected once has come. */
  expectedCame(callerId: string | null, at: number): void {
    const expectation = expectationOf(this.record, callerId, at);
    if (expectation === null || !expectation.once) return;
    this.used = [...this.used.filter(({ until }) => at < until), expectation];
    this.record = useUp(this.record, expectation);
    this.background.run(changeOffice(this.store, (record) => useUp(record, expectation)));
  }

  emergencyDialled(number: EmergencyNumber, at: number): void {
    this.record = learnEmergency(this.record, number, at);
    this.background.run(changeOffice(this.store, (record) => learnEmergency(record, number, at)));
  }
}

/**
 * Changes what stands under {@link officeKey}; nothing is written where `change` returns what it was given.
 *
 * @throws StoreUnavailable
 */
export async function changeOffice(store: Store, change: (record: OfficeRecord) => OfficeRecord): Promise<void> {
  await updateRecord(store, officeKey, (was) => {
    const before = parseOfficeRecord(was) ?? newOfficeRecord;
    const record = change(before);
    return record === before ? null : { value: JSON.stringify(record), ttlMs: Number.POSITIVE_INFINITY };
  });
}
