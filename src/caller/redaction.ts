import type { NumberInfo } from '../numbering/number-info';
import type { Address } from './address';
import type { Called, CallIdentity, Origin } from './caller';
import { digitsOf } from './number-text';

/** Shorter digit runs stand in addresses, tags and ports by chance. */
const shortestSecret = 7;

/**
 * A withheld caller's identity without any field that repeats the caller's number: a forwarding entry, a Call-ID or a
 * host name made from it. The number may have come with the call in any header and any form (`0…`, `+81…`, `010…`).
 */
export function redact(identity: CallIdentity, callers: readonly Address[]): CallIdentity {
  const tells = telltaleOf(numbersOf(callers));
  return {
    sipCallId: unlessIt(tells, identity.sipCallId),
    caller: identity.caller,
    origin: redactOrigin(identity.origin, tells),
    called: redactCalled(identity.called, tells),
  };
}

/** Whether a text tells a number. */
export type Telltale = (text: string) => boolean;

/** Whether a text repeats one of the numbers, in whatever form either is written. */
export function telltaleOf(numbers: readonly string[]): Telltale {
  const secrets = [...new Set(numbers.map(significantDigits))].filter(({ length }) => length >= shortestSecret);
  if (secrets.length === 0) return () => false;
  return (text) => {
    const digits = digitsOf(text);
    return secrets.some((secret) => digits.includes(secret));
  };
}

/** Whether a number of Japan stands in the text as a word of its own, whosever it is. */
export function holdsNumber(text: string): boolean {
  return /(?<![0-9A-Za-z])(?:\+?81|0)\d{9,10}(?![0-9A-Za-z])/.test(text);
}

function numbersOf(callers: readonly Address[]): readonly string[] {
  return callers.flatMap(({ user, displayName, host }) => [
    ...numbersIn(user),
    ...numbersIn(displayName),
    ...numbersInHost(host),
  ]);
}

/** The text as one number (`03 1234 5678`), and each number that stands in it among words and other figures. */
function numbersIn(text: string | null): readonly string[] {
  return text === null ? [] : [text, ...(text.normalize('NFKC').match(/\d[\d().-]*/g) ?? [])];
}

/** `<sip:0312345678>`: without an `@` the number stands where a host should. Addresses have shorter runs of digits. */
function numbersInHost(host: string | null): readonly string[] {
  return host?.match(/\d{9,}/g) ?? [];
}

/** Field by field, so that the compiler asks about every field added later. */
function redactOrigin(origin: Origin, tells: Telltale): Origin {
  const { divertedBy } = origin;
  return {
    assertedNumber: origin.assertedNumber,
    asserted: origin.asserted,
    assertedHost: unlessIt(tells, origin.assertedHost),
    fromHost: unlessIt(tells, origin.fromHost),
    origIoi: unlessIt(tells, origin.origIoi),
    divertedBy: divertedBy !== null && tells(divertedBy.input) ? null : divertedBy,
    diverted: origin.diverted,
    verstat: origin.verstat,
    attestation: origin.attestation,
    shakenResult: unlessIt(tells, origin.shakenResult),
    callingPartyCategory: unlessIt(tells, origin.callingPartyCategory),
    peerAddress: unlessIt(tells, origin.peerAddress),
    privacy: origin.privacy,
    fromAnonymous: origin.fromAnonymous,
  };
}

function redactCalled(called: Called, tells: Telltale): Called {
  const isSafe = (number: NumberInfo): boolean => !tells(number.input);
  return {
    number: called.number !== null && isSafe(called.number) ? called.number : null,
    candidates: called.candidates.filter(isSafe),
  };
}

function unlessIt(tells: Telltale, text: string | null): string | null {
  return text !== null && tells(text) ? null : text;
}

/** The digits that all forms of one number share: no international, country or trunk prefix. */
function significantDigits(text: string): string {
  return digitsOf(text).replace(/^(?:010|00)?(?:81)?0?/, '');
}
