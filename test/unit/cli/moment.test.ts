import { momentOf } from '../../../src/cli/moment';

const now = Date.parse('2026-04-01T03:00:00Z');
const minute = 60_000;

describe('a moment to come', () => {
  it.each<[string, number]>([
    ['30m', now + 30 * minute],
    ['2h', now + 120 * minute],
    ['3d', now + 3 * 24 * 60 * minute],
    ['2w', now + 14 * 24 * 60 * minute],
    ['2026-04-02T09:00:00+09:00', Date.parse('2026-04-02T00:00:00Z')],
    ['2026-04-02T09:00', new Date(2026, 3, 2, 9).getTime()],
    ['2026-04-02', new Date(2026, 3, 3).getTime()],
  ])('%s', (text, at) => {
    expect(momentOf(text, now)).toBe(at);
  });

  it.each(['', 'h', '2 h', '-2h', '2y', 'tomorrow', '2026-13-01', '2026-04-02T25:00', '5'])('%j is none', (text) => {
    expect(momentOf(text, now)).toBeNull();
  });
});
