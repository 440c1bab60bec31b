import type { SipMessage } from './sip-trace';
import { startSipp } from './sipp';

export interface OfficePhoneOptions {
  readonly at: { readonly address: string; readonly port: number };
  /** Milliseconds it rings before somebody answers. */
  readonly ringFor?: number;
  /** Milliseconds after which the office hangs up; by default the caller does. */
  readonly talkFor?: number;
}

export interface OfficePhone {
  /** The INVITEs that reached it, oldest first: what the office sees of a caller. */
  invites(): readonly SipMessage[];
  /** How many calls it has answered and the other side has acknowledged. */
  answeredCalls(): number;
  /** Resolves when that many INVITEs have come. */
  untilRung(times?: number): Promise<void>;
  /** Resolves when that many calls are answered. */
  untilAnswered(times?: number): Promise<void>;
  stop(): Promise<void>;
}

/** Longer than any test: the other side hangs up. */
const FOR_EVER = 3_600_000;

/** The office's telephone, a SIPp that answers every call and echoes the caller's voice. */
export async function startOfficePhone({
  at,
  ringFor = 0,
  talkFor = FOR_EVER,
}: OfficePhoneOptions): Promise<OfficePhone> {
  const sipp = await startSipp({
    scenario: 'office-phone',
    // A time-out of 0 would wait for ever.
    slots: { RING: String(Math.max(1, ringFor)), TALK: String(talkFor) },
    args: ['-i', at.address, '-p', String(at.port), '-rtp_echo'],
  });
  const received = (method: string, all = sipp.trace.messages()) =>
    firstOfEachCall(all.filter((one) => one.direction === 'received' && one.method === method));
  const answered = (all: readonly SipMessage[]) => {
    const ringing = new Set(received('CANCEL', all).map(({ callId }) => callId));
    return received('ACK', all).filter(({ callId }) => !ringing.has(callId)).length;
  };
  return {
    invites: () => received('INVITE'),
    answeredCalls: () => answered(sipp.trace.messages()),
    untilRung: (times = 1) =>
      sipp.trace.until((all) => received('INVITE', all).length >= times, `the phone rang ${times} times`),
    untilAnswered: (times = 1) =>
      sipp.trace.until((all) => answered(all) >= times, `the phone answered ${times} times`),
    stop: () => sipp.stop(),
  };
}

/** A repeated INVITE or ACK is the network's doing, not another call. */
function firstOfEachCall(messages: readonly SipMessage[]): readonly SipMessage[] {
  return [...new Map([...messages].reverse().map((one) => [one.callId, one])).values()].reverse();
}
