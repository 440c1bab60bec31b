import type { Decision } from '../../journal/decision';
import type { NumberInfo } from '../../numbering/number-info';
import type { DialplanPlace } from '../../pbx/pbx';
import { type Fingerprint, sameFingerprint } from '../../screening/fingerprint';
import type { CallBackAnswer } from '../../text/answers';
import type { Judgement } from '../judge';
import type { Grant } from './budget';

/** A call whose caller is told that we call back. */
export interface Joiner {
  readonly judgement: Judgement;
  /** Where the call would have gone. */
  readonly office: DialplanPlace;
  /** `null` until the caller has hung up. */
  decision: Decision | null;
}

/** Callers of one number kept at a time. Whoever comes after them has another challenge. */
const mostJoiners = 1_000;

/** One call-back, from its reservation to the answer, with all the calls it is made for. */
export class PendingCallBack {
  readonly joiners = new Map<string, Joiner>();
  /** Of every call that has shown the number since; of more than two kinds no more is asked than that they differ. */
  readonly fingerprints: (Fingerprint | null)[] = [];
  /** Resolves when the store has said whether the call may be made. */
  asked: Promise<void> = Promise.resolve();
  /** `null` until then, and when it may not. */
  grant: Grant | null = null;
  dialled = false;
  answer: CallBackAnswer | null = null;
  /** Somebody was told of the answer. */
  told = false;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    readonly id: string,
    /** Of the number: keyed hash. */
    readonly callerId: string,
    readonly number: NumberInfo,
  ) {}

  /** Once it rings there, a caller who shows the number may be the owner, who is not to be told of another call. */
  get isOpen(): boolean {
    return !this.dialled && this.joiners.size < mostJoiners;
  }

  /** It may be made, but nobody waits for it any more. */
  get isIdle(): boolean {
    return this.grant !== null && !this.dialled && this.joiners.size === 0;
  }

  get timerCount(): number {
    return this.timer === null ? 0 : 1;
  }

  note(fingerprint: Fingerprint | null): void {
    const same = (other: Fingerprint | null) =>
      other === fingerprint || (other !== null && fingerprint !== null && sameFingerprint(other, fingerprint));
    if (this.fingerprints.length < 2 && !this.fingerprints.some(same)) this.fingerprints.push(fingerprint);
  }

  startTimer(ms: number, expired: () => void): void {
    this.timer = setTimeout(expired, ms);
  }

  stopTimer(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}
