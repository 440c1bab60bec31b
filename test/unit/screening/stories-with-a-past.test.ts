import { headline } from '../../../src/screening/explain';
import type { Evidence } from '../../../src/screening/finding';
import { type Fingerprint, fingerprintOf } from '../../../src/screening/fingerprint';
import { arrivalOf } from '../../../src/screening/records/arrival';
import { type CallerRecord, learnCall, learnDialled, recallCaller } from '../../../src/screening/records/caller-record';
import { hours, minutes } from '../../../src/screening/records/record';
import { learnTrunk, newTrunkRecord, recallTrunk, type TrunkRecord } from '../../../src/screening/records/trunk-record';
import { type CallWords, call, judge, now, numbers } from './evidence';

/** Stories that only the calls before tell. */

describe('one contract dials with three hundred numbers in an hour, a tenth of them ending 0110 (2025)', () => {
  const trunk = { name: 'ip050' } as const;
  const dials = Array.from({ length: 300 }, (_, index) => ({
    from: index % 10 === 9 ? `0902${160 + index}0110` : `0902${160 + index}7${100 + index}`,
    trunk,
    at: now + index * 12_000,
  }));

  let record: TrunkRecord = newTrunkRecord;
  const assessments = dials.map((words) => {
    const seen: CallWords = { ...words, memory: { trunk: recallTrunk(record, words.at) } };
    record = learnTrunk(record, arrivalOf(call(seen), words.from));
    return judge(seen);
  });
  const flooded = (rank: number) =>
    assessments[rank]?.findings.find(({ rule }) => rule === 'many-callers-one-trunk')?.facts['sign'];

  test('no number is shown twice, so that no list of numbers helps', () => {
    expect(new Set(dials.map(({ from }) => from)).size).toBe(300);
  });

  test('the first twenty look like an ordinary hour, and from then on every call names the flood', () => {
    expect(dials.findIndex((_, rank) => flooded(rank) !== undefined)).toBe(21);
    expect(dials.slice(21).every((_, rank) => flooded(rank + 21) === 'new-callers')).toBe(true);
  });

  test('every number ending 0110 is screened, from the first on', () => {
    const policeLike = assessments.filter((_, index) => index % 10 === 9);
    expect(policeLike.map(({ verdict }) => verdict)).toEqual(Array(30).fill('screen'));
    expect(headline(policeLike.at(-1) ?? judge({}))).toBe(
      'SCREEN 80/40 police-like-number(+50) many-callers-one-trunk(+30)',
    );
  });

  test('one weak sign more, and the others are screened too; none is rejected', () => {
    const late = dials[250]?.at ?? now;
    const sales: CallWords = { from: numbers.navi, trunk, at: late, memory: { trunk: recallTrunk(record, late) } };
    expect(headline(judge(sales))).toBe('SCREEN 40/40 many-callers-one-trunk(+30) service-number(+10)');
    expect(assessments.some(({ verdict }) => verdict === 'reject')).toBe(false);
  });

  test('three of them are enough where a tenth dials as slowly as an honest office', () => {
    let slow: TrunkRecord = newTrunkRecord;
    for (const [rank, words] of dials.filter(({ from }) => from.endsWith('0110')).entries()) {
      const at = now + rank * 15 * minutes;
      if (rank === 3) expect(recallTrunk(slow, at).flood?.sign).toBe('police-endings');
      slow = learnTrunk(slow, arrivalOf(call({ ...words, at }), words.from));
    }
  });

  test('a customer calls over the same trunk meanwhile, and is not met', () => {
    const at = now + hours - minutes;
    const memory = { trunk: recallTrunk(record, at), caller: { standing: 'known', since: '2026-01-05' } } as const;
    expect(headline(judge({ from: numbers.nttEast, trunk, at, memory }))).toBe('ALLOW -40/40 known-caller(-40)');
  });

  test('two hours later all is forgiven', () => {
    expect(recallTrunk(record, now + 3 * hours).flood).toBeNull();
  });
});

