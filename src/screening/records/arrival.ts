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

type Arrival = Extract<TrunkEvent, { type: 'arrived' }>;

/** What a trunk's record learns of a call that has just come, judged with the memory in its evidence. */
export function arrivalOf(evidence: Evidence, callerId: string | null): TrunkEvent {
  const { caller, memory, at } = evidence;
  const { number } = caller;
  return {
    type: 'arrived',
    at,
    presented: presentedAs(caller),
    newcomer:
      number === null || callerId === null || !isStranger(memory.caller)
        ? null
        : { id: shortId(callerId), policeEnding: endsLikePolice(number) },
    form: formOf(evidence),
    asserted: assertionOf(evidence),
  };
}

// A forger's few calls must not make his way of writing numbers the usual one: strangers do not break a habit. Where a
// carrier changes it, those tell who have talked to the office before.

function formOf({ caller: { number }, memory }: Evidence): Arrival['form'] {
  const { usualForm } = memory.trunk;
  const form = number === null ? null : writtenForm(number);
  return usualForm !== null && form !== usualForm && isStranger(memory.caller) ? null : form;
}

function assertionOf({ caller, origin, trunk, memory }: Evidence): Arrival['asserted'] {
  if (caller.number === null || !trunk.profile.trustsAssertedIdentity) return null;
  const isAsserted = origin.assertedNumber !== null;
  return memory.trunk.alwaysAsserts && !isAsserted && isStranger(memory.caller) ? null : isAsserted;
}

function presentedAs({ presentation }: Evidence['caller']): Arrival['presented'] {
  if (presentation === 'presented') return 'presented';
  return presentation === 'unknown' ? 'withheld-unknown' : 'withheld';
}
