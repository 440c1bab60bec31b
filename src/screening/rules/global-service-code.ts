import { maskNumber } from '../../numbering/mask';
import { defineRule } from '../finding';

/** Ships and relief workers call from these, and so do fraudsters, who rent them by the thousand. */
export const globalServiceCode = defineRule({
  id: 'global-service-code',
  group: 'plan',
  weight: 50,
  forgery: false,
  look({ caller: { number } }) {
    return number?.kind === 'global-service'
      ? { facts: { number: maskNumber(number), code: number.callingCode ?? '' } }
      : null;
  },
  wording: {
    ja: ({ number, code }) => `${number} は国ではなく、国際的なサービス（+${code}）の番号です。`,
    en: ({ number, code }) => `${number} belongs to an international service (+${code}), not to a country.`,
  },
});
