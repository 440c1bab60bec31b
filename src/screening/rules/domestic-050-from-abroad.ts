import { maskNumber } from '../../numbering/mask';
import { defineRule } from '../finding';
import { carrierFact, claimEn, claimJa } from '../phrases';

/** IP telephones can be taken abroad, though few are. */
export const domestic050FromAbroad = defineRule({
  id: 'domestic-050-from-abroad',
  group: 'origin',
  weight: 50,
  forgery: false,
  look({ caller: { number }, trunk }) {
    if (trunk.profile.reach !== 'international' || number?.kind !== '050') return null;
    return { facts: { number: maskNumber(number), carrier: carrierFact(number.carrier), trunk: trunk.name } };
  },
  wording: {
    ja: ({ number, carrier, trunk }) =>
      `${claimJa(number, carrier, 'IP電話')}ですが、回線「${trunk}」は国外からの着信だけを運びます。`,
    en: ({ number, carrier, trunk }) =>
      `${claimEn(number, carrier, '050')}, but trunk "${trunk}" carries calls from abroad.`,
  },
});
