import { callBackAnswers } from '../../text/answers';
import type { PbxEvent } from '../pbx';
import { readCallEnded } from './call-ended';

/**
 * What the dialplan tells by `Stasis()` of channels that are no callers: the end of a call, the answer to a call-back, a
 * code that the office dialled. `null`: a caller. Words of a newer dialplan that we do not know never look like one.
 */
export function readTold(channel: string, args: readonly string[]): PbxEvent | null {
  const ended = readCallEnded(args);
  if (ended !== null) return { type: 'ended', channel, ...ended };
  const [kind, first = '', second = ''] = args;
  switch (kind) {
    case 'called-back':
      return { type: 'called-back', order: first, answer: callBackAnswers.find((word) => word === second) ?? 'failed' };
    case 'staff':
      return { type: 'staff-code', channel, action: first, by: second };
    default:
      return null;
  }
}
