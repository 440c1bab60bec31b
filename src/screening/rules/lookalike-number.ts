import { maskNumber } from '../../numbering/mask';
import { defineRule } from '../finding';

/** `+422550110` reads like 0422-55-0110; `+1800335814321` contains 03-3581-4321. */
export const lookalikeNumber = defineRule({
  id: 'lookalike-number',
  group: 'plan',
  weight: 90,
  forgery: true,
  look({ caller: { number } }, knowledge) {
    if (number === null) return null;
    const owner = knowledge.protectedNumbers.imitatedBy(number);
    return owner === null ? null : { facts: { number: maskNumber(number), owner } };
  },
  wording: {
    ja: ({ number, owner }) => `${number} は国外の番号の形ですが、${owner} の番号の数字を含んでいます。`,
    en: ({ number, owner }) =>
      `${number} has the form of a foreign number, but contains the digits of the number of ${owner}.`,
  },
});
