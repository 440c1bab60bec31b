import { headline } from '../../../src/screening/explain';
import { ruleBook } from '../../../src/screening/rules';
import { type CallWords, findingOf, judge, numbers } from './evidence';

const forged: CallWords = { from: numbers.nttEast, trunk: { reach: 'international' } };

describe('mode of a rule', () => {
  test('off: it does not look', () => {
    const assessment = judge(forged, { rules: { 'domestic-fixed-from-abroad': { mode: 'off' } } });
    expect(headline(assessment)).toBe('ALLOW 0/40');
  });

  test('observe: it is shown and does not count', () => {
    const assessment = judge(forged, { rules: { 'domestic-fixed-from-abroad': { mode: 'observe' } } });
    expect(headline(assessment)).toBe(
      'ALLOW 0/40 (observe) would SCREEN 80/40 (observe) domestic-fixed-from-abroad(+80)',
    );
  });

  test.each([
    ['withheld-by-user', { withheld: 'user' }, 'allow'],
    ['exempt-line', { withheld: 'user', to: numbers.fax }, 'reject'],
    ['emergency-call-back', { withheld: 'user', memory: { office: { emergencyDialled: '110' } } }, 'reject'],
  ] as const)('a force rule that is observed or off does not decide: %s', (rule, call, verdict) => {
    const observed = judge(call, { rules: { [rule]: { mode: 'observe' } } });
    expect(observed.verdict).toBe(verdict);
    expect(findingOf(observed, rule)?.mode).toBe('observe');
    expect(judge(call, { rules: { [rule]: { mode: 'off' } } }).verdict).toBe(verdict);
  });

  test('list entries can be tried out or switched off like any rule', () => {
    const lists = [{ list: 'deny', number: numbers.nttEast }] as const;
    const observed = judge({}, { lists, rules: { 'deny-entry': { mode: 'observe' } } });
    expect(headline(observed)).toBe('ALLOW 0/40 (observe) would REJECT 607 (observe) deny-entry');
    expect(headline(judge({}, { lists, rules: { 'deny-entry': { mode: 'off' } } }))).toBe('ALLOW 0/40');
  });

  test('an entry on trial does not silence one in force', () => {
    const lists = [
      { list: 'deny', number: numbers.nttEast },
      { list: 'allow', prefix: '0422' },
    ] as const;
    const observed = judge({}, { lists, rules: { 'deny-entry': { mode: 'observe' } } });
    expect(headline(observed)).toBe('ALLOW 0/40 (observe) would REJECT 607 allow-entry (observe) deny-entry');
    expect(observed.decidedBy).toBe('allow-entry');
  });
});

describe('weight of a rule', () => {
  const weighted = (call: CallWords, rule: string, weight: number) =>
    findingOf(judge(call, { rules: { [rule]: { weight } } }), rule)?.weight;

  test('a configured weight replaces the default', () => {
    expect(weighted(forged, 'domestic-fixed-from-abroad', 35)).toBe(35);
    expect(weighted(forged, 'domestic-fixed-from-abroad', 0)).toBe(0);
  });

  test('variants keep their proportion', () => {
    const onNet: CallWords['trunk'] = { reach: 'on-net', operator: 'ntt-east' };
    expect(weighted({ from: numbers.kddiFixed, trunk: onNet }, 'carrier-not-on-this-trunk', 30)).toBe(30);
    expect(weighted({ from: numbers.docomo, trunk: onNet }, 'carrier-not-on-this-trunk', 30)).toBe(15);
    expect(weighted({ from: numbers.unused }, 'unallocated-block', 20)).toBe(30);
    expect(weighted({ from: '+2348031234567' }, 'foreign-number', 50)).toBe(80);
    expect(weighted({ memory: { caller: { challenge: 'passed' } } }, 'challenge-history', -20)).toBe(-20);
    expect(weighted({ memory: { caller: { challenge: 'avoided' } } }, 'challenge-history', -20)).toBe(10);
  });

  test('a force rule weighs nothing whatever is configured', () => {
    expect(weighted({ withheld: 'user' }, 'withheld-by-user', 90)).toBe(0);
  });
});

describe('the rule book', () => {
  test('names every rule once', () => {
    const ids = ruleBook.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('marks the forgery rules', () => {
    expect(ruleBook.filter(({ forgery }) => forgery).map(({ id }) => id)).toEqual([
      'impossible-number',
      'unallocated-block',
      'nonexistent-country',
      'lookalike-number',
      'own-number-from-outside',
      'domestic-fixed-from-abroad',
      'foreign-on-national-only',
      'carrier-not-on-this-trunk',
      'from-differs-from-asserted',
      'verification-failed',
      'peer-off-list',
      'known-caller-origin-changed',
    ]);
  });
});
