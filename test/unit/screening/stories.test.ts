import { headline } from '../../../src/screening/explain';
import { judge, numbers } from './evidence';

const overseas = { name: 'overseas', reach: 'international' } as const;

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
    ['a lift', { withheld: 'unknown', to: '**11' }, 'ALLOW 0/40 exempt-line withheld-unknown'],
  ] as const)('through: %s', (_, call, line) => {
    expect(headline(judge(call))).toBe(line);
  });
});
