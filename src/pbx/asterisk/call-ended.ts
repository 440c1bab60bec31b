import { type StaffAnswer, staffAnswers } from '../../text/answers';
import type { CallEnd } from '../pbx';

/**
 * Reads the arguments with which the dialplan tells that a call is over, `null` for any others: `ended`, the channel's
 * state as it went on to the office (empty when it never did), its state at the end, how its last `Dial()` ended, what
 * the office pressed (empty when nobody was asked), and `yes` when the caller was asked to leave a message.
 *
 * Why the dialplan tells it, in a hangup handler ([denwaban-tell] of extensions-denwaban.conf), and no ARI subscription:
 * of a subscribed endpoint Asterisk sends every key twice while the call is with us, and every key of the whole
 * conversation afterwards, which is nobody's business; and it words each of a call's hundred dialplan steps as an event
 * before it filters them.
 */
export function readCallEnded(args: readonly string[]): CallEnd | null {
  const [kind, before = '', state = '', dialStatus = '', pressed = '', asked = ''] = args;
  if (kind !== 'ended') return null;
  const staff = staffAnswerIn(pressed);
  // A call that was announced is answered when somebody took it, whatever its Dial() says of the telephone.
  const answered = staff === null ? wasAnswered(before, state, dialStatus) : staff === 'taken';
  return { answered, staff, message: asked === 'yes' };
}

function wasAnswered(before: string, state: string, dialStatus: string): boolean {
  if (before === '' || state !== 'Up') return false;
  // We had answered it ourselves: then only its Dial() knows. Without one a queue or a menu of the office's took it.
  return before !== 'Up' || dialStatus === '' || dialStatus === 'ANSWER';
}

function staffAnswerIn(word: string): StaffAnswer | null {
  return staffAnswers.find((answer) => answer === word) ?? null;
}
