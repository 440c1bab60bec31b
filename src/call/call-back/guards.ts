import type { Called, Caller } from '../../caller/caller';
import type { Config } from '../../config/schema';
import type { NumberInfo, Numbering } from '../../numbering/number-info';
import { isWorthForging } from '../../screening/authority';
import type { Fingerprint } from '../../screening/fingerprint';
import type { Knowledge } from '../../screening/knowledge';
import type { CallerMemory } from '../../screening/memory';
import { dialKey } from '../../screening/number-groups';

/**
 * Why a caller is not called back. `off`: no trunk, or no number of ours to show. `withheld`: no number is presented.
 * `no-subscriber`: nobody of Japan's fixed, mobile or 050 telephones, or a kind the office left out. `unallocated`: the
 * number is given to nobody. `own`: it is ours, or the one that was called. `worth-forging`: an authority's, or like one.
 * `past-the-carrier`: nothing that comes of it could be remembered. `proven`: it was done already.
 */
export type CallBackRefusal =
  | 'off'
  | 'withheld'
  | 'no-subscriber'
  | 'unallocated'
  | 'own'
  | 'worth-forging'
  | 'past-the-carrier'
  | 'proven';

/** What is looked at before a number is called. */
export interface CallBackQuestion {
  readonly caller: Pick<Caller, 'presentation' | 'number'>;
  readonly called: Called;
  /** `null`: the call came past the carrier. */
  readonly fingerprint: Fingerprint | null;
  /** What calling the number back brought before, for the same fingerprint. */
  readonly proof: CallerMemory['proof'];
  readonly settings: Config['challenge']['callBack'];
  readonly knowledge: Knowledge;
  readonly numbering: Pick<Numbering, 'lookUp'>;
}

/**
 * Whether the presented number may be called back; `null`: it may. The number may be forged, so its owner has done
 * nothing: nobody is rung who would have to pay for it, to act on it, or whom a flood of forged calls is meant to hit.
 */
export function callBackRefusal(question: CallBackQuestion): CallBackRefusal | null {
  const { caller, fingerprint, proof, settings, knowledge } = question;
  const { number, presentation } = caller;
  if (settings.trunk === null || settings.callerNumber === null) return 'off';
  if (presentation !== 'presented' || number === null) return 'withheld';
  if (!isSubscriber(number, settings)) return 'no-subscriber';
  // Never by a guess: a block that the table does not know, or that nobody has, has no owner to ask.
  if (number.status !== 'in-use') return 'unallocated';
  if (isOurs(number, question)) return 'own';
  // Forged police numbers come by the hundred: a police station is not to be rung for each of them, nor for one.
  if (isWorthForging(number, knowledge)) return 'worth-forging';
  if (fingerprint === null) return 'past-the-carrier';
  return proof === 'none' ? null : 'proven';
}

/** The length is right where the kind is: what has another is `impossible`. */
function isSubscriber({ national, country, kind }: NumberInfo, { kinds }: Config['challenge']['callBack']): boolean {
  return national !== null && country === 'JP' && kinds.some((allowed) => allowed === kind);
}

/** Calling ourselves would ring the office, or chase its own call in a circle. */
function isOurs(number: NumberInfo, { called, settings, knowledge, numbering }: CallBackQuestion): boolean {
  const shown = settings.callerNumber === null ? null : numbering.lookUp(settings.callerNumber);
  const key = dialKey(number);
  return (
    knowledge.isOwn(number) || [shown, ...called.candidates].some((ours) => ours !== null && dialKey(ours) === key)
  );
}
