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
  about: {
    ja: {
      sees: '`reach: international` の回線に現れた、日本の 050 の番号。',
      why: '日本の IP 電話が国際ゲートウェイから着信することは、あまりありません。',
      falseAlarms: 'IP 電話は国外でも使えるので、出張先や海外在住の人の着信かもしれません。',
      tuning: '回線の `reach` で決まります。よく知る相手は `lists` で許可してください。',
    },
    en: {
      sees: 'A Japanese 050 number on a trunk of `reach: international`.',
      why: 'Calls from Japanese IP telephones seldom come in over a gateway from abroad.',
      falseAlarms: 'IP telephones can be used anywhere: the caller may be travelling or living abroad.',
      tuning: 'The `reach` of the trunk; allow callers you know in `lists`.',
    },
  },
});
