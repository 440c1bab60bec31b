import { maskNumber } from '../../numbering/mask';
import { defineRule } from '../finding';

/** +422, +801, +295 …: country codes the world plan (ITU-T E.164) gives to nobody. */
export const nonexistentCountry = defineRule({
  id: 'nonexistent-country',
  group: 'plan',
  weight: 100,
  forgery: true,
  look({ caller: { number } }) {
    return number?.kind === 'nonexistent-country' ? { facts: { number: maskNumber(number) } } : null;
  },
  wording: {
    ja: ({ number }) => `${number} は、存在しない国番号で始まっています。`,
    en: ({ number }) => `${number} begins with a country code that does not exist.`,
  },
});
