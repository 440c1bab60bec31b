import type { Judgement } from '../../../src/call/judge';
import { assess } from '../../../src/screening/assess';
import { type CallWords, call, ordinaryOffice } from '../screening/evidence';

/** A call, judged by the rule book. */
export function judged(words: CallWords, more: Partial<Judgement> = {}): Judgement {
  const evidence = call(words);
  const { caller, origin, called, trunk } = evidence;
  return {
    identity: { sipCallId: null, caller, origin, called },
    trunk,
    memory: evidence.memory,
    assessment: assess(evidence, ordinaryOffice),
    cachedMs: null,
    subject: {
      trunk: trunk.name,
      callerId: null,
      fingerprint: null,
      verdictKey: 'verdict:key',
      withheldRejectKey: 'withheld-reject:key',
    },
    office: null,
    ...more,
  };
}
