import type { NumberInfo, NumberKind } from '../numbering/number-info';
import { parseAddress } from './address';
import type { Called, Invite } from './caller';
import { isNumberText } from './number-text';
import { parseSipUri } from './sip-uri';

/** Kinds a called line never has: a gateway's extension `3` in the request URI is one of them. */
const notSubscribers: ReadonlySet<NumberKind> = new Set([
  'internal',
  'impossible',
  'special',
  'carrier-access',
  'nonexistent-country',
]);

/** The called number. P-Called-Party-ID (RFC 7315 §4.2) names the called party, never the caller. */
export function readCalled(invite: Invite, lookUp: (text: string) => NumberInfo): Called {
  const texts = [
    userOf(invite.header('p-called-party-id')[0]),
    userOf(invite.header('to')[0]),
    parseSipUri(invite.requestUri).user,
    invite.pbx?.extension ?? null,
  ]
    .filter((text) => text !== null)
    .filter(isNumberText);
  const candidates = [...new Set(texts)].map(lookUp);
  const subscriber = candidates.find((candidate) => !notSubscribers.has(candidate.kind));
  return { number: subscriber ?? candidates[0] ?? null, candidates };
}

/** The number that was called as it is dialled in Japan; `null` where nothing tells. */
export function calledNumber({ number }: Called): string | null {
  return number === null ? null : (number.national ?? number.input);
}

function userOf(value: string | undefined): string | null {
  return value === undefined ? null : (parseAddress(value)?.user ?? null);
}
