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
});
