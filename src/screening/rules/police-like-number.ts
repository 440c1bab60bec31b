import { maskNumber } from '../../numbering/mask';
import { defineRule } from '../finding';
import { isFromAbroad, isJapanese } from '../number-groups';

/** Since 2025 fraudsters show numbers ending 0110, the ending of Japan's police stations. */
export const policeLikeNumber = defineRule({
  id: 'police-like-number',
  group: 'official',
  weight: 50,
  forgery: false,
  look({ caller: { number } }, knowledge) {
    if (number === null || !(number.e164 ?? number.input).endsWith('0110')) return null;
    if (!isJapanese(number) && !isFromAbroad(number)) return null;
    return knowledge.protectedNumbers.ownerOf(number) === null ? { facts: { number: maskNumber(number) } } : null;
  },
  wording: {
    ja: ({ number }) => `${number} の末尾は警察と同じ 0110 ですが、警察の番号帯にはありません。`,
    en: ({ number }) => `${number} ends in 0110 like a police number, but lies in no block of police numbers.`,
  },
});
