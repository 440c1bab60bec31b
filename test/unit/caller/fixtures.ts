import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CallIdentity, Invite, TrunkTrust } from '../../../src/caller/caller';
import { identify } from '../../../src/caller/identify';
import { inviteFromMessage } from '../../../src/caller/sip-message';
import type { Numbering } from '../../../src/numbering/number-info';
import { openNumbering } from '../../../src/numbering/numbering';

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

/** The numbering plan as shipped. What this room reads from it is shape alone, so no case depends on an allocation. */
export const numbering: Numbering = openNumbering(readFileSync(join(__dirname, '../../../data/numbering.txt'), 'utf8'));
