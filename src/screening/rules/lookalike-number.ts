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
  about: {
    ja: {
      sees: '国外の番号の形をしながら、警察・市区町村や守る番号の数字（先頭の 0 を除く8桁以上）をそのまま含む番号。',
      why: '`+422550110` は 0422-55-0110（武蔵野警察署）に見えます。偶然に8桁も一致することは、まずありません。',
      falseAlarms: 'ごくまれに、本当の国外の番号が偶然に同じ数字を含みます。',
      tuning:
        'まねられては困る番号を `office.protectedNumbers` に書き足せます。偶然に一致した取引先は `excuses` 付きで許可してください。',
    },
    en: {
      sees: 'A number in the form of a foreign one that contains the digits of a police, municipal or protected number: eight or more, without the leading 0.',
      why: '`+422550110` reads like 0422-55-0110, a police station. So many digits hardly ever agree by chance.',
      falseAlarms: 'Once in a great while a genuine foreign number happens to contain them.',
      tuning:
        'Add the numbers nobody should imitate to `office.protectedNumbers`; allow a partner who is met by chance with `excuses`.',
    },
  },
});
