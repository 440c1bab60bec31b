import { defineRule } from '../finding';

/** Privacy (RFC 3323) and From contradict each other: whoever built the INVITE is no telephone. */
export const privacyContradiction = defineRule({
  id: 'privacy-contradiction',
  group: 'origin',
  weight: 20,
  forgery: false,
  look({ origin: { privacy, fromAnonymous } }) {
    if (fromAnonymous) return privacy.includes('none') ? { facts: { from: 'anonymous' } } : null;
    return privacy.includes('id') || privacy.includes('user') || privacy.includes('header')
      ? { facts: { from: 'shown' } }
      : null;
  },
  wording: {
    ja: ({ from }) =>
      from === 'anonymous'
        ? 'Privacy ヘッダーは番号を隠さないとしていますが、From は匿名です。'
        : 'Privacy ヘッダーは番号を隠すよう求めていますが、From は匿名になっていません。',
    en: ({ from }) =>
      from === 'anonymous'
        ? 'The Privacy header asks to hide nothing, but From is anonymous.'
        : 'The Privacy header asks to hide the caller, but From is not anonymous.',
  },
  about: {
    ja: {
      sees: '`Privacy` ヘッダーと From が食い違うこと。隠すよう求めながら番号が見えている、または隠さないと言いながら匿名です。',
      why: '普通の電話機や交換機は、このような INVITE を作りません。',
      falseAlarms: '作りの粗い IP 電話やゲートウェイがあります。',
      tuning: '重み（`weight`）と `mode` のほかに、設定はありません。',
    },
    en: {
      sees: 'The `Privacy` header and From contradict each other: one asks to hide what the other shows, or the reverse.',
      why: 'No ordinary telephone or exchange builds such an INVITE.',
      falseAlarms: 'Some carelessly made IP telephones and gateways.',
      tuning: 'Nothing but its `weight` and `mode`.',
    },
  },
});
