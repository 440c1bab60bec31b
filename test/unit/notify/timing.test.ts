import fc from 'fast-check';
import { pauseAfter } from '../../../src/notify/back-off';
import { dueAt, readDelivery } from '../../../src/notify/delivery';
import { readRetryAfter } from '../../../src/notify/webhook-door';

const local = (text: string) => new Date(text).getTime();

it.each([
  ['at-once', '2026-04-01T10:00', '2026-04-01T10:00'],
  ['every 60m', '2026-04-01T10:00', '2026-04-01T11:00'],
  ['daily 18:00', '2026-04-01T10:00', '2026-04-01T18:00'],
  ['daily 18:00', '2026-04-01T18:00', '2026-04-02T18:00'],
  ['daily 09:05', '2026-12-31T10:00', '2027-01-01T09:05'],
])('%s: what comes at %s is due at %s', (delivery, now, due) => {
  expect(dueAt(readDelivery(delivery), local(now))).toBe(local(due));
});

describe('the pause after failures', () => {
  it.each([
    [1, null, 0, 5_000],
    [1, null, 1, 2_500],
    [2, null, 0, 10_000],
    [4, null, 0, 40_000],
    [30, null, 0, 3_600_000],
    [1, 60_000, 0, 60_000],
    [6, 1_000, 0, 160_000],
  ])('%i in a row, asked for %p ms, chance %d: %i ms', (failures, asked, chance, pause) => {
    expect(pauseAfter(failures, asked, chance)).toBe(pause);
  });

  it('is never longer than a day, nor shorter than half of what is usual', () => {
    const whole = fc.integer({ min: 1, max: 2_000 });
    fc.assert(
      fc.property(whole, fc.option(fc.nat()), fc.double({ min: 0, max: 1, noNaN: true }), (failures, asked, chance) => {
        const pause = pauseAfter(failures, asked, chance);
        expect(pause).toBeGreaterThanOrEqual(2_500);
        expect(pause).toBeLessThanOrEqual(24 * 3_600_000);
      }),
    );
  });
});

it.each([
  [undefined, null],
  ['120', 120_000],
  ['0', null],
  ['-5', null],
  ['soon', null],
  ['Wed, 01 Apr 2026 01:00:30 GMT', 30_000],
  ['Wed, 01 Apr 2026 00:59:30 GMT', null],
])('Retry-After: %s is %p ms', (text, ms) => {
  expect(readRetryAfter(text, Date.parse('2026-04-01T01:00:00Z'))).toBe(ms);
});
