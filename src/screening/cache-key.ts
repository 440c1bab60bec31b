import type { NumberInfo } from '../numbering/number-info';
import type { Context } from './context';
import type { Evidence } from './finding';
import { dialKey } from './number-groups';
import { addressOffList } from './peers';

/**
 * Everything the rules look at but for the memory of earlier calls ({@link memoryKey}), as one text: a verdict may be
 * remembered for this evidence, never for a number alone. Equal texts, with equal memories, mean equal assessments until
 * the `validUntil` of the first. Holds full numbers: store a keyed hash of it.
 *
 * A JSON array keeps the fields apart whatever they contain. The caller's category is not in it:
 * it speaks only through `presentation`.
 */
export function evidenceKey(evidence: Evidence, context: Context): string {
  const { trunk, caller, origin, called, at } = evidence;
  const { knowledge, ruleBookVersion } = context;
  return JSON.stringify([
    ruleBookVersion,
    knowledge.dataDate,
    knowledge.dataAge(at),
    trunk.name,
    trunk.profile,
    caller.presentation,
    numberParts(caller.number),
    numberParts(origin.assertedNumber),
    origin.asserted,
    origin.assertedHost,
    origin.fromHost,
    origin.origIoi,
    origin.diverted,
    numberParts(origin.divertedBy),
    origin.verstat,
    origin.attestation,
    origin.shakenResult,
    addressOffList(evidence),
    origin.privacy,
    origin.fromAnonymous,
    called.candidates.map(dialKey),
    knowledge.isOpen(at),
    caller.number === null ? null : knowledge.reports(caller.number, at),
  ]);
}

/** As it arrived, for what is displayed is evidence too, and what the table said of it when it was judged. */
function numberParts(number: NumberInfo | null) {
  if (number === null) return null;
  const { input, form, kind, status, carrier, country, callingCode } = number;
  return [input, form, kind, status, carrier?.id ?? null, country, callingCode];
}
