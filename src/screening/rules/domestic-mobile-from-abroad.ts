import { maskNumber } from '../../numbering/mask';
import { defineRule } from '../finding';
import { carrierFact, claimEn, claimJa } from '../phrases';

/** Roaming mobiles come in over international gateways: never more than a hint. */
export const domesticMobileFromAbroad = defineRule({
  id: 'domestic-mobile-from-abroad',
  group: 'origin',
  weight: 20,
  forgery: false,
  look({ caller: { number }, trunk }) {
    if (trunk.profile.reach !== 'international' || number?.kind !== 'mobile') return null;
    return { facts: { number: maskNumber(number), carrier: carrierFact(number.carrier), trunk: trunk.name } };
  },
  wording: {
    ja: ({ number, carrier, trunk }) =>
      `${claimJa(number, carrier, '携帯電話')}ですが、回線「${trunk}」は国外からの着信だけを運びます。`,
    en: ({ number, carrier, trunk }) =>
      `${claimEn(number, carrier, 'mobile')}, but trunk "${trunk}" carries calls from abroad.`,
  },
  about: {
    ja: {
      sees: '`reach: international` の回線に現れた、日本の携帯電話の番号。',
      why: '国外から偽られた番号かもしれませんが、それだけでは何とも言えません。',
      falseAlarms:
        '国外で使われている（ローミング中の）携帯電話は、いつもこうなります。そのため、この規則だけで確かめることはありません。',
      tuning: '回線の `reach` で決まります。重みは +20 より大きくしないことをお勧めします。',
    },
    en: {
      sees: 'A Japanese mobile number on a trunk of `reach: international`.',
      why: 'It may have been forged abroad, but that alone proves nothing.',
      falseAlarms: 'Every mobile that is roaming abroad calls in this way, so the rule never screens by itself.',
      tuning: 'The `reach` of the trunk; it is wise to leave the weight at +20 or less.',
    },
  },
});
