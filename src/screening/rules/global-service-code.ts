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
  about: {
    ja: {
      sees: '国ではなく国際的なサービスに割り当てられた番号（+800、+808、+870、+878、+881 から +883、+888、+979）。',
      why: '事務所にかけてくることはまれで、詐欺に多く使われています。',
      falseAlarms: '船舶や衛星電話、災害の救援に当たる人もこの番号を使います。',
      tuning: '衛星電話の取引先があれば、その番号か先頭の数字を `lists` で許可してください。',
    },
    en: {
      sees: 'A number of an international service instead of a country: +800, +808, +870, +878, +881 to +883, +888, +979.',
      why: 'Offices rarely get calls from these, and fraudsters use them a great deal.',
      falseAlarms: 'Ships, satellite telephones and relief workers have such numbers.',
      tuning: 'If you deal with somebody on a satellite telephone, allow the number or its first digits in `lists`.',
    },
  },
});
