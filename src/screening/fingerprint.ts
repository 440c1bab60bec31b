import type { Caller, Origin } from '../caller/caller';
import type { TrunkProfile } from '../config/schema';
import type { NumberForm } from '../numbering/number-info';
import { addressOffList } from './peers';

/**
 * Where and how a number usually arrives. Like the host key of SSH it proves nothing the first time; that it
 * has changed is what tells.
 */
export interface Fingerprint {
  readonly trunk: string;
  /** Name of the host in the trusted P-Asserted-Identity; `null` without one. */
  readonly assertedHost: Origin['assertedHost'];
  readonly origIoi: Origin['origIoi'];
  readonly form: NumberForm;
}

interface Arrival {
  readonly trunk: { readonly name: string; readonly profile: TrunkProfile };
  readonly caller: Caller;
  readonly origin: Origin;
}

/**
 * The fingerprint of a call; `null` when the caller shows no number, or came past the carrier and could make all of it
 * look as it should.
 */
export function fingerprintOf(call: Arrival): Fingerprint | null {
  const { trunk, caller, origin } = call;
  if (caller.number === null || addressOffList(call) !== null) return null;
  const { assertedHost, origIoi } = origin;
  return {
    trunk: trunk.name,
    assertedHost: hostName(assertedHost),
    origIoi: hostName(origIoi),
    form: caller.number.form,
  };
}

/** The longest name there is (RFC 1035 §2.3.4). */
const longestName = 253;

/** A carrier has many border controllers, and calls come now by one, now by another: their addresses are no names. */
function hostName(host: string | null): string | null {
  return host === null || isAddress(host) || host.length > longestName ? null : host;
}

/** IPv4 or IPv6, in place of a name. */
function isAddress(host: string): boolean {
  return host.includes(':') || /^[\d.]+$/.test(host);
}

/** The same trunk and carrier evidence; the form of the number may differ. */
export function sameOrigin(a: Fingerprint, b: Fingerprint): boolean {
  return a.trunk === b.trunk && a.assertedHost === b.assertedHost && a.origIoi === b.origIoi;
}

export function sameFingerprint(a: Fingerprint, b: Fingerprint): boolean {
  return sameOrigin(a, b) && a.form === b.form;
}
