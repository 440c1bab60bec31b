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
});
