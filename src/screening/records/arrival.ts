import { isStranger } from '../acquaintance';
import type { Evidence } from '../finding';
import { endsLikePolice, writtenForm } from '../number-groups';
import type { TrunkEvent } from './trunk-record';

/** So much of a caller's id tells the callers of one hour apart. */
const idLength = 8;

/** A caller's id as trunk records keep it. */
export function shortId(callerId: string): string {
  return callerId.slice(0, idLength);
}

/** What a trunk's record learns of a call that has just come, judged with the memory in its evidence. */
export function arrivalOf({ caller, origin, trunk, memory, at }: Evidence, callerId: string | null): TrunkEvent {
  const { number } = caller;
  return {
    type: 'arrived',
    at,
    presented: presentedAs(caller),
    newcomer:
      number === null || callerId === null || !isStranger(memory.caller)
        ? null
        : { id: shortId(callerId), policeEnding: endsLikePolice(number) },
    form: number === null ? null : writtenForm(number),
    asserted: number === null || !trunk.profile.trustsAssertedIdentity ? null : origin.assertedNumber !== null,
  };
}

function presentedAs({ presentation }: Evidence['caller']): Extract<TrunkEvent, { type: 'arrived' }>['presented'] {
  if (presentation === 'presented') return 'presented';
  return presentation === 'unknown' ? 'withheld-unknown' : 'withheld';
}
