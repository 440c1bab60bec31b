import { type Address, addressParam } from './address';
import type { Invite, Origin } from './caller';

/** `verstat` values of 3GPP TS 24.229, gravest first; some networks append an attestation level (`…-Passed-A`). */
const verstatWords = [
  ['tn-validation-failed', 'failed'],
  ['no-tn-validation', 'not-validated'],
  ['tn-validation-passed', 'passed'],
] as const;

/** The gravest `verstat` among the addresses: a pass in one must not cover a failure in another. */
export function readVerstat(addresses: readonly Address[]): Origin['verstat'] {
  const values = addresses.map((address) => addressParam(address, 'verstat')?.toLowerCase() ?? '');
  return verstatWords.find(([word]) => values.some((value) => value.startsWith(word)))?.[1] ?? null;
}

/** Attestation level (RFC 8588 §4); anything but A, B, C is none. */
export function toAttestation(claim: unknown): Origin['attestation'] {
  const level = typeof claim === 'string' ? claim.trim().toUpperCase() : null;
  return level === 'A' || level === 'B' || level === 'C' ? level : null;
}

/** What the PBX's check of an Identity header found: `success:A`, `cert_not_trusted:`. */
export function readShaken(text: string | null): Invite['shaken'] {
  const [result = '', attestation = ''] = text?.split(':') ?? [];
  return result === '' ? null : { result, attestation: attestation || null };
}

/**
 * What an Identity header claims, read without checking its signature: a message from a file has no PBX that verified it.
 * `null` without Identity and for one that cannot be decoded.
 */
export function readUnverifiedIdentity(identity: string | undefined): Invite['shaken'] {
  const passport = identity?.split(';', 1)[0]?.split('.');
  if (passport?.length !== 3) return null;
  // The compact form leaves header and payload empty (RFC 8225 §7): an Identity, but without a level.
  if (passport[1] === '') return { result: 'unverified', attestation: null };
  const claims = decodeClaims(passport[1] ?? '');
  if (claims === null) return null;
  return { result: 'unverified', attestation: toAttestation(claims.attest) };
}

function decodeClaims(payload: string): { readonly attest?: unknown } | null {
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return typeof claims === 'object' ? claims : null;
  } catch {
    return null;
  }
}
