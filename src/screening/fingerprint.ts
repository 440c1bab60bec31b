import type { Caller, Origin } from '../caller/caller';
import type { NumberForm } from '../numbering/number-info';

/**
 * Where and how a number usually arrives. Like the host key of SSH it proves nothing the first time; that it
 * has changed is what tells.
 */
export interface Fingerprint {
  readonly trunk: string;
  /** Host of the trusted P-Asserted-Identity; `null` without one. */
  readonly assertedHost: Origin['assertedHost'];
  readonly origIoi: Origin['origIoi'];
  readonly form: NumberForm;
}

interface Arrival {
  readonly trunk: { readonly name: string };
  readonly caller: Caller;
  readonly origin: Origin;
}

/** The fingerprint of a call; `null` when the caller shows no number. */
export function fingerprintOf({ trunk, caller, origin }: Arrival): Fingerprint | null {
  if (caller.number === null) return null;
  const { assertedHost, origIoi } = origin;
  return { trunk: trunk.name, assertedHost, origIoi, form: caller.number.form };
}

/** The same trunk and carrier evidence; the form of the number may differ. */
export function sameOrigin(a: Fingerprint, b: Fingerprint): boolean {
  return a.trunk === b.trunk && a.assertedHost === b.assertedHost && a.origIoi === b.origIoi;
}

export function sameFingerprint(a: Fingerprint, b: Fingerprint): boolean {
  return sameOrigin(a, b) && a.form === b.form;
}
