import { maskNumber } from '../../numbering/mask';
import { defineRule } from '../finding';
import { countryName } from '../phrases';

/** Foreign calls by what the office says of the country; from welcome countries the rule is silent. */
export const foreignNumber = defineRule({
  id: 'foreign-number',
  group: 'plan',
  weight: 25,
  variants: { unexpected: 25, 'high-risk': 40 },
  forgery: false,
  look({ caller: { number } }, knowledge) {
    if (number?.kind !== 'foreign') return null;
    const standing = knowledge.countryStanding(number.country);
    if (standing === 'welcome') return null;
    return { facts: { number: maskNumber(number), country: number.country ?? '', standing }, variant: standing };
  },
  wording: {
    ja: ({ number, country, standing }) =>
      `${number} は${country === '' ? '国外' : countryName(country, 'ja')}の番号で、${
        standing === 'high-risk' ? '要注意の国に挙げられています' : '付き合いのある国に挙げられていません'
      }。`,
    en: ({ number, country, standing }) =>
      `${number} is a number from ${country === '' ? 'abroad' : countryName(country, 'en')}, ${
        standing === 'high-risk' ? 'which the office lists as high-risk' : 'which the office does not list as welcome'
      }.`,
  },
});
