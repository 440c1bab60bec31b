import { defineRule } from '../finding';

/** Attestation C (RFC 8588): the signer took the call from a gateway and knows nothing of its origin. */
export const attestedByGateway = defineRule({
  id: 'attested-by-gateway',
  group: 'origin',
  weight: 15,
  forgery: false,
  look({ caller, origin: { attestation, shakenResult } }) {
    return attestation === 'C' && shakenResult === 'success' && caller.number !== null ? { facts: {} } : null;
  },
  wording: {
    ja: () => '署名した事業者は、この番号の出所を知りません（アテステーション C）。',
    en: () => 'The signing carrier does not know where the number comes from (attestation C).',
  },
  about: {
    ja: {
      sees: '検証できた署名のうち、証明レベル C（ゲートウェイから受け取っただけ）のもの。',
      why: '署名した事業者は、番号の出所を知らないと言っています。',
      falseAlarms: '国外や古い網を経由した、まともな着信もレベル C になります。',
      tuning: '重み（`weight`）と `mode` のほかに、設定はありません。',
    },
    en: {
      sees: 'A signature that verifies, of attestation level C: the signer only took the call from a gateway.',
      why: 'The signing carrier says that it does not know where the number comes from.',
      falseAlarms: 'Honest calls by way of other countries or older networks are level C, too.',
      tuning: 'Nothing but its `weight` and `mode`.',
    },
  },
});
