import { type WarningName, warnings, warningsOf } from '../../../src/call/warnings';
import type { Finding } from '../../../src/screening/finding';
import { ruleBook } from '../../../src/screening/rules';

const finding = (rule: string, weight: number, mode: Finding['mode'] = 'enforce'): Finding => ({
  rule,
  weight,
  mode,
  facts: {},
});

it('every rule that can speak against a caller has a warning, and no other', () => {
  const incriminating = ruleBook.filter(
    ({ group, weight, variants }) =>
      [weight, ...Object.values(variants ?? {})].some((points) => points > 0) || (group === 'withheld' && weight === 0),
  );
  expect(Object.keys(warnings).sort()).toEqual(incriminating.map(({ id }) => id).sort());
});

describe('what whoever answers hears', () => {
  it.each<[string, readonly Finding[], readonly WarningName[]]>([
    [
      'the two heaviest, the heaviest first',
      [finding('foreign-number', 25), finding('own-number-from-outside', 90), finding('reported', 40)],
      ['warning-own-number', 'warning-reported'],
    ],
    [
      'each once',
      [finding('carrier-not-on-this-trunk', 60), finding('origin-carrier-differs', 20), finding('reported', 10)],
      ['warning-origin-differs', 'warning-reported'],
    ],
    [
      'first of all that no number is shown, though it weighs nothing',
      [finding('repeated-short-calls', 20), finding('withheld-payphone', 0)],
      ['warning-no-number', 'warning-many-calls'],
    ],
    [
      'nothing of what only looks on or speaks for the caller',
      [finding('own-number-from-outside', 90, 'observe'), finding('reported', -1), finding('foreign-number', 25)],
      ['warning-foreign'],
    ],
    [
      'nothing vague beside something plain',
      [finding('number-without-assertion', 40), finding('foreign-number', 25)],
      ['warning-foreign'],
    ],
    ['something vague where nothing is plain', [finding('number-without-assertion', 40)], ['warning-suspect']],
    ['the same for a deny entry, and a rule of another edition', [finding('new-rule', 40)], ['warning-suspect']],
    ['the same for what has the name of a method', [finding('toString', 40)], ['warning-suspect']],
    ['the same where nothing is known', [], ['warning-suspect']],
  ])('%s', (_what, findings, expected) => {
    expect(warningsOf(findings)).toEqual(expected);
  });
});
