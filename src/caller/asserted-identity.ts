import { type Address, parseAddresses } from './address';
import type { Invite } from './caller';
import { firstNumberText } from './number-text';

/** What the network asserts of the caller. Only for trunks trusted for it (RFC 3325 §5). */
export interface AssertedIdentity {
  readonly addresses: readonly Address[];
  /** Number of the first value that has one; `null` e.g. for `sip:anonymous@…`. */
  readonly number: string | null;
  /** Host of the first value that has one: a tel URI has none. */
  readonly host: string | null;
}

/** P-Asserted-Identity, else its predecessor Remote-Party-ID; `null` when neither is there. */
export function readAssertedIdentity(invite: Invite): AssertedIdentity | null {
  const asserted = parseAddresses(invite.header('p-asserted-identity'));
  const addresses = asserted.length > 0 ? asserted : readRemoteParty(invite);
  if (addresses.length === 0) return null;
  return {
    addresses,
    number: firstNumberText(addresses.map((address) => address.user)),
    host: addresses.find((address) => address.host !== null)?.host ?? null,
  };
}

/** Remote-Party-ID values that speak of the caller (draft-ietf-sip-privacy-04: `party=calling` is the default). */
export function readRemoteParty(invite: Invite): readonly Address[] {
  return parseAddresses(invite.header('remote-party-id')).filter(
    (address) => (address.params.get('party')?.toLowerCase() ?? 'calling') === 'calling',
  );
}

/** Remote-Party-ID's own wish for privacy: `full`, or `uri`; `name` hides the name alone. */
export function remotePartyHidesCaller(invite: Invite): boolean {
  return readRemoteParty(invite).some((address) => {
    const wish = address.params.get('privacy')?.toLowerCase();
    return wish === 'full' || wish === 'uri';
  });
}
