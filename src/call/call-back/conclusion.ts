import { type Fingerprint, sameFingerprint } from '../../screening/fingerprint';
import type { CallBackAnswer } from '../../text/answers';

/**
 * What a call-back says of the calls that led to it. `verified`: the owner made them. `spoof`: somebody else did.
 * `ambiguous`: the owner made one of them, nobody knows which. `inconclusive`: nothing is known.
 */
export type Conclusion = 'verified' | 'spoof' | 'ambiguous' | 'inconclusive';

/**
 * @param fingerprints of all calls that showed the number from the first of them until the answer. The owner may have made
 *   the one, and a forger the other: "yes" speaks for an origin only when all came from there. "no" speaks of each.
 */
export function conclude(answer: CallBackAnswer, fingerprints: readonly (Fingerprint | null)[]): Conclusion {
  if (answer === 'no') return 'spoof';
  if (answer !== 'yes') return 'inconclusive';
  const [first = null] = fingerprints;
  const isOne = first !== null && fingerprints.every((other) => other !== null && sameFingerprint(first, other));
  return isOne ? 'verified' : 'ambiguous';
}

/** One of each. */
export function distinct<T extends { readonly fingerprint: Fingerprint | null }>(subjects: readonly T[]): readonly T[] {
  return subjects.filter(
    ({ fingerprint }, place) =>
      fingerprint !== null &&
      subjects.findIndex((other) => other.fingerprint !== null && sameFingerprint(other.fingerprint, fingerprint)) ===
        place,
  );
}
