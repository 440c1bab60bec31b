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
  about: {
    ja: {
      sees: '`reach: international` の回線に現れた、日本の固定電話の番号。',
      why: '固定電話は国外へ持ち出せないので、国際ゲートウェイから来るのはおかしなことです。',
      falseAlarms:
        '日本の本社の番号を表示する海外支店や、国外を経由して転送された着信です。転送だと伝えられていれば `diverted` が打ち消します。',
      tuning: '回線の `reach` で決まります。海外支店は `excuses` 付きで許可してください。',
    },
    en: {
      sees: 'A Japanese landline number on a trunk of `reach: international`.',
      why: 'A landline does not travel, so it has no business on a gateway from abroad.',
      falseAlarms:
        'A foreign branch that shows its head office in Japan, or a call forwarded by way of another country; where the network says so, `diverted` speaks for it.',
      tuning: 'The `reach` of the trunk; allow a foreign branch with `excuses`.',
    },
  },
});
