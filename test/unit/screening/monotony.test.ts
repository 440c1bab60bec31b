import fc from 'fast-check';
import { assess } from '../../../src/screening/assess';
import type { Verdict } from '../../../src/screening/assessment';
import type { Context } from '../../../src/screening/context';
import { defineRule, type Rule } from '../../../src/screening/finding';
import { ruleBook } from '../../../src/screening/rules';
import type { ActiveRule } from '../../../src/screening/settings';
import { anyCall } from './arbitrary';
import { type CallWords, type ConfigWords, call, context, judge, numbers, ordinaryOffice } from './evidence';

/** What must hold for the rules of tomorrow too: of every call, with any finding added to what the book sees. */

const severity: Readonly<Record<Verdict, number>> = { allow: 0, screen: 1, reject: 2 };
const lists: NonNullable<ConfigWords['lists']> = [
  { list: 'allow', prefix: '0422', reason: 'neighbours' },
  { list: 'allow', number: numbers.docomo, excuses: ['verification-failed'] },
  { list: 'deny', number: numbers.kddiFixed },
  { list: 'deny', carrier: 'softbank' },
  { list: 'deny', kind: 'toll-free' },
];
const offices: readonly Context[] = [
  ordinaryOffice,
  context({ policy: { rejectAt: 40 } }),
  context({ lists, policy: { rejectAt: 40 } }),
  context({ lists, policy: { rejectAt: 120, screenAt: 60 } }),
  context({ lists, policy: { mode: 'observe' } }),
];
const someOffice = fc.constantFrom(...offices);

/** The office with one more rule, which fires for every call. */
function withFinding(office: Context, rule: Partial<Rule>, step: ActiveRule['step'] = 'score'): Context {
  const added = { ...alwaysFires, ...rule };
  return { ...office, rules: [...office.rules, { rule: added, mode: 'enforce', factor: 1, step }] };
}

const nothing = { sees: '', why: '', falseAlarms: '', tuning: '' };
const alwaysFires = defineRule({
  id: 'rule-of-tomorrow',
  group: 'behaviour',
  weight: 0,
  forgery: false,
  look: () => ({ facts: {} }),
  wording: { ja: () => '', en: () => '' },
  about: { ja: nothing, en: nothing },
});

const verdictIn = (office: Context, words: CallWords) => severity[assess(call(words), office).verdict];

test('a finding that exculpates never makes the verdict worse', () => {
  fc.assert(
    fc.property(
      anyCall,
      someOffice,
      fc.integer({ min: -200, max: 0 }),
      fc.boolean(),
      (words, office, weight, forgery) => {
        const better = withFinding(office, { weight, forgery });
        expect(verdictIn(better, words)).toBeLessThanOrEqual(verdictIn(office, words));
      },
    ),
    { numRuns: 1_000 },
  );
});

test('a finding that incriminates never makes it better', () => {
  fc.assert(
    fc.property(
      anyCall,
      someOffice,
      fc.integer({ min: 0, max: 200 }),
      fc.boolean(),
      (words, office, weight, forgery) => {
        const worse = withFinding(office, { weight, forgery });
        expect(verdictIn(worse, words)).toBeGreaterThanOrEqual(verdictIn(office, words));
      },
    ),
    { numRuns: 1_000 },
  );
});

test('an exception to the rules allows every call, whatever else there is', () => {
  fc.assert(
    fc.property(anyCall, someOffice, (words, office) => {
      const excepted = withFinding(office, { group: 'never-block' }, 'exception');
      expect(assess(call(words), excepted).verdict).toBe('allow');
    }),
  );
});

test('the order of the rules changes no verdict', () => {
  fc.assert(
    fc.property(anyCall, someOffice, fc.nat(), (words, office, by) => {
      const at = by % office.rules.length;
      const turned = { ...office, rules: [...office.rules.slice(at), ...office.rules.slice(0, at)] };
      const { verdict, score, rejectCode } = assess(call(words), office);
      expect(assess(call(words), turned)).toMatchObject({ verdict, score, rejectCode });
    }),
  );
});

describe('an allow entry for every number', () => {
  const beginnings = [...'123456789'].flatMap((digit) => [digit, `+${digit}`]).concat('*', '#');
  const everybody = beginnings.map((prefix) => ({ list: 'allow', prefix }) as const);
  const trusting = context({ lists: everybody, policy: { rejectAt: 40 } });
  const forgery = new Set(ruleBook.filter((rule) => rule.forgery).map(({ id }) => id));

  test('beats every score, but for the signs of forgery that nothing outweighs: then the call is screened', () => {
    let forged = 0;
    fc.assert(
      fc.property(anyCall, (words) => {
        const { verdict, findings, decidedBy } = judge(words, trusting);
        if (decidedBy === 'exception' || !findings.some(({ rule }) => rule === 'allow-entry')) return;
        const counted = findings.filter(({ rule, weight }) => forgery.has(rule) || weight < 0);
        const sum = counted.reduce((total, { weight }) => total + weight, 0);
        if (sum >= 40) forged++;
        expect(verdict).toBe(sum >= 40 ? 'screen' : 'allow');
      }),
      { numRuns: 1_000 },
    );
    expect(forged).toBeGreaterThan(10);
  });
});

describe('never-block beats everything', () => {
  test.each<[string, (words: CallWords) => CallWords]>([
    ['the fax', (words) => ({ ...words, to: numbers.fax })],
    ['an extension', (words) => ({ ...words, from: '201', withheld: undefined, trunk: { reach: 'internal' } })],
    ['a line that shows no numbers', (words) => ({ ...words, withheld: 'unknown', trunk: { presentsNumber: false } })],
    [
      'a line that was never seen to show one',
      (words) => ({ ...words, withheld: 'unknown', memory: { ...words.memory, trunk: { showsNoNumbers: true } } }),
    ],
    [
      'the hours after 119',
      (words) => ({ ...words, memory: { ...words.memory, office: { emergencyDialled: '119' } } }),
    ],
    [
      'a disaster, for whoever shows no number',
      (words) => ({
        ...words,
        withheld: words.withheld ?? 'user',
        memory: { ...words.memory, office: { disasterUntil: Number.MAX_SAFE_INTEGER } },
      }),
    ],
  ])('%s', (_, excepted) => {
    fc.assert(
      fc.property(anyCall, someOffice, (words, office) => {
        expect(assess(call(excepted(words)), office).verdict).toBe('allow');
      }),
    );
  });
});

test('judging twice gives the same twice', () => {
  fc.assert(
    fc.property(anyCall, someOffice, (words, office) => {
      expect(assess(call(words), office)).toEqual(assess(call(words), office));
    }),
  );
});
