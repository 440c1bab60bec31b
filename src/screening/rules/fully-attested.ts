import { maskNumber } from '../../numbering/mask';
import { defineRule } from '../finding';

/** Attestation A (RFC 8588): the signer vouches for the caller's right to the number; verified against it by the PBX. */
export const fullyAttested = defineRule({
  id: 'fully-attested',
  group: 'origin',
  weight: -30,
  forgery: false,
  look({ caller: { number }, origin: { attestation, shakenResult } }) {
    if (attestation !== 'A' || shakenResult !== 'success' || number === null) return null;
    return { facts: { number: maskNumber(number) } };
  },
  wording: {
    ja: ({ number }) => `署名した事業者が、${number} は発信者の番号であると保証しています（アテステーション A）。`,
    en: ({ number }) => `The signing carrier vouches for the caller's right to ${number} (attestation A).`,
  },
});
