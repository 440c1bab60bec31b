import type { Config } from '../config/schema';
import type { Assessment } from '../screening/assessment';
import { evidenceKey } from '../screening/cache-key';
import type { Context } from '../screening/context';
import type { Evidence } from '../screening/finding';
import { type Fingerprint, fingerprintOf } from '../screening/fingerprint';
import { lineOf } from '../screening/line';
import { type EmergencyNumber, type Memory, memoryKey, noMemory, redialMs } from '../screening/memory';
import { dialKey } from '../screening/number-groups';
import { addressOffList } from '../screening/peers';
import { arrivalOf, shortId } from '../screening/records/arrival';
import { type CallTrace, parseCallerRecord, recallCaller } from '../screening/records/caller-record';
import { learnProof, parseProofRecord, proofRecordTtl, recallProof } from '../screening/records/proof-record';
import { days } from '../screening/records/record';
import { callerKey, officeKey, proofKey, SecretKeys } from '../store/memory-keys';
import type { SecretKey } from '../store/secret-key';
import type { Store } from '../store/store';
import { updateRecord } from '../store/update-record';
import { openVerdict, sealVerdict } from '../store/verdict-envelope';
import { Background } from './background';
import { CallerBook } from './caller-book';
import { OfficeBook } from './office-book';
import { parseRemembered } from './remembered-assessment';
import { TrunkBook } from './trunk-book';

export interface CallMemoryParts {
  readonly store: Store;
  readonly secretKey: SecretKey;
  /** Keyed hash of a number. */
  readonly callerId: (number: string) => string;
  /** How long verdicts are remembered; of the configuration in force. */
  readonly ttl: () => Config['cache']['ttl'];
  /** How long it is remembered what calling a number back brought. */
  readonly proofDays: () => number;
}

/** Under what a call is remembered. */
export interface Subject {
  readonly trunk: string;
  /** `null` when the caller shows no number. */
  readonly callerId: string | null;
  /** `null` when nothing is to be remembered of the caller. */
  readonly fingerprint: Fingerprint | null;
  /** Keys that say nothing of the call without the secret key. */
  readonly verdictKey: string;
  /** Of the mark that a withheld call was turned away on the line. */
  readonly withheldRejectKey: string;
}

export interface Recollection {
  readonly memory: Memory;
  /** The verdict that was made with the same evidence and the same memory, or after which the challenge was passed. */
  readonly verdict: RememberedVerdict | null;
  /** What the store says under the keys that the asker wanted along; `null` when it could not be asked. */
  readonly along: readonly (string | null)[] | null;
}

export interface RememberedVerdict {
  readonly assessment: Assessment;
  /** Epoch milliseconds when it was remembered. */
  readonly at: number;
}

export interface MemoryCounts {
  /** Calls whose verdict was remembered, and whose was not. */
  readonly hits: number;
  readonly misses: number;
  /** Times the store was not there for us. */
  readonly failures: number;
  /** Remembered verdicts that could not be understood. */
  readonly damaged: number;
}

/**
 * What earlier calls left behind, and what this one will leave. No method rejects or waits for a write: a store that
 * fails is a memory with nothing to say.
 */
export class CallMemory {
  private readonly background = new Background();
  private readonly keys: SecretKeys;
  private readonly callers: CallerBook;
  private readonly trunks: TrunkBook;
  private readonly office: OfficeBook;
  private readonly counters = { hits: 0, misses: 0, failures: 0, damaged: 0 };

  constructor(private readonly parts: CallMemoryParts) {
    const { store, secretKey } = parts;
    this.keys = new SecretKeys(secretKey);
    this.callers = new CallerBook(store, this.background);
    this.trunks = new TrunkBook(store, this.background);
    this.office = new OfficeBook(store, this.background);
  }

  get counts(): MemoryCounts {
    return { ...this.counters, failures: this.counters.failures + this.background.failures };
  }

  subject(evidence: Evidence, context: Context): Subject {
    const { trunk, caller } = evidence;
    const callerId = caller.number === null ? null : this.parts.callerId(dialKey(caller.number));
    return {
      trunk: trunk.name,
      callerId,
      fingerprint: fingerprintOf(evidence),
      verdictKey: this.keys.verdict(callerId, evidenceKey(evidence, context)),
      withheldRejectKey: this.keys.withheldReject(lineOf(evidence)),
    };
  }

  /** Everything in one question to the store; `along` are further keys the asker wants answered with it. */
  async recall(subject: Subject, at: number, along: readonly string[] = []): Promise<Recollection> {
    const { trunk, callerId, fingerprint, verdictKey, withheldRejectKey } = subject;
    const wanted = [verdictKey, withheldRejectKey, officeKey];
    const caller = callerId === null ? null : callerKey(callerId);
    const proof = callerId === null ? null : proofKey(callerId);
    const habits = this.trunks.unread(trunk);
    const read = await this.read([...wanted, ...along, ...[caller, proof, habits].filter((key) => key !== null)]);
    if (read !== null) {
      this.office.take(read.get(officeKey) ?? null);
      if (habits !== null) this.trunks.take(trunk, read.get(habits) ?? null);
    }
    const record = caller === null ? null : parseCallerRecord(read?.get(caller) ?? null);
    const proofs = proof === null ? null : parseProofRecord(read?.get(proof) ?? null);
    const memory: Memory = {
      withheldJustRejected: (read?.get(withheldRejectKey) ?? null) !== null,
      caller:
        fingerprint === null
          ? noMemory.caller
          : recallCaller(record, fingerprint, at, recallProof(proofs, fingerprint, at)),
      trunk: this.trunks.recall(trunk, at),
      office: this.office.recall(at, callerId),
    };
    return {
      memory,
      verdict: read === null ? null : this.understand(read.get(verdictKey) ?? null, memory),
      along: read === null ? null : along.map((key) => read.get(key) ?? null),
    };
  }

