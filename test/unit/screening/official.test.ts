import { type CallWords, judge, numbers } from './evidence';
import { describeRule } from './rule-table';

describeRule('official-number', {
  fires: [
    ['police headquarters', { from: numbers.metropolitanPolice }, 40],
    ['a police station', { from: numbers.musashinoPolice }, 40],
    ['the same in international form', { from: '+81422550110' }, 40],
    ['the office’s bank', { from: numbers.bank }, 40],
    ['its foreign bank', { from: '+442079460000' }, 40],
  ],
  silent: [
    ['a neighbour in a police block', { from: '0422559999' }],
    ['an ordinary landline', {}],
    ['a look-alike', { from: '+422550110' }],
    ['a withheld number', { withheld: 'user' }],
  ],
});

describeRule('police-like-number', {
  fires: [
    ['a mobile ending 0110', { from: '09021600110' }, 50],
    ['050 ending 0110', { from: '05010040110' }, 50],
    ['a landline ending 0110 in no police block', { from: '0422200110' }, 50],
    ['a foreign number ending 0110', { from: '+442079460110' }, 50],
    ['a country that does not exist', { from: '+422550110' }, 50],
  ],
  silent: [
    ['a police station', { from: numbers.musashinoPolice }],
    ['another ending', { from: '09021600119' }],
    ['an extension', { from: '0110', trunk: { reach: 'internal' } }],
    ['an ordinary landline', {}],
  ],
});

describe('official and protected numbers', () => {
  const official = { from: numbers.musashinoPolice };

  test('are screened, with the advice to call back', () => {
    expect(judge(official)).toMatchObject({ verdict: 'screen', score: 40 });
  });

  test('are never remembered', () => {
    expect(judge(official).cacheable).toBe(false);
    expect(judge(official, { rules: { 'official-number': { mode: 'off' } } }).cacheable).toBe(false);
  });

  test('are never rejected, whatever the score', () => {
    const forged: CallWords = { ...official, trunk: { reach: 'international', peers: ['192.0.2.9'] } };
    expect(judge(forged, { policy: { rejectAt: 50 } })).toMatchObject({ verdict: 'screen', score: 220 });
  });

  test('are never rejected by a deny entry', () => {
    const assessment = judge(official, { lists: [{ list: 'deny', number: numbers.musashinoPolice }] });
    expect(assessment).toMatchObject({ verdict: 'screen', decidedBy: 'deny-entry', rejectCode: null });
  });

  test('are never rejected, even with their rule switched off', () => {
    const off = { 'official-number': { mode: 'off' } } as const;
    expect(judge(official, { rules: off, lists: [{ list: 'deny', prefix: '0422' }] }).verdict).toBe('screen');
  });

  test('pass with an allow entry', () => {
    expect(judge(official, { lists: [{ list: 'allow', number: numbers.musashinoPolice }] }).verdict).toBe('allow');
  });
});
