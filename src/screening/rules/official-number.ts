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
  about: {
    ja: {
      sees: '警察・市区町村など公的な番号、`office.protectedNumbers` の番号、または警察の番号帯にある末尾 0110 の固定電話の番号。',
      why: '本物からもかかってきますが、詐欺がもっとも名乗りたがる番号でもあります。確かめて、公表された番号へのかけ直しをお勧めするだけで、決して断りません。',
      falseAlarms: '本物の警察や役所、銀行にも数字を押してもらうことになります。',
      tuning:
        'よくかかってくる役所は `lists` で許可できます。守りたい番号は `office.protectedNumbers` に書き足してください。',
    },
    en: {
      sees: 'A number of the police or a municipality, one of `office.protectedNumbers`, or a landline ending 0110 in a block of police numbers.',
      why: 'Genuine calls come from these, and they are what fraudsters like best to show. Such a call is screened, with the advice to call back the published number, and never rejected.',
      falseAlarms: 'The genuine police, town hall or bank has to press a digit as well.',
      tuning: 'Allow an authority that calls often in `lists`; add numbers to protect to `office.protectedNumbers`.',
    },
  },
});
