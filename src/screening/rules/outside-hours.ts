import { maskNumber } from '../../numbering/mask';
import { isUnfamiliar } from '../acquaintance';
import { defineRule } from '../finding';

/** Few honest strangers call an office at night. Without `office.hours` it is always open. */
export const outsideHours = defineRule({
  id: 'outside-hours',
  group: 'behaviour',
  weight: 10,
  forgery: false,
  look({ caller: { number }, trunk, memory, at }, knowledge) {
    if (number === null || knowledge.isOpen(at)) return null;
    if (trunk.profile.reach === 'internal' || !isUnfamiliar(memory.caller)) return null;
    return { facts: { number: maskNumber(number) } };
  },
  wording: {
    ja: ({ number }) => `営業時間の外に、なじみのない ${number} から着信しました。`,
    en: ({ number }) => `${number}, which the office is not familiar with, calls outside office hours.`,
  },
  about: {
    ja: {
      sees: '営業時間の外（休みの日を含む）に、なじみのない番号から着信したこと。番号のない着信には働きません。',
      why: 'だれもいない時間をねらう自動発信があります。ほかのしるしと重なったときにだけ効く、小さな重みです。',
      falseAlarms: '急な用事の新しいお客様、時差のある国からの電話に働きます。',
      tuning:
        '`office.hours` に営業時間、休日、臨時の休みと営業日を書くと働きます。書かなければ、いつも営業中とみなします。',
    },
    en: {
      sees: 'A call outside office hours, holidays included, from a number the office is not familiar with. Calls without a number are not met.',
      why: 'Some machines dial when nobody is there. The weight is small: it tells only together with other signs.',
      falseAlarms: 'New customers in a hurry, calls from other time zones.',
      tuning:
        '`office.hours`: hours by weekday, holidays, other days closed or open. Without it the office counts as always open.',
    },
  },
});
