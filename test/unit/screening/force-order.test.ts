import { type CallWords, findingOf, judge, now, numbers } from './evidence';

const forged: CallWords = { from: numbers.nttEast, trunk: { reach: 'international' } };
const roaming: CallWords = { from: numbers.docomo, trunk: { reach: 'international' } };
const allowed = { list: 'allow', number: numbers.nttEast } as const;
const denied = { list: 'deny', number: numbers.nttEast } as const;

describe('force rules decide alone, in order', () => {
  test('an exception beats a deny entry', () => {
    expect(judge({ to: numbers.fax }, { lists: [denied] })).toMatchObject({ verdict: 'allow', decidedBy: 'exception' });
  });

  test('an exception beats every sign of forgery', () => {
    expect(judge({ ...forged, to: numbers.fax })).toMatchObject({
      verdict: 'allow',
      score: 80,
      decidedBy: 'exception',
    });
  });

  test('an exception beats the withheld policy', () => {
    expect(judge({ withheld: 'user', to: numbers.fax }).decidedBy).toBe('exception');
  });

  test('an allow entry beats a score that says nothing of forgery', () => {
    const call: CallWords = { from: '05010040110' };
    expect(judge(call)).toMatchObject({ verdict: 'screen', score: 50 });
    expect(judge(call, { lists: [{ list: 'allow', number: '05010040110' }] })).toMatchObject({
      verdict: 'allow',
      score: 50,
      decidedBy: 'allow-entry',
    });
  });

  test('an allow entry does not excuse signs of forgery, and says so', () => {
    const assessment = judge(forged, { lists: [allowed], policy: { rejectAt: 50 } });
    expect(assessment).toMatchObject({ verdict: 'screen', score: 80, decidedBy: 'score' });
    expect(findingOf(assessment, 'allow-entry')?.facts).toMatchObject({ overruled: 'forgery' });
  });

  test('an allow entry excuses the forgery rules it names', () => {
    const entry = { ...allowed, excuses: ['domestic-fixed-from-abroad'] };
    expect(judge(forged, { lists: [entry] })).toMatchObject({ verdict: 'allow', score: 80, decidedBy: 'allow-entry' });
    const others = { ...allowed, excuses: ['impossible-number'] };
    expect(judge(forged, { lists: [others] }).verdict).toBe('screen');
  });

  test('what exculpates counts for an allow entry too', () => {
    const overseasMobile: CallWords = {
      ...forged,
      origin: { divertedBy: numbers.kddiFixed, shakenResult: 'success', attestation: 'A' },
    };
    expect(judge(overseasMobile, { lists: [allowed] })).toMatchObject({ verdict: 'allow', score: 10 });
  });

  test('a deny entry rejects with 607, or 603 on a plain trunk', () => {
    expect(judge({}, { lists: [denied] })).toMatchObject({
      verdict: 'reject',
      rejectCode: 607,
      decidedBy: 'deny-entry',
    });
    expect(judge({ trunk: { rejectCodes: 'plain' } }, { lists: [denied] }).rejectCode).toBe(603);
  });

  test('the deciding finding comes first, the others by size', () => {
    const rules = judge(
      { ...forged, origin: { divertedBy: numbers.kddiFixed, verstat: 'failed' } },
      { lists: [denied] },
    );
    expect(rules.findings.map(({ rule, weight }) => [rule, weight])).toEqual([
      ['deny-entry', 0],
      ['domestic-fixed-from-abroad', 80],
      ['verification-failed', 70],
      ['diverted', -40],
    ]);
  });
});

describe('what calling the number back proved', () => {
  const spoof = { caller: { proof: 'spoof' } } as const;
  const verified = { caller: { proof: 'verified' } } as const;
  const anybody = { expected: { kind: 'any', until: now + 1, by: '', reason: '' } } as const;

  test('a spoof is rejected with 607, or 603 on a plain trunk, whatever vouches for it', () => {
    const ruling = { verdict: 'reject', rejectCode: 607, decidedBy: 'proven-spoof', wouldBe: null };
    expect(judge({ memory: spoof })).toMatchObject(ruling);
    expect(judge({ memory: { ...spoof, office: anybody } })).toMatchObject(ruling);
    expect(judge({ memory: { caller: { ...spoof.caller, standing: 'known', challenge: 'passed' } } })).toMatchObject(
      ruling,
    );
    expect(judge({ memory: spoof, trunk: { rejectCodes: 'plain' } }).rejectCode).toBe(603);
  });

  test.each([numbers.metropolitanPolice, numbers.bank])(
    'a spoof of the official or protected number %s is screened, never rejected',
    (from) => {
      expect(judge({ from, memory: spoof })).toMatchObject({ verdict: 'screen', decidedBy: 'proven-spoof' });
    },
  );

  test('a spoof beats the score, and loses against exceptions and allow entries', () => {
    expect(judge({ ...forged, memory: spoof }, { policy: { rejectAt: 50 } }).decidedBy).toBe('proven-spoof');
    expect(judge({ memory: spoof, to: numbers.fax }).decidedBy).toBe('exception');
    expect(judge({ memory: { ...spoof, office: { emergencyDialled: '119' } } }).verdict).toBe('allow');
    expect(judge({ memory: spoof }, { lists: [allowed] })).toMatchObject({
      verdict: 'allow',
      decidedBy: 'allow-entry',
    });
    expect(judge({ memory: spoof }, { lists: [denied] }).decidedBy).toBe('deny-entry');
  });

  test('on trial it decides nothing, and shows what it would', () => {
    const onTrial = { rules: { 'proven-spoof': { mode: 'observe' } } } as const;
    expect(judge({ memory: spoof }, onTrial)).toMatchObject({
      verdict: 'allow',
      wouldBe: { verdict: 'reject', rejectCode: 607 },
    });
  });

  test('a verified call excuses what would be screened, and no deny entry', () => {
    expect(judge({ ...forged, memory: verified })).toMatchObject({ verdict: 'allow', score: -20 });
    expect(judge({ ...forged, memory: verified }, { lists: [denied] }).verdict).toBe('reject');
  });
});

describe('bands of the score', () => {
  test.each([
    ['below 40', roaming, 20, 'allow'],
    ['exactly 40', { from: '+2348031234567' }, 40, 'screen'],
    ['far over 100', { from: '+422550110' }, 240, 'screen'],
  ] as const)('%s', (_, call, score, verdict) => {
    expect(judge(call)).toMatchObject({ score, verdict, threshold: 40, decidedBy: 'score', rejectCode: null });
  });

  test('the operator moves the threshold', () => {
    expect(judge(roaming, { policy: { screenAt: 20 } })).toMatchObject({ verdict: 'screen', threshold: 20 });
    expect(judge(forged, { policy: { screenAt: 81 } })).toMatchObject({ verdict: 'allow', threshold: 81 });
  });

  test('rejecting by score is opt-in, and answers 603', () => {
    expect(judge(forged, { policy: { rejectAt: 80 } })).toMatchObject({
      verdict: 'reject',
      rejectCode: 603,
      decidedBy: 'score',
    });
    expect(judge(forged, { policy: { rejectAt: 81 } }).verdict).toBe('screen');
  });

  test('weak signs never add up to a rejection', () => {
    const manyWeak: CallWords = {
      from: '+442079460018',
      origin: { assertedNumber: '+4930123456', shakenResult: 'success', attestation: 'C' },
    };
    expect(judge(manyWeak, { policy: { rejectAt: 60 } })).toMatchObject({ verdict: 'screen', score: 70 });
  });
});
