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
  about: {
    ja: {
      sees: '発信者が番号を隠した着信。184 を付けた発信、非通知の契約、`Privacy` ヘッダー、それに網が偽装とみて番号を取り除いた着信です。',
      why: 'わざと番号を隠す人には、番号を通知してかけ直していただくのが公平です。はじめの設定では、その案内をしてから断ります。',
      falseAlarms: '病院、学校、役所、介護の事業者などは、いつも非通知のことがあります。',
      tuning: '`policy.withheld.user` で、通す・確かめる・断るを選べます。',
    },
    en: {
      sees: 'A call whose number the caller withheld: dialled with 184, from a withholding line, with a `Privacy` header; or one whose number the network took away as forged.',
      why: 'Whoever hides on purpose can fairly be asked to call again with a number; by default the call is rejected after that announcement.',
      falseAlarms: 'Hospitals, schools, public offices and care services often withhold their numbers.',
      tuning: '`policy.withheld.user`: allow, screen or reject.',
    },
  },
});
