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
  about: {
    ja: {
      sees: '検証できた署名のうち、証明レベル A のもの。',
      why: '署名した事業者が、発信者にその番号を使う権利があると保証しています。',
      falseAlarms: '乗っ取られた電話機からの着信でも、番号は本物なのでレベル A になります。',
      tuning: '重み（`weight`）と `mode` のほかに、設定はありません。',
    },
    en: {
      sees: 'A signature that verifies, of attestation level A.',
      why: "The signing carrier vouches for the caller's right to the number.",
      falseAlarms: 'A hijacked telephone has level A as well, for its number is genuine.',
      tuning: 'Nothing but its `weight` and `mode`.',
    },
  },
});
