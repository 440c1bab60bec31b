import { maskNumber } from '../../numbering/mask';
import { isWorthForging } from '../authority';
import { defineRule } from '../finding';

/** What the number did when it was asked to press a digit. Passing speaks for no number that is worth forging: anybody can. */
export const challengeHistory = defineRule({
  id: 'challenge-history',
  group: 'behaviour',
  weight: -40,
  variants: { passed: -40, avoided: 20 },
  forgery: false,
  look({ caller: { number }, memory }, knowledge) {
    const { challenge } = memory.caller;
    if (challenge === 'none' || number === null) return null;
    if (challenge === 'passed' && isWorthForging(number, knowledge)) return null;
    return { facts: { number: maskNumber(number), challenge }, variant: challenge };
  },
  wording: {
    ja: ({ number, challenge }) =>
      challenge === 'passed'
        ? `${number} は前にも同じ経路からかけてきて、確認に合格しています。`
        : `${number} は前にかけてきたとき、確認の途中で2回以上切っています。`,
    en: ({ number, challenge }) =>
      challenge === 'passed'
        ? `${number} called from the same origin before, and passed the challenge.`
        : `${number} hung up on the challenge twice or more when it called before.`,
  },
  about: {
    ja: {
      sees: 'その番号が同じ経路から前にかけてきたとき、数字を押す確認に合格したか、確認の途中で2回以上切ったか。',
      why: '一度合格した人に、何度も同じお願いをしないためです。確認のたびに切るのは、機械のすることです。',
      falseAlarms:
        '公的な番号、守る番号、自社の番号、それに似せた番号は、合格しても次にまた確かめます。急いでいて二度切った人にも働きます。',
      tuning: '`weight` は合格したときの重みです。切ったときの重み（+20）も同じ割合で変わります。',
    },
    en: {
      sees: 'When the number called from the same origin before, it passed the challenge of pressing a digit, or hung up on it twice or more.',
      why: 'Who passed once need not be asked again and again; machines hang up each time.',
      falseAlarms:
        "Official and protected numbers, their look-alikes and the office's own are asked again though they passed. People in a hurry who hung up twice are met.",
      tuning: '`weight` is the one for passing; that for hanging up (+20) changes in proportion.',
    },
  },
});
