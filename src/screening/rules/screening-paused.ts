import { defineRule } from '../finding';
import { japanTime } from '../phrases';

/** Staff wait for somebody they cannot name, and know what they let in meanwhile. */
export const screeningPaused = defineRule({
  id: 'screening-paused',
  group: 'never-block',
  weight: 0,
  forgery: false,
  look({ memory, at }) {
    const until = memory.office.pausedUntil;
    return until !== null && at < until ? { facts: { until } } : null;
  },
  wording: {
    ja: ({ until }) => `事務所の電話機から判定を休ませているので（${japanTime(until)} まで）、どの着信も通します。`,
    en: ({ until }) =>
      `Somebody of the office paused screening until ${japanTime(until)} in Japan, so every call is let through.`,
  },
  about: {
    ja: {
      sees: '事務所の電話機から、判定を休ませる操作（*1865）がされていること。拒否リストの相手も非通知も、すべての着信を通します。',
      why: 'だれからかかってくるか分からない大事な電話を、確かめずに受けたいときのためです。',
      falseAlarms: 'その間は迷惑電話もそのまま通ります。相手が分かっていれば `denwaban expect` のほうが安全です。',
      tuning: '長さは `staff.pauseMinutes` です。終わりの時刻が必ずあるので、休ませたままにはなりません。',
    },
    en: {
      sees: 'Somebody paused screening from a telephone of the office (*1865): every call is let through, denied and withheld ones too.',
      why: 'For an important call that may come from anywhere and must not meet a question.',
      falseAlarms: 'Nuisance calls pass as well meanwhile. Where the caller is known, `denwaban expect` is safer.',
      tuning: '`staff.pauseMinutes` is its length; it always has an end, so nobody can forget it.',
    },
  },
});
