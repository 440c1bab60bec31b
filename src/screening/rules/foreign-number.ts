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
  about: {
    ja: {
      sees: '国外の番号で、その国が `office.countries.welcome` に挙げられていないこと。`highRisk` に挙げた国なら重くなります。',
      why: '付き合いのない国からの電話は、多くの事務所では迷惑電話です。',
      falseAlarms: '海外の新しい取引先、旅行中のお客様などです。',
      tuning:
        '取引のある国を `office.countries.welcome` に、特に警戒する国を `highRisk` に書いてください。`weight` を変えると、場合ごとの重み（+25、+40）も同じ割合で変わります。',
    },
    en: {
      sees: 'A foreign number of a country that `office.countries.welcome` does not name; it weighs more when `highRisk` names it.',
      why: 'For most offices, calls from countries they do not deal with are nuisance calls.',
      falseAlarms: 'A new partner abroad, a customer on a journey.',
      tuning:
        'Name the countries you deal with in `office.countries.welcome`, and those to be wary of in `highRisk`. A configured `weight` changes both variants (+25, +40) in proportion.',
    },
  },
});