/** So many calls from there, answered one a day. */
function answered(from: Fingerprint, times: number): CallerRecord | null {
  let record: CallerRecord | null = null;
  for (let day = times; day > 0; day--) {
    const at = now - day * 24 * hours;
    record = learnCall(record, { at, fingerprint: from, answered: true, challenge: 'none', short: false });
  }
  return record;
}

const origin = ({ trunk, caller, origin }: Evidence): Fingerprint =>
  fingerprintOf({ trunk, caller, origin }) ?? { trunk: '', assertedHost: null, origIoi: null, form: 'other' };

const judgedAfter = (record: CallerRecord | null, words: CallWords) =>
  headline(judge({ ...words, memory: { caller: recallCaller(record, origin(call(words)), now) } }));

describe('a partner’s exchange was broken into: its number is genuine, the carrier is right, the way is new', () => {
  const asUsual: CallWords = {
    from: numbers.kddiFixed,
    trunk: { name: 'hikari', hosts: { 'kddi.example': 'kddi' } },
    origin: { assertedNumber: numbers.kddiFixed, assertedHost: 'kddi.example' },
  };
  const hijacked: CallWords = {
    ...asUsual,
    trunk: { name: 'itsp', hosts: { 'kddi.example': 'kddi' } },
    origin: { assertedNumber: numbers.kddiFixed, assertedHost: 'pbx7.kddi.example' },
  };
  const partner = answered(origin(call(asUsual)), 12);

  test('stopped: nothing else is wrong with the call', () => {
    expect(judgedAfter(null, hijacked)).toBe('ALLOW 0/40');
    expect(judgedAfter(partner, hijacked)).toBe('SCREEN 50/40 known-caller-origin-changed(+50)');
  });

  test('through: the partner himself', () => {
    expect(judgedAfter(partner, asUsual)).toBe('ALLOW -40/40 known-caller(-40)');
  });

  test('through: the partner after his exchange has really moved, once somebody answered him there', () => {
    const moved = learnCall(partner, {
      ...{ at: now - hours, fingerprint: origin(call(hijacked)) },
      ...{ answered: true, challenge: 'passed', short: false },
    });
    expect(judgedAfter(moved, hijacked)).toBe('ALLOW -40/40 challenge-history(-40)');
  });
});

describe('honest callers whose way changes', () => {
  const atHome: CallWords = { from: numbers.docomo, trunk: { name: 'hikari' } };
  const roaming: CallWords = { from: numbers.docomo, trunk: { name: 'overseas', reach: 'international' } };
  const colleague = answered(origin(call(atHome)), 30);

  test.each([
    ['a colleague whom the office never met, roaming', null, roaming, 'ALLOW 20/40 domestic-mobile-from-abroad(+20)'],
    ['a colleague at home', colleague, atHome, 'ALLOW -40/40 known-caller(-40)'],
    [
      'a foreign supplier who calls back',
      learnDialled(null, now - 3 * 24 * hours),
      { from: '+2348031234567' },
      'ALLOW -20/40 we-called-them(-60) foreign-number(+40)',
    ],
    [
      'a ported mobile whom the office knows: its carrier is that of every call so far',
      answered(origin(call(atHome)), 3),
      { ...atHome, origin: { fromHost: 'kddi.example' }, trunk: { name: 'hikari', hosts: { 'kddi.example': 'kddi' } } },
      'ALLOW -40/40 known-caller(-40)',
    ],
  ] as const)('through: %s', (_, record, words, line) => {
    expect(judgedAfter(record, words)).toBe(line);
  });

  test('not asked, though noticed: a known colleague who roams for the first time', () => {
    expect(judgedAfter(colleague, roaming)).toBe(
      'ALLOW 35/40 domestic-mobile-from-abroad(+20) known-caller-origin-changed(+15)',
    );
  });
});
