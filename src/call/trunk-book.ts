import type { TrunkMemory } from '../screening/memory';
import {
  learnTrunk,
  newTrunkRecord,
  parseTrunkRecord,
  recallTrunk,
  type TrunkEvent,
  type TrunkRecord,
  trunkRecordTtl,
} from '../screening/records/trunk-record';
import { trunkKey } from '../store/memory-keys';
import type { Store } from '../store/store';
import { updateRecord } from '../store/update-record';
import type { Background } from './background';

/** A trunk's record as this process knows it, and what the store has not been told yet. */
interface Trunk {
  record: TrunkRecord;
  untold: TrunkEvent[];
  /** What the store holds is in the record. */
  read: boolean;
}

/** How long events gather before the store is told: other screeners learn of them so late. */
const gatherMs = 1_000;
/** While the store is away. */
const mostUntold = 1_000;

/**
 * What is known of the trunks. Each call looks at it and adds to it, so it lives in this process; the store gets what
 * is new in one go, and gives back what other screeners added.
 */
export class TrunkBook {
  private readonly trunks = new Map<string, Trunk>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly store: Store,
    private readonly background: Background,
  ) {}

  /** The key to read before {@link recall}; `null` when what it holds is known already. */
  unread(name: string): string | null {
    return this.trunks.get(name)?.read ? null : trunkKey(name);
  }

  /** Takes what was read under {@link unread}. */
  take(name: string, text: string | null): void {
    const trunk = this.trunk(name);
    if (trunk.read) return;
    trunk.record = trunk.untold.reduce(learnTrunk, parseTrunkRecord(text) ?? newTrunkRecord);
    trunk.read = true;
  }

  recall(name: string, now: number): TrunkMemory {
    return recallTrunk(this.trunk(name).record, now);
  }

  note(name: string, event: TrunkEvent): void {
    const trunk = this.trunk(name);
    trunk.record = learnTrunk(trunk.record, event);
    trunk.untold.push(event);
    if (trunk.untold.length > mostUntold) trunk.untold.shift();
    this.timer ??= setTimeout(() => this.tellAll(), gatherMs).unref();
  }

  /** Tells the store what it has not been told yet. */
  tellAll(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    for (const [name, trunk] of this.trunks) {
      if (trunk.untold.length > 0) this.background.run(this.tell(name, trunk));
    }
  }

  private async tell(name: string, trunk: Trunk): Promise<void> {
    const events = trunk.untold.splice(0);
    try {
      let merged = trunk.record;
      await updateRecord(this.store, trunkKey(name), (was) => {
        merged = events.reduce(learnTrunk, parseTrunkRecord(was) ?? newTrunkRecord);
        return { value: JSON.stringify(merged), ttlMs: trunkRecordTtl };
      });
      trunk.record = trunk.untold.reduce(learnTrunk, merged);
      trunk.read = true;
    } catch (error) {
      trunk.untold = [...events, ...trunk.untold].slice(-mostUntold);
      throw error;
    }
  }

  private trunk(name: string): Trunk {
    const trunk = this.trunks.get(name) ?? { record: newTrunkRecord, untold: [], read: false };
    this.trunks.set(name, trunk);
    return trunk;
  }
}
