import { headline } from '../../../src/screening/explain';
import { type CallWords, type ConfigWords, judge, numbers } from './evidence';

const forged: CallWords = { from: numbers.nttEast, trunk: { reach: 'international' } };
const denied = { list: 'deny', number: numbers.nttEast } as const;

describe('one rule in observe mode', () => {
  const onTrial: ConfigWords = { rules: { 'domestic-fixed-from-abroad': { mode: 'observe' } } };

  it('leaves the call alone, and says what would have been done', () => {
    const assessment = judge(forged, onTrial);
    expect(assessment).toMatchObject({
      verdict: 'allow',
      score: 0,
      wouldBe: { verdict: 'screen', score: 80, rejectCode: null },
    });
    expect(headline(assessment)).toBe(
      'ALLOW 0/40 (observe) would SCREEN 80/40 (observe) domestic-fixed-from-abroad(+80)',
    );
  });

  it('says nothing when the verdict is the same either way', () => {
    const mobile: CallWords = { from: numbers.docomo, trunk: { reach: 'international' } };
    expect(judge(mobile, { rules: { 'domestic-mobile-from-abroad': { mode: 'observe' } } }).wouldBe).toBeNull();
  });

  it('a withheld rule: the policy would have rejected', () => {
    const assessment = judge({ withheld: 'user' }, { rules: { 'withheld-by-user': { mode: 'observe' } } });
    expect(assessment).toMatchObject({ verdict: 'allow', wouldBe: { verdict: 'reject', rejectCode: 433 } });
    expect(headline(assessment)).toBe('ALLOW 0/40 (observe) would REJECT 433 (observe) withheld-by-user');
  });

  it('a never-block rule: the call would have been let through', () => {
    const assessment = judge({ ...forged, to: numbers.fax }, { rules: { 'exempt-line': { mode: 'observe' } } });
    expect(assessment).toMatchObject({ verdict: 'screen', wouldBe: { verdict: 'allow', score: 80 } });
  });

  it('the deny list', () => {
    const assessment = judge({}, { lists: [denied], rules: { 'deny-entry': { mode: 'observe' } } });
    expect(assessment).toMatchObject({ verdict: 'allow', wouldBe: { verdict: 'reject', rejectCode: 607 } });
  });
});

describe('the whole policy in observe mode', () => {
  const observing: ConfigWords = { policy: { mode: 'observe' } };

  it.each<[string, CallWords, ConfigWords, object]>([
    ['a suspect', forged, {}, { verdict: 'screen', score: 80, rejectCode: null }],
    ['a caller who withholds the number', { withheld: 'user' }, {}, { verdict: 'reject', score: 0, rejectCode: 433 }],
    ['a denied number', {}, { lists: [denied] }, { verdict: 'reject', score: 0, rejectCode: 607 }],
  ])('%s is let through', (_who, call, config, wouldBe) => {
    expect(judge(call, { ...config, ...observing })).toMatchObject({
      verdict: 'allow',
      decidedBy: 'observe-mode',
      rejectCode: null,
      wouldBe,
    });
  });

  it('shows the findings as they would have counted', () => {
    expect(headline(judge(forged, observing))).toBe(
      'ALLOW 80/40 (observe) would SCREEN 80/40 domestic-fixed-from-abroad(+80)',
    );
  });

  it('has nothing to say of an ordinary call', () => {
    expect(judge({}, observing)).toMatchObject({ verdict: 'allow', wouldBe: null });
  });
});
