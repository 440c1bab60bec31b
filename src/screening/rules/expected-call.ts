import { maskNumber } from '../../numbering/mask';
import { defineRule } from '../finding';
import { addressOffList } from '../peers';
import { expectedEn, expectedJa } from '../phrases';

/**
 * Somebody of the office waits for this very number, or for the next caller who shows none. That the number was proven
 * forged from here is not forgotten for it: the one who is waited for comes from elsewhere.
 */
export const expectedCall = defineRule({
  id: 'expected-call',
  group: 'never-block',
  weight: 0,
  forgery: false,
  look(evidence) {
    const { caller, memory, at } = evidence;
    const { expected } = memory.office;
    if (expected === null || at >= expected.until) return null;
    if (expected.kind !== (caller.number === null ? 'withheld' : 'number')) return null;
    if (memory.caller.proof === 'spoof' || addressOffList(evidence) !== null) return null;
    const { until, by, reason } = expected;
    return { facts: { number: caller.number === null ? '' : maskNumber(caller.number), until, by, reason } };
  },
  wording: {
    ja: ({ number, ...expected }) =>
      number === ''
        ? `番号のない次の着信を待っています（${expectedJa(expected)}）。`
        : `${number} からの着信を待っています（${expectedJa(expected)}）。`,
    en: ({ number, ...expected }) =>
      number === ''
        ? `The next call without a number is expected (${expectedEn(expected)}).`
        : `A call from ${number} is expected (${expectedEn(expected)}).`,
  },
  about: {
    ja: {
      sees: '`denwaban expect` で待っていると知らせた番号からの着信、または `denwaban expect withheld` か電話機の操作（*1864）の後の、番号のない着信。かけ直しで偽装と分かった番号と経路や、電話会社を通らない着信には働きません。',
      why: '銀行や配達など、事務所が待っている電話です。確かめずに通し、拒否リストや非通知の方針にもかかりません。',
      falseAlarms:
        'その間は、同じ番号を偽った着信も通ります。番号のない着信を待つと、先にかけてきた別の人が通ることもあります（通すのは一度だけです）。',
      tuning: '`denwaban expect` で、終わりの時刻を決めて知らせます（長くて24時間）。`--end` で早く終えられます。',
    },
    en: {
      sees: 'A call from a number that `denwaban expect` named, or a call without a number after `denwaban expect withheld` or *1864 from a telephone. It is silent where calling back proved the number forged from this origin, and for calls that came past the carrier.',
      why: 'The office waits for this call, from a bank or a delivery: it is not questioned, and neither the deny list nor the policy for withheld numbers holds it up.',
      falseAlarms:
        'A forger who shows the same number meanwhile gets through. Who waits for a caller without a number may get another one, who came first; it works only once.',
      tuning: '`denwaban expect` always has an end, 24 hours away at most; `--end` ends it early.',
    },
  },
});
