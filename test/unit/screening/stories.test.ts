import { headline } from '../../../src/screening/explain';
import { judge, now, numbers } from './evidence';

const overseas = { name: 'overseas', reach: 'international' } as const;
const usual = { trunk: 'main', assertedHost: null, origIoi: null, form: 'national' } as const;

/** What this product is for, and whom it must not disturb. */
describe('the stories', () => {
  test.each([
    [
      'a firm’s real landline number comes in over the overseas trunk (2015)',
      { from: numbers.nttEast, trunk: overseas },
      'SCREEN 80/40 domestic-fixed-from-abroad(+80)',
    ],
    [
      'the office’s own head-office number calls from outside (2019)',
      { from: numbers.ours },
      'SCREEN 90/40 own-number-from-outside(+90)',
    ],
    [
      'a country that does not exist imitates a police station (2025)',
      { from: '+422550110' },
      'SCREEN 240/40 nonexistent-country(+100) lookalike-number(+90) police-like-number(+50)',
    ],
    [
      'a number of +1 contains that of the police headquarters (2025)',
      { from: '+1800335814321' },
      'SCREEN 190/40 impossible-number(+100) lookalike-number(+90)',
    ],
    [
      'real police numbers in a row, each shown once (2025)',
      { from: numbers.musashinoPolice, memory: { trunk: { flood: { sign: 'police-endings', limit: 3 } } } },
      'SCREEN 70/40 official-number(+40) many-callers-one-trunk(+30)',
    ],
    [
      'a partner’s number comes over another trunk',
      {
        from: numbers.kddiFixed,
        trunk: { name: 'ip050' },
        memory: {
          caller: { standing: 'origin-changed', since: '2026-01-05', usualOrigins: [usual] },
        },
      },
      'SCREEN 50/40 known-caller-origin-changed(+50)',
    ],
    [
      'a false police officer calls again, this time with a number, and says the call was forwarded',
      {
        from: numbers.metropolitanPolice,
        origin: { diverted: true },
        memory: { withheldJustRejected: true, caller: { challenge: 'passed' } },
      },
      'SCREEN 40/40 official-number(+40)',
    ],
    ['a caller withholds the number', { withheld: 'user', origin: { privacy: ['id'] } }, 'REJECT 433 withheld-by-user'],
  ] as const)('stopped: %s', (_, call, line) => {
    expect(headline(judge(call))).toBe(line);
  });

  test.each([
    ['an ordinary landline', { from: numbers.nttEast }, 'ALLOW 0/40'],
    ['an ordinary mobile', { from: numbers.docomo }, 'ALLOW 0/40'],
    ['a foreign partner', { from: '+4930123456', trunk: overseas }, 'ALLOW 0/40'],
    [
      'a ported mobile',
      { from: numbers.docomo, origin: { origIoi: 'kddi.example' }, trunk: { hosts: { 'kddi.example': 'kddi' } } },
      'ALLOW 5/40 origin-carrier-differs(+5)',
    ],
    [
      'our own number, forwarded by a trunk we trust',
      { from: numbers.ours, origin: { divertedBy: numbers.kddiFixed } },
      'ALLOW -40/40 diverted(-40)',
    ],
    [
      'a roaming mobile over the overseas trunk',
      { from: numbers.docomo, trunk: overseas },
      'ALLOW 20/40 domestic-mobile-from-abroad(+20)',
    ],
    ['a fire station that calls back', { from: '0422200119' }, 'ALLOW 0/40'],
    [
      'the control room, which calls back without a number',
      { withheld: 'user', memory: { office: { emergencyDialled: '119' } } },
      'ALLOW 0/40 emergency-call-back withheld-by-user',
    ],
    [
      'a shelter’s telephone in a disaster',
      { withheld: 'unavailable', memory: { office: { disasterUntil: now + 3_600_000 } } },
      'ALLOW 0/40 disaster-mode withheld-unavailable',
    ],
    [
      'a branch abroad that the office talks to every week',
      { from: numbers.nttEast, trunk: overseas, memory: { caller: { standing: 'known', challenge: 'passed' } } },
      'ALLOW 0/40 domestic-fixed-from-abroad(+80) known-caller(-40) challenge-history(-40)',
    ],
    [
      'a new foreign customer whom the office called',
      { from: '+442079460018', memory: { caller: { dialledByUs: '2026-07-20' } } },
      'ALLOW -35/40 we-called-them(-60) foreign-number(+25)',
    ],
    [
      'a new customer on the day of an advertisement',
      { from: numbers.docomo, memory: { trunk: { flood: { sign: 'new-callers', limit: 20 } } } },
      'ALLOW 30/40 many-callers-one-trunk(+30)',
    ],
    ['a lift', { withheld: 'unknown', to: '**11' }, 'ALLOW 0/40 exempt-line withheld-unknown'],
  ] as const)('through: %s', (_, call, line) => {
    expect(headline(judge(call))).toBe(line);
  });
});
