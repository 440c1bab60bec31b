import { maskNumber } from '../../numbering/mask';
import { defineRule } from '../finding';
import { carrierFact, claimEn, claimJa } from '../phrases';

/** A landline does not roam. A foreign branch may show the head office: a trusted Diversion then speaks for it (`diverted`). */
export const domesticFixedFromAbroad = defineRule({
  id: 'domestic-fixed-from-abroad',
  group: 'origin',
  weight: 80,
  forgery: true,
  look({ caller: { number }, trunk }) {
    if (trunk.profile.reach !== 'international' || number?.kind !== 'fixed') return null;
    return { facts: { number: maskNumber(number), carrier: carrierFact(number.carrier), trunk: trunk.name } };
  },
  wording: {
    ja: ({ number, carrier, trunk }) =>
      `${claimJa(number, carrier, '固定電話')}ですが、回線「${trunk}」は国外からの着信だけを運びます。`,
    en: ({ number, carrier, trunk }) =>
      `${claimEn(number, carrier, 'landline')}, but trunk "${trunk}" carries calls from abroad.`,
  },
});
