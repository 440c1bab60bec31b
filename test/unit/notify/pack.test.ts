import { accountOf } from '../../../src/notify/account';
import { readDelivery } from '../../../src/notify/delivery';
import type { News } from '../../../src/notify/news';
import { type Circumstances, hourMs, mostAccounts, mostParcels, pack } from '../../../src/notify/pack';
import { isWanted } from '../../../src/notify/wanted';
import { news, noticesConfig, parcel } from './news';

const now = Date.parse('2026-04-01T01:00:00Z');
const account = accountOf(news(), 'masked');
const packed = (given: Partial<Circumstances> & { delivery?: Circumstances['delivery'] } = {}) =>
  pack(account, {
    notice: 'office',
    delivery: readDelivery('at-once'),
    waiting: [],
    singles: [],
    mostPerHour: 2,
    now,
    newId: () => '7f4c4e6a-0000-4000-8000-00000000000b',
    ...given,
  });
const gathering = parcel([news()], { gathered: true, due: now + hourMs });
const every = readDelivery('every 60m');

describe('where a call is told of', () => {
  it('is a parcel of its own, at once', () => {
    expect(packed()).toMatchObject({ gathered: false, due: now, accounts: [account] });
  });

  it('is one that gathers, begun by the first', () => {
    expect(packed({ delivery: every })).toMatchObject({ gathered: true, since: now, due: now + hourMs });
    expect(packed({ delivery: every, waiting: [gathering] })).toMatchObject({
      id: gathering.id,
      due: gathering.due,
      accounts: [gathering.accounts[0], account],
    });
  });

  it.each([
    ['was tried already', { ...gathering, attempts: 1 }],
    ['is due', { ...gathering, due: now }],
    ['is of a single call', { ...gathering, gathered: false }],
  ])('is a new one where the one that waits %s', (_, waiting) => {
    expect(packed({ delivery: every, waiting: [waiting] })?.id).not.toBe(gathering.id);
  });

  it('is gathered once an hour has had its measure, until the first of that hour is an hour ago', () => {
    expect(packed({ singles: [now - 1_000] })).toMatchObject({ gathered: false });
    expect(packed({ singles: [now - 1_000, now] })).toMatchObject({ gathered: true, due: now - 1_000 + hourMs });
  });

  it('counts what finds no room', () => {
    const full = parcel(
      Array.from({ length: mostAccounts }, () => news()),
      { gathered: true, due: now + hourMs },
    );
    expect(packed({ delivery: every, waiting: [full] })).toMatchObject({ omitted: 1, accounts: full.accounts });
  });

  it('is one that waits where too many do, and nowhere where all of these were tried', () => {
    const crowd = Array.from({ length: mostParcels }, () => ({ ...gathering, gathered: false }));
    expect(packed({ waiting: [...crowd, gathering] })?.id).toBe(gathering.id);
    expect(packed({ waiting: crowd })).toBeNull();
  });
});

describe('who is told of what', () => {
  const { when } = noticesConfig({ send: { a: { webhook: 'https://example.jp' } } }).send['a'] ?? { when: undefined };
  const usual = when ?? { verdicts: [], events: [] };
  it.each<[string, News, Partial<typeof usual>, boolean]>([
    ['a refusal', news(), {}, true],
    ['an ordinary call', news({ decision: { verdict: 'allow' } }), {}, false],
    ['an ordinary call', news({ decision: { verdict: 'allow' } }), { verdicts: ['allow'] }, true],
    ['an alert', news({ decision: { verdict: 'allow' }, alert: true }), { verdicts: [], events: [] }, true],
    ['a message', news({ event: 'message', decision: { verdict: 'screen' } }), {}, true],
    ['a message', news({ event: 'message' }), { events: [] }, false],
    ['a proven spoof', news({ event: 'proven-spoof' }), {}, true],
    ['staff', news({ event: 'staff' }), {}, false],
    ['staff', news({ event: 'staff' }), { events: ['staff'] }, true],
    ['an unjudged call', news({ decision: { verdict: 'allow', outcome: 'failed-open' } }), {}, false],
    [
      'an unjudged call',
      news({ decision: { verdict: 'allow', outcome: 'failed-open' } }),
      { events: ['failed-open'] },
      true,
    ],
  ])('%s', (_, what, given, wanted) => {
    expect(isWanted(what, { ...usual, ...given })).toBe(wanted);
  });
});
