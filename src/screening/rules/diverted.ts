import { maskNumber } from '../../numbering/mask';
import { defineRule } from '../finding';
import { dialKey } from '../number-groups';

/** Diversion (RFC 5806) or History-Info (RFC 7044); on untrusted trunks the evidence does not carry it. */
export const diverted = defineRule({
  id: 'diverted',
  group: 'origin',
  weight: -40,
  forgery: false,
  look({ origin: { diverted, divertedBy }, called }) {
    if (!diverted) return null;
    if (divertedBy === null) return { facts: { by: '' } };
    // Some providers name the called number itself on every call: nobody forwarded that.
    if (called.candidates.some((number) => dialKey(number) === dialKey(divertedBy))) return null;
    return { facts: { by: maskNumber(divertedBy) } };
  },
  wording: {
    ja: ({ by }) =>
      by === ''
        ? '信用できる回線が、転送された着信だと伝えています。'
        : `信用できる回線が、${by} から転送された着信だと伝えています。`,
    en: ({ by }) => `A trusted trunk says the call was forwarded${by === '' ? '' : ` by ${by}`}.`,
  },
});
