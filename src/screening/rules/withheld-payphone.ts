import { defineRule } from '../finding';

/** Payphones have no number to show, and are priority lines in a disaster. */
export const withheldPayphone = defineRule({
  id: 'withheld-payphone',
  group: 'withheld',
  weight: 0,
  forgery: false,
  look: ({ caller }) => (caller.presentation === 'payphone' ? { facts: {} } : null),
  wording: {
    ja: () => '公衆電話からの着信なので、番号がありません。',
    en: () => 'The call comes from a payphone, which shows no number.',
  },
});
