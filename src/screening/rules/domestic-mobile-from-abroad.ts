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
});
