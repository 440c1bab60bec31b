import { maskNumber } from '../../numbering/mask';
import { defineRule } from '../finding';
import { police } from '../protected-numbers';

/** Real police calls come from these numbers, and so do forged ones: screened with advice, never rejected. */
export const officialNumber = defineRule({
  id: 'official-number',
  group: 'official',
  weight: 40,
  forgery: false,
  look({ caller: { number } }, knowledge) {
    if (number === null) return null;
    const owner = knowledge.protectedNumbers.ownerOf(number);
    return owner === null ? null : { facts: { number: maskNumber(number), owner } };
  },
  wording: {
    ja: ({ number, owner }) =>
      `${number} は${owner === police ? '警察の番号帯にある' : ` ${owner} の`}番号ですが、なりすましもあるので、一度切って公表された番号へかけ直すと確実です。`,
    en: ({ number, owner }) =>
      `${number} is ${owner === police ? 'in a block of police numbers' : `the number of ${owner}`}, which can be forged: hang up and call back the published number.`,
  },
});
