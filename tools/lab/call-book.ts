import type { SipMessage, SipTrace } from './sip-trace';

/** What has come to a telephone, read from its messages. */
export interface CallBook {
  /** The INVITEs that reached it, oldest first: what the office sees of a caller. */
  invites(): readonly SipMessage[];
  /** How many calls it has answered and the other side has acknowledged. */
  answeredCalls(): number;
  /** Resolves when that many INVITEs have come. */
  untilRung(times?: number): Promise<void>;
  /** Resolves when that many calls are answered. */
  untilAnswered(times?: number): Promise<void>;
}

export function keepCallBook(trace: SipTrace): CallBook {
  return {
    invites: () => invitesIn(trace.messages()),
    answeredCalls: () => answersIn(trace.messages()),
    untilRung: (times = 1) => trace.until((all) => invitesIn(all).length >= times, `the phone rang ${times} times`),
    untilAnswered: (times = 1) => trace.until((all) => answersIn(all) >= times, `the phone answered ${times} times`),
  };
}

/** A repeated INVITE or ACK is the network's doing, not another call. */
export function invitesIn(messages: readonly SipMessage[]): readonly SipMessage[] {
  const seen = new Set<string>();
  return messages.filter(({ direction, method, callId }) => {
    const isFirst = direction === 'received' && method === 'INVITE' && !seen.has(callId);
    if (isFirst) seen.add(callId);
    return isFirst;
  });
}

function answersIn(messages: readonly SipMessage[]): number {
  const taken = new Set(messages.filter(isAnswer).map(({ callId }) => callId));
  const acknowledged = messages.filter(({ direction, method }) => direction === 'received' && method === 'ACK');
  return new Set(acknowledged.map(({ callId }) => callId).filter((callId) => taken.has(callId))).size;
}

function isAnswer({ direction, status, transaction }: SipMessage): boolean {
  return direction === 'sent' && status === 200 && transaction === 'INVITE';
}
