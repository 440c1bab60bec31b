import { maskNumber } from '../../numbering/mask';
import { defineRule } from '../finding';

/** Machines that only want to know whether somebody answers, and silent callers. */
export const repeatedShortCalls = defineRule({
  id: 'repeated-short-calls',
  group: 'behaviour',
  weight: 20,
  forgery: false,
  look({ caller: { number }, memory }) {
    return memory.caller.shortCalls && number !== null ? { facts: { number: maskNumber(number) } } : null;
  },
  wording: {
    ja: ({ number }) => `${number} は、この10分に3回以上、10秒足らずの着信を繰り返しています。`,
    en: ({ number }) => `${number} made three calls or more of less than ten seconds within the last ten minutes.`,
  },
  about: {
    ja: {
      sees: '同じ番号から、10分のうちに3回以上、10秒足らずで切れた着信があったこと。',
      why: 'だれかが出るかを調べる機械や、無言電話のかけ方です。',
      falseAlarms: '急ぎの用で何度もかけ直す人や、電波の悪い携帯電話に働くことがあります。',
      tuning: '重み（`weight`）と `mode` のほかに、設定はありません。',
    },
    en: {
      sees: 'The same number made three calls or more within ten minutes, each over in less than ten seconds.',
      why: 'Machines that find out whether anybody answers call so, and so do silent callers.',
      falseAlarms: 'Somebody in a hurry who tries again and again, or a mobile with bad reception.',
      tuning: 'Nothing but its `weight` and `mode`.',
    },
  },
});
