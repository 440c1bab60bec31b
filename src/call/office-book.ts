import type { EmergencyNumber, OfficeMemory } from '../screening/memory';
import {
  learnEmergency,
  newOfficeRecord,
  type OfficeRecord,
  parseOfficeRecord,
  recallOffice,
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

  constructor(
    private readonly store: Store,
    private readonly background: Background,
  ) {}

  /** Takes what stands under {@link officeKey}. */
  take(text: string | null): void {
    const { emergency, disaster } = parseOfficeRecord(text) ?? newOfficeRecord;
    const own = this.record.emergency;
    // Our own emergency call may be on its way to the store still.
    const latest = own !== null && (emergency === null || own.at > emergency.at) ? own : emergency;
    this.record = { schema: 1, emergency: latest, disaster };
  }

  recall(now: number): OfficeMemory {
    return recallOffice(this.record, now);
  }

  emergencyDialled(number: EmergencyNumber, at: number): void {
    this.record = learnEmergency(this.record, number, at);
    this.background.run(changeOffice(this.store, (record) => learnEmergency(record, number, at)));
  }
}

/**
 * Changes what stands under {@link officeKey}.
 *
 * @throws StoreUnavailable
 */
export async function changeOffice(store: Store, change: (record: OfficeRecord) => OfficeRecord): Promise<void> {
  await updateRecord(store, officeKey, (was) => {
    const record = change(parseOfficeRecord(was) ?? newOfficeRecord);
    return { value: JSON.stringify(record), ttlMs: Number.POSITIVE_INFINITY };
  });
}
