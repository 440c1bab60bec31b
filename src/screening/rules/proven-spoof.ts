import { maskNumber } from '../../numbering/mask';
import { defineRule } from '../finding';

/** The owner of the number was called back and said not to have called: no weighing of signs can be surer. */
export const provenSpoof = defineRule({
  id: 'proven-spoof',
  group: 'origin',
  weight: 0,
  forgery: false,
  look({ caller: { number }, memory }) {
    if (memory.caller.proof !== 'spoof' || number === null) return null;
    return { facts: { number: maskNumber(number) } };
  },
  wording: {
    ja: ({ number }) =>
      `${number} へかけ直したとき持ち主は「かけていない」と答えており、そのときと同じ経路からの着信です。`,
    en: ({ number }) =>
      `${number} was called back, and its owner had not called. This call comes from the same origin as the forged one.`,
  },
  about: {
    ja: {
      sees: '前の着信のあと表示の番号へかけ直し、出た人が「かけていない」（2）と答えた番号が、そのときと同じ経路からかけてきたこと。',
      why: '番号の偽装が持ち主の答えで確かめられているので、断ります。公的な番号や守る番号は、断らずに確かめます。',
      falseAlarms:
        '持ち主が押しまちがえたときのほか、経路の手がかりが回線だけのときは、その回線からかけてくる本物の持ち主も断ってしまいます。許可リストに入れれば通ります。',
      tuning:
        '覚えている日数は `challenge.callBack.rememberDays` で、`denwaban forget` で忘れさせられます。`mode: observe` なら断らず、点数で判定します。',
    },
    en: {
      sees: 'The number was called back after an earlier call, whoever answered said not to have called (2), and this call shows it from the same origin again.',
      why: 'Its owner proved the number forged. The call is rejected; one that shows an official or protected number is screened instead.',
      falseAlarms:
        'An owner who pressed the wrong key. Where the trunk is all that is known of the origin, the true owner who calls on that trunk is refused, too; an allow entry lets such a caller through.',
      tuning:
        '`challenge.callBack.rememberDays` is how long it counts; `denwaban forget` makes it forgotten. With `mode: observe` the score decides instead.',
    },
  },
});
