import type { CallIdentity, Invite, TrunkTrust } from '../../../src/caller/caller';
import { identify } from '../../../src/caller/identify';
import { inviteFromMessage } from '../../../src/caller/sip-message';
import { numbering } from '../../support/numbering';

/** What this room reads from the numbering plan is shape alone, so no case depends on an allocation. */
export { numbering };

export const trusted: TrunkTrust = { trustsAssertedIdentity: true };
export const untrusted: TrunkTrust = { trustsAssertedIdentity: false };

/** An INVITE with these header lines; the request URI is a gateway's extension, as on many Japanese lines. */
export function inviteWith(...headers: readonly string[]): Invite {
  return inviteFromMessage(['INVITE sip:3@192.0.2.10:5060 SIP/2.0', ...headers, '', ''].join('\r\n'));
}

export function identifyTrusted(...headers: readonly string[]): CallIdentity {
  return identify(inviteWith(...headers), trusted, numbering);
}

export function identifyUntrusted(...headers: readonly string[]): CallIdentity {
  return identify(inviteWith(...headers), untrusted, numbering);
}
