import { maskNumber } from '../../numbering/mask';
import { isWorthForging } from '../authority';
import { defineRule } from '../finding';

/**
 * The owner of the number was called back and had called. A number that is worth forging is asked anew each time: where
 * the origin is coarse, a forger would come from the same one as its owner.
 */
export const callBackVerified = defineRule({
  id: 'call-back-verified',
  group: 'origin',
  weight: -100,
  forgery: false,
  look({ caller: { number }, memory }, knowledge) {
    if (memory.caller.proof !== 'verified' || number === null) return null;
    return isWorthForging(number, knowledge) ? null : { facts: { number: maskNumber(number) } };
  },
  wording: {
    ja: ({ number }) => `${number} へかけ直して本人の電話と確かめてあり、そのときと同じ経路からの着信です。`,
    en: ({ number }) =>
      `${number} was called back, and its owner had called. This call comes from the same origin as that one.`,
  },
  about: {
    ja: {
      sees: '前の着信のあと表示の番号へかけ直し、出た人が「かけた」（1）と答えた番号が、そのときと同じ経路からかけてきたこと。',
      why: '番号の持ち主が、この経路からかけてくると分かっています。',
      falseAlarms:
        '経路の手がかりが回線だけのときは、同じ回線に現れた偽の番号も見分けられません。公的な番号、守る番号、自社の番号、それに似せた番号には働かず、拒否リストにも勝ちません。',
      tuning:
        '覚えている日数は `challenge.callBack.rememberDays` で、`denwaban forget` で忘れさせられます。重み（`weight`）と `mode` を変えられます。',
    },
    en: {
      sees: 'The number was called back after an earlier call, whoever answered said to have called (1), and this call shows it from the same origin.',
      why: 'The owner of the number is known to call from this origin.',
      falseAlarms:
        "Where the trunk is all that is known of the origin, a forged number on the same trunk looks the same. It is silent for official and protected numbers, their look-alikes and the office's own, and no help against a deny entry.",
      tuning:
        '`challenge.callBack.rememberDays` is how long it counts; `denwaban forget` makes it forgotten. `weight` and `mode` can be changed.',
    },
  },
});
