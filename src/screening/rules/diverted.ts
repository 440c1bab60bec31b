import { maskNumber } from '../../numbering/mask';
import { defineRule } from '../finding';
import { wasForwarded } from '../forwarding';

/** Diversion (RFC 5806) or History-Info (RFC 7044); on untrusted trunks the evidence does not carry it. */
export const diverted = defineRule({
  id: 'diverted',
  group: 'origin',
  weight: -40,
  forgery: false,
  look(evidence) {
    if (!wasForwarded(evidence)) return null;
    const { divertedBy } = evidence.origin;
    return { facts: { by: divertedBy === null ? '' : maskNumber(divertedBy) } };
  },
  wording: {
    ja: ({ by }) =>
      by === ''
        ? '信用できる回線が、転送された着信だと伝えています。'
        : `信用できる回線が、${by} から転送された着信だと伝えています。`,
    en: ({ by }) => `A trusted trunk says the call was forwarded${by === '' ? '' : ` by ${by}`}.`,
  },
});
