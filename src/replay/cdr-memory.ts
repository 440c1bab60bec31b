import { LRUCache } from 'lru-cache';
import type { Evidence } from '../screening/finding';
import { fingerprintOf } from '../screening/fingerprint';
import { lineOf } from '../screening/line';
import { type EmergencyNumber, type Memory, noMemory, redialMs } from '../screening/memory';
import { dialKey } from '../screening/number-groups';
import { arrivalOf } from '../screening/records/arrival';
import {
  type CallerRecord,
  type CallTrace,
  learnCall,
  learnDialled,
  recallCaller,
} from '../screening/records/caller-record';
import { learnEmergency, newOfficeRecord, recallOffice } from '../screening/records/office-record';
import { learnTrunk, newTrunkRecord, recallTrunk, type TrunkEvent } from '../screening/records/trunk-record';

/** Numbers remembered; beyond it those are forgotten that have not called for the longest time. */
const mostCallers = 100_000;
const mostMarks = 1_000;

interface KnownCaller {
  /** Tells callers apart in trunk records, which keep a few characters of it. */
  readonly id: string;
  readonly record: CallerRecord | null;
}

/** What a call left behind when it was over. */
export type CallEnd = Pick<CallTrace, 'answered' | 'challenge' | 'short'> & {
  /** It was refused for the want of a number. */
  readonly withheldRejected: boolean;
};

/** The memory that builds up while call records are gone through in their order, as the service's does by living through them. */
export class CdrMemory {
  private readonly callers = new LRUCache<string, KnownCaller>({ max: mostCallers });
  private readonly trunks = new Map<string, ReturnType<typeof learnTrunk>>();
  /** Lines on which a withheld call was refused → when, epoch ms. */
  private readonly marks = new LRUCache<string, number>({ max: mostMarks });
  private office = newOfficeRecord;
  private lastId = 0;

  recall(call: Evidence): Memory {
    const fingerprint = fingerprintOf(call);
    const { number } = call.caller;
    const known = number === null ? undefined : this.callers.get(dialKey(number));
    const mark = this.marks.get(lineOf(call));
    return {
      withheldJustRejected: mark !== undefined && call.at - mark <= redialMs,
      caller: fingerprint === null ? noMemory.caller : recallCaller(known?.record ?? null, fingerprint, call.at),
      trunk: recallTrunk(this.trunks.get(call.trunk.name) ?? newTrunkRecord, call.at),
      office: recallOffice(this.office, call.at, null),
    };
  }

  /** The call is over; `call` holds the memory it was judged with. */
  learn(call: Evidence, end: CallEnd): void {
    const { trunk, caller, at } = call;
    const fingerprint = fingerprintOf(call);
    const known = caller.number === null ? null : this.caller(dialKey(caller.number));
    this.learnTrunk(trunk.name, arrivalOf(call, known?.id ?? null));
    if (end.withheldRejected) this.marks.set(lineOf(call), at);
    else if (caller.number !== null) this.marks.delete(lineOf(call));
    if (caller.number === null || known === null || fingerprint === null) return;
    const { answered, challenge, short } = end;
    const record = learnCall(known.record, { at, fingerprint, answered, challenge, short });
    this.callers.set(dialKey(caller.number), { id: known.id, record });
    if (short) this.learnTrunk(trunk.name, { type: 'short', at, caller: known.id });
  }

  /** The office dialled a number, in the form of {@link dialKey}. */
  dialled(number: string, at: number): void {
    const { id, record } = this.caller(number);
    this.callers.set(number, { id, record: learnDialled(record, at) });
  }

  emergencyDialled(number: EmergencyNumber, at: number): void {
    this.office = learnEmergency(this.office, number, at);
  }

  private caller(number: string): KnownCaller {
    const known = this.callers.get(number) ?? { id: this.newId(), record: null };
    this.callers.set(number, known);
    return known;
  }

  private newId(): string {
    this.lastId += 1;
    return this.lastId.toString(36).padStart(8, '0');
  }

  private learnTrunk(name: string, event: TrunkEvent): void {
    this.trunks.set(name, learnTrunk(this.trunks.get(name) ?? newTrunkRecord, event));
  }
}
