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
    // A carrier has many border controllers, and calls come now by one, now by another.
    assertedHost: assertedHost !== null && isAddress(assertedHost) ? null : assertedHost,
    origIoi,
    form: caller.number.form,
  };
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
