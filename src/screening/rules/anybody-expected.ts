import { maskNumber } from '../../numbering/mask';
import { isWorthForging } from '../authority';
import { defineRule } from '../finding';
import { addressOffList } from '../peers';
import { expectedEn, expectedJa } from '../phrases';

/** Somebody of the office waits for a call and does not know from which number. No reason to obey whoever claims authority. */
export const anybodyExpected = defineRule({
  id: 'anybody-expected',
  group: 'behaviour',
  weight: -80,
  forgery: false,
  look(evidence, knowledge) {
    const { caller, memory, at } = evidence;
    const { number } = caller;
    const { expected } = memory.office;
    if (expected?.kind !== 'any' || at >= expected.until || number === null) return null;
    if (memory.caller.proof === 'spoof' || addressOffList(evidence) !== null) return null;
    if (isWorthForging(number, knowledge)) return null;
    const { until, by, reason } = expected;
    return { facts: { number: maskNumber(number), until, by, reason } };
  },
  wording: {
    ja: ({ number, ...expected }) =>
      `どこからかの着信を待っているところに、${number} がかけてきました（${expectedJa(expected)}）。`,
    en: ({ number, ...expected }) =>
      `${number} calls while a call from somewhere is expected (${expectedEn(expected)}).`,
  },
  about: {
    ja: {
      sees: '`denwaban expect any` で、番号の分からない着信を待っていると知らせてある間の、番号のある着信。',
      why: '配達や折り返しなど、どの番号からかかってくるか分からない電話です。',
      falseAlarms:
        'その間は、たいていの疑わしい着信も確かめずに通ります。拒否リストの番号、かけ直しで偽装と分かった番号、公的な番号、守る番号、自社の番号、それに似せた番号と、電話会社を通らない着信には働きません。',
      tuning: '`denwaban expect any` で、終わりの時刻を決めて知らせます。重み（`weight`）と `mode` を変えられます。',
    },
    en: {
      sees: 'A call that shows a number, while `denwaban expect any` says that somebody is expected whose number is not known.',
      why: 'A delivery, or somebody who returns a call from another line.',
      falseAlarms:
        "Most suspicious calls pass unasked meanwhile. It does not help denied numbers, numbers proven forged, official and protected numbers, their look-alikes, the office's own, and calls that came past the carrier.",
      tuning: '`denwaban expect any` always has an end; `weight` and `mode` can be changed.',
    },
  },
});
