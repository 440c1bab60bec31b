import { defineRule } from '../finding';

/** Also calls whose number the carrier took away as forged: NTT East delivers those as `Anonymous` (TTC JJ-90.22). */
export const withheldByUser = defineRule({
  id: 'withheld-by-user',
  group: 'withheld',
  weight: 0,
  forgery: false,
  look: ({ caller }) => (caller.presentation === 'user' ? { facts: {} } : null),
  wording: {
    ja: () => '発信者が番号を通知していません（184、非通知の契約、または網が番号を取り除いた着信）。',
    en: () => 'The caller withheld the number (184, a withholding line, or a number the network took away).',
  },
});