  /** A call came in, and what is known of it has been recalled. One past the carrier says nothing of the trunk. */
  noteArrival({ trunk, callerId }: Subject, evidence: Evidence): void {
    if (addressOffList(evidence) !== null) return;
    this.trunks.note(trunk, arrivalOf(evidence, callerId));
  }

  /** @param at epoch milliseconds */
  remember({ verdictKey }: Subject, memory: Memory, assessment: Assessment, at: number): void {
    const { allowSeconds, screenSeconds, rejectSeconds } = this.parts.ttl();
    const seconds = { allow: allowSeconds, screen: screenSeconds, reject: rejectSeconds }[assessment.verdict];
    this.keep(verdictKey, { assessment, at, memory: memoryKey(memory), passed: false }, seconds);
  }

  /** A caller who passed the challenge is let through with the same evidence, and with no other. */
  rememberPassed({ verdictKey }: Subject, assessment: Assessment, at: number): void {
    const allowed: Assessment = { ...assessment, verdict: 'allow' };
    this.keep(verdictKey, { assessment: allowed, at, memory: '', passed: true }, this.parts.ttl().passedSeconds);
  }

  /** Marks the line for three minutes: who calls again with a number did what the announcement asked. */
  noteWithheldReject({ withheldRejectKey }: Subject): void {
    this.background.run(this.parts.store.write(withheldRejectKey, '1', redialMs));
  }

  /** The redialled call has come: the mark is used up. */
  forgetWithheldReject({ withheldRejectKey }: Subject): void {
    this.background.run(this.parts.store.forget(withheldRejectKey));
  }

  /** The call is over. A caller without a number leaves nothing behind. */
  learn({ trunk, callerId, fingerprint }: Subject, trace: Omit<CallTrace, 'fingerprint'>): void {
    if (callerId === null || fingerprint === null) return;
    this.callers.learn(callerId, { ...trace, fingerprint });
    if (trace.short) this.trunks.note(trunk, { type: 'short', at: trace.at, caller: shortId(callerId) });
  }

  /** The office dialled a number. */
  dialled(number: string, at: number): void {
    this.callers.dialled(this.parts.callerId(number), at);
  }

  /** What calling the number back brought, for this call's fingerprint. */
  prove({ callerId, fingerprint }: Subject, result: 'verified' | 'spoof', at: number): void {
    if (callerId === null || fingerprint === null) return;
    const until = at + this.parts.proofDays() * days;
    const change = updateRecord(this.parts.store, proofKey(callerId), (was) => {
      const record = learnProof(parseProofRecord(was), { fingerprint, result, at, until });
      return { value: JSON.stringify(record), ttlMs: proofRecordTtl(record, at) };
    });
    this.background.run(change);
  }

  /** A call that was expected once was let through: the next one is not expected any more. */
  expectedCame({ callerId }: Subject, at: number): void {
    this.office.expectedCame(callerId, at);
  }

  emergencyDialled(number: EmergencyNumber, at: number): void {
    this.office.emergencyDialled(number, at);
  }

  /** Everything that was to be kept is with the store, or the store has refused it. */
  async flush(): Promise<void> {
    this.trunks.tellAll();
    await this.background.settled();
  }

  private async read(keys: readonly string[]): Promise<ReadonlyMap<string, string | null> | null> {
    try {
      const values = await this.parts.store.read(keys);
      return new Map(keys.map((key, index) => [key, values[index] ?? null]));
    } catch {
      this.counters.failures += 1;
      return null;
    }
  }

  private understand(stored: string | null, memory: Memory): RememberedVerdict | null {
    const envelope = stored === null ? null : openVerdict(stored, parseRemembered);
    if (stored !== null && envelope === null) this.counters.damaged += 1;
    const speaks =
      envelope !== null && ((envelope.passed && !outweighsPassing(memory)) || envelope.memory === memoryKey(memory));
    this.counters[speaks ? 'hits' : 'misses'] += 1;
    return speaks ? { assessment: envelope.verdict, at: envelope.at } : null;
  }

  /** Never beyond the moment a list entry ends and the call must be judged anew. */
  private keep(key: string, { assessment, ...made }: Made, seconds: number): void {
    const untilEntryEnds = assessment.validUntil === null ? Number.POSITIVE_INFINITY : assessment.validUntil - made.at;
    const ttlMs = Math.min(seconds * 1000, untilEntryEnds);
    if (!assessment.cacheable || ttlMs <= 0) return;
    this.background.run(this.parts.store.write(key, sealVerdict({ ...made, verdict: assessment }), ttlMs));
  }
}

/**
 * A digit that was pressed is no answer to the owner's word that the number is forged. And where somebody waits for the
 * number, the decision is to say so.
 */
function outweighsPassing({ caller, office }: Memory): boolean {
  return caller.proof === 'spoof' || office.expected?.kind === 'number';
}

interface Made {
  readonly assessment: Assessment;
  readonly at: number;
  readonly memory: string;
  readonly passed: boolean;
}
