/**
 * Reads the arguments with which the dialplan tells that a call is over, `null` for any others: `ended`, the channel's
 * state as it went on to the office (empty when it never did), its state at the end, and how its last `Dial()` ended.
 *
 * Why the dialplan tells it, in a hangup handler ([denwaban-tell] of extensions-denwaban.conf), and no ARI subscription:
 * of a subscribed endpoint Asterisk sends every key twice while the call is with us, and every key of the whole
 * conversation afterwards, which is nobody's business; and it words each of a call's hundred dialplan steps as an event
 * before it filters them.
 */
export function readCallEnded(args: readonly string[]): { readonly answered: boolean } | null {
  const [kind, before = '', state = '', dialStatus = ''] = args;
  if (kind !== 'ended') return null;
  if (before === '' || state !== 'Up') return { answered: false };
  // We had answered it ourselves: then only its Dial() knows. Without one a queue or a menu of the office's took it.
  return { answered: before !== 'Up' || dialStatus === '' || dialStatus === 'ANSWER' };
}
