import { maskNumber } from '../../numbering/mask';
import { defineRule } from '../finding';

/**
 * The network vouches for every number on this trunk (RFC 3325), but not for this one. Where it asserts another number,
 * `from-differs-from-asserted` speaks instead.
 */
export const numberWithoutAssertion = defineRule({
  id: 'number-without-assertion',
  group: 'origin',
  weight: 40,
  forgery: false,
  look({ caller: { number }, origin, trunk, memory }) {
    if (!memory.trunk.alwaysAsserts || !trunk.profile.trustsAssertedIdentity) return null;
    if (number === null || origin.assertedNumber !== null) return null;
    return {
      facts: { number: maskNumber(number), trunk: trunk.name, asserted: origin.asserted ? 'anonymous' : 'nothing' },
    };
  },
  wording: {
    ja: ({ number, trunk, asserted }) =>
      `回線「${trunk}」の着信には、いつも網の確かめた番号が付いていますが、${number} の着信では${
        asserted === 'anonymous' ? '隠されています' : '付いていません'
      }。`,
    en: ({ number, trunk, asserted }) =>
      `The network asserts a number with every call on trunk "${trunk}", but ${
        asserted === 'anonymous' ? 'an anonymous one' : 'none'
      } with this one, which shows ${number}.`,
  },
  about: {
    ja: {
      sees: '信用できる回線で、これまでの着信（50件以上）のほぼすべてに網の確かめた番号が付いていたのに、この着信は番号を表示しながら、それが付いていないか隠されていること。',
      why: '網が確かめられなかった番号です。表示された番号は、発信者の名乗りにすぎません。',
      falseAlarms: '電話会社が設備を替えた直後や、国外・他社を経由した着信で、付かなくなることがあります。',
      tuning: '回線の `trustsAssertedIdentity` が要ります。回線の習慣は着信から覚えるので、設定は要りません。',
    },
    en: {
      sees: 'On a trusted trunk the network asserted a number with practically all of the last 50 or more calls, but this call shows a number and the asserted one is missing or anonymous.',
      why: "The network could not vouch for this number: what is shown is the caller's word alone.",
      falseAlarms:
        'After a carrier changes its equipment, or on the way through other countries and carriers, the asserted number may get lost.',
      tuning: 'It needs `trustsAssertedIdentity` at the trunk. The habit of the trunk is learned from its calls.',
    },
  },
});
