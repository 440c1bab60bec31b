import { defineRule } from '../finding';

/** `Unavailable` and `Interaction with other service` (TTC JJ-90.22): not the caller’s doing. */
export const withheldUnavailable = defineRule({
  id: 'withheld-unavailable',
  group: 'withheld',
  weight: 0,
  forgery: false,
  look: ({ caller }) => (caller.presentation === 'unavailable' ? { facts: {} } : null),
  wording: {
    ja: () => '番号を通知できない網からの着信です（国外や一部の IP 電話など）。',
    en: () => 'The network could not present a number (calls from abroad, some IP telephones).',
  },
  about: {
    ja: {
      sees: '網が番号を伝えられなかった着信（`Unavailable`、`Interaction with other service`）。',
      why: '国外や一部の IP 電話からの着信に多く、発信者が隠したのではないので、断らずに確かめるだけにします。',
      falseAlarms: '国外の取引先、古い構内交換機、転送された着信などです。',
      tuning: '`policy.withheld.unavailable` で選べます。',
    },
    en: {
      sees: 'A call whose number the network could not present (`Unavailable`, `Interaction with other service`).',
      why: "Such calls mostly come from abroad or from some IP telephones. It is not the caller's doing, so by default the call is screened only.",
      falseAlarms: 'Partners abroad, old private exchanges, forwarded calls.',
      tuning: '`policy.withheld.unavailable`.',
    },
  },
});
