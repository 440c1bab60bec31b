import { defineRule } from '../finding';
import { japanTime } from '../phrases';

/** In March 2011 carriers asked their customers to lift the rejection of withheld calls: shelters' telephones show no number. */
export const disasterMode = defineRule({
  id: 'disaster-mode',
  group: 'never-block',
  weight: 0,
  forgery: false,
  look({ caller, memory, at }) {
    const until = memory.office.disasterUntil;
    return until !== null && at < until && caller.number === null ? { facts: { until } } : null;
  },
  wording: {
    ja: ({ until }) => `災害モード（${japanTime(until)} まで）なので、番号のない着信も通します。`,
    en: ({ until }) =>
      `Disaster mode is on until ${japanTime(until)} in Japan, so a call without a number is let through.`,
  },
  about: {
    ja: {
      sees: '災害モードが入っていて、着信に番号がないこと（非通知、公衆電話、通知できない網からの着信）。番号のある着信は、ふだんどおり判定します。',
      why: '避難所の電話や公衆電話には番号がありません。2011年の震災では、非通知の着信拒否を解くよう電話会社が呼びかけました。',
      falseAlarms: 'その間は、番号を隠した迷惑電話も通ります。',
      tuning: '`denwaban disaster` で入り切りします。終わりの時刻が必ずあるので、切り忘れても続きません。',
    },
    en: {
      sees: 'Disaster mode is on, and the call shows no number: withheld, from a payphone, or from a network that could not present one. Calls with a number are judged as usual.',
      why: 'Telephones of shelters and payphones have no number to show. After the earthquake of 2011 carriers asked their customers to stop rejecting withheld calls.',
      falseAlarms: 'Nuisance calls that withhold their number pass as well meanwhile.',
      tuning: '`denwaban disaster` switches it on and off; it always has an end, so nobody can forget it.',
    },
  },
});
