import type { Address } from './address';
import type { Presentation } from './caller';
import { isFullLength, isNumberText } from './number-text';

export type Withheld = Exclude<Presentation, 'presented'>;

/** Reasons in the From display-name, TTC JJ-90.22. */
const reasons: ReadonlyMap<string, Withheld> = new Map([
  ['anonymous', 'user'],
  ['coin line/payphone', 'payphone'],
  ['unavailable', 'unavailable'],
  ['interaction with other service', 'unavailable'],
]);

/**
 * Words that gateways send in place of a number or as a reason of their own. `P`, `O` and `C` are the absence codes
 * of analogue number display: private, out of area, coin line. `Unknown` is ISDN's "number not available".
 */
const words: ReadonlyMap<string, Withheld> = new Map([
  ...reasons,
  ['private', 'user'],
  ['restricted', 'user'],
  ['blocked', 'user'],
  ['p', 'user'],
  ['unknown', 'unavailable'],
  ['o', 'unavailable'],
  ['c', 'payphone'],
]);

/** What From alone says: why there is no number, or `null` when it presents one. */
export function withheldByFrom(from: Address): Withheld | null {
  const name = wordOf(from.displayName);
  if (isAnonymousUri(from)) return words.get(name) ?? 'unknown';

  const reason = reasons.get(name) ?? null;
  if (isNumberText(from.user)) {
    // Beside a full number only the wish for anonymity withholds: foreign trunks write "Unavailable" for a missing *name*.
    return reason === 'user' || (reason !== null && !isFullLength(from.user)) ? reason : null;
  }
  if (reason !== null) return reason;
  // Some gateways leave the user part empty, or put their own name there, and the number into the display-name.
  if (isNumberText(from.displayName)) return null;
  const word = words.get(wordOf(from.user)) ?? words.get(name);
  return word ?? (from.user === null ? 'unknown' : null);
}

/** True for a display-name that stands for a missing number or name and says nothing of the caller. */
export function isAbsenceWord(name: string): boolean {
  return words.has(wordOf(name));
}

/** As the tables write it: in any case, and with whatever blanks a folded line leaves between words (RFC 3261 §25.1). */
function wordOf(text: string | null): string {
  return text?.toLowerCase().replace(/\s+/g, ' ') ?? '';
}

/** `sip:anonymous@anonymous.invalid` (RFC 3323); half of it is enough, for it never means a number. */
function isAnonymousUri(address: Pick<Address, 'user' | 'host'>): boolean {
  return address.user?.toLowerCase() === 'anonymous' || address.host === 'anonymous.invalid';
}

/** Everything besides From that bears on whether the number may be shown. */
export interface PresentationSigns {
  /** Privacy or Remote-Party-ID asks to hide the caller. */
  readonly privacyAsked: boolean;
  /** `CALLERID(pres)` of the PBX. */
  readonly pbxPresentation: string | null;
  /** From a trusted trunk only. */
  readonly callingPartyCategory: string | null;
}

/** The call's presentation. A sign that withholds is never outvoted by one that presents. */
export function decidePresentation(from: Address, signs: PresentationSigns): Presentation {
  const pbx = signs.pbxPresentation?.toLowerCase() ?? '';
  const byFrom = withheldByFrom(from);
  const asked = signs.privacyAsked || pbx.startsWith('prohib');
  if (byFrom === null && !asked) return 'presented';
  // A payphone's number is hidden by the network, not by whoever calls from it.
  if (signs.callingPartyCategory === 'payphone') return 'payphone';
  // Networks add Privacy to every anonymous call; the reason in From is the more precise word.
  if (byFrom !== null && byFrom !== 'unknown') return byFrom;
  if (asked) return 'user';
  return pbx === 'unavailable' ? 'unavailable' : 'unknown';
}
