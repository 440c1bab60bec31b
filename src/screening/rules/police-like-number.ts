import { maskNumber } from '../../numbering/mask';
import { defineRule } from '../finding';
import { endsLikePolice, isFromAbroad, isJapanese } from '../number-groups';

/** Since 2025 fraudsters show numbers of this ending. */
export const policeLikeNumber = defineRule({
  id: 'police-like-number',
  group: 'official',
  weight: 50,
  forgery: false,
  look({ caller: { number } }, knowledge) {
    if (number === null || !endsLikePolice(number)) return null;
    if (!isJapanese(number) && !isFromAbroad(number)) return null;
    return knowledge.protectedNumbers.ownerOf(number) === null ? { facts: { number: maskNumber(number) } } : null;
  },
  wording: {
    ja: ({ number }) => `${number} の末尾は警察と同じ 0110 ですが、警察の番号帯にはありません。`,
    en: ({ number }) => `${number} ends in 0110 like a police number, but lies in no block of police numbers.`,
  },
  about: {
    ja: {
      sees: '末尾が警察署と同じ 0110 なのに、警察の番号ではない番号（050、携帯、国外、警察の番号帯の外）。',
      why: '2025年から、末尾 0110 の番号を名乗る偽警察の電話が急に増えました。',
      falseAlarms: 'たまたま末尾が 0110 の、普通の会社や個人の番号もあります。',
      tuning: 'なじみの相手は `lists` で許可してください。',
    },
    en: {
      sees: "A number that ends in 0110 like a police station's but is not one: 050, a mobile, a foreign number, or outside the blocks of police numbers.",
      why: 'Since 2025, calls from false police with numbers ending in 0110 have become many.',
      falseAlarms: 'Some ordinary firms and people happen to have such a number.',
      tuning: 'Allow those you know in `lists`.',
    },
  },
});
