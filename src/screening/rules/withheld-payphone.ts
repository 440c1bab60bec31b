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
  about: {
    ja: {
      sees: '公衆電話からの、番号のない着信（`Coin line/payphone`、または発信者種別 payphone）。',
      why: '公衆電話には通知できる番号がありません。災害のときは優先電話にもなるので、断らずに確かめるだけにします。',
      falseAlarms: '携帯電話を忘れた人や、停電のときの着信です。',
      tuning: '`policy.withheld.payphone` で選べます。災害のときは、災害モードですべて通せます。',
    },
    en: {
      sees: 'A call without a number from a payphone (`Coin line/payphone`, or the calling party category payphone).',
      why: 'Payphones have no number to show, and are priority lines in a disaster: by default the call is screened, never rejected.',
      falseAlarms: 'People who left their mobile at home, or call during a power cut.',
      tuning: '`policy.withheld.payphone`; in a disaster, disaster mode lets them all through.',
    },
  },
});
