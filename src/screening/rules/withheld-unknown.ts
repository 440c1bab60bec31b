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
  about: {
    ja: {
      sees: '番号がなく、その理由も伝えられていない着信。',
      why: '発信者が隠したのか、網や契約のせいなのか分からないので、断らずに確かめるだけにします。',
      falseAlarms:
        'ナンバー・ディスプレイの契約がない回線では、すべての着信がこうなります。`line-shows-no-numbers` が見分けます。',
      tuning: '`policy.withheld.unknown` で選べます。',
    },
    en: {
      sees: 'A call without a number and without any reason.',
      why: 'Whether the caller hid it, or the network or the contract is to blame, cannot be told: by default the call is screened only.',
      falseAlarms:
        'On a line without the number display option all calls are like this; `line-shows-no-numbers` recognises such lines.',
      tuning: '`policy.withheld.unknown`.',
    },
  },
});
