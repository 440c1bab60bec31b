import type { Invite } from './caller';

/** The tokens of Privacy, lower case. RFC 3323 separates bare words by semicolons; commas, blanks and quotes are seen too. */
export function readPrivacy(invite: Invite): readonly string[] {
  const tokens = invite
    .header('privacy')
    .join(';')
    .toLowerCase()
    .split(/[;,"\s]+/);
  // priv-values are words. Anything else is no token, and could smuggle a number past a withheld caller's wish.
  return [...new Set(tokens)].filter((token) => /^[a-z-]{1,20}$/.test(token));
}

/** `id` (RFC 3325 §9.3), `user` and `header` (RFC 3323 §4.2) each ask to hide who calls. */
export function hidesCaller(privacy: readonly string[]): boolean {
  return privacy.includes('id') || privacy.includes('user') || privacy.includes('header');
}

/** `history` (RFC 7044 §10.1) asks to hide the History-Info entries. */
export function hidesHistory(privacy: readonly string[]): boolean {
  return privacy.includes('history') || privacy.includes('header') || privacy.includes('session');
}
