import { defineRule } from '../finding';

/** A bare anonymous URI: who is to blame cannot be told. */
export const withheldUnknown = defineRule({
  id: 'withheld-unknown',
  group: 'withheld',
  weight: 0,
  forgery: false,
  look: ({ caller }) => (caller.presentation === 'unknown' ? { facts: {} } : null),
  wording: {
    ja: () => '番号がなく、その理由も伝えられていません。',
    en: () => 'There is no number, and the network gives no reason.',
  },
});
