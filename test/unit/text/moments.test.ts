import { endingTimeOf, momentSince, spanOf, timeOf } from '../../../src/text/moments';

const minute = 60_000;
const local = (text: string) => new Date(text).getTime();

describe('a span', () => {
  it.each([
    ['30m', 30 * minute],
    ['2h', 120 * minute],
    ['3d', 3 * 24 * 60 * minute],
    ['2w', 14 * 24 * 60 * minute],
  ])('%s', (text, span) => {
    expect(spanOf(text)).toBe(span);
  });

  it.each(['', '2', 'h', '0h', '-2h', '2.5h', '2 h', '2y', '999999d', '1e3d', 'tomorrow'])('%j is none', (text) => {
    expect(spanOf(text)).toBeNull();
  });
});

describe('a time', () => {
  it.each([
    ['2027-03-31T18:00', local('2027-03-31T18:00')],
    ['2027-03-31T18:00:30', local('2027-03-31T18:00:30')],
    ['2027-03-31T18:00Z', Date.parse('2027-03-31T18:00:00Z')],
    ['2027-03-31T18:00:00+09:00', Date.parse('2027-03-31T09:00:00Z')],
    ['2027-03-31T18:00:00.250Z', Date.parse('2027-03-31T18:00:00.250Z')],
  ])('%s', (text, at) => {
    expect(timeOf(text)).toBe(at);
    expect(endingTimeOf(text)).toBe(at);
  });

  it.each([
    ['2027-03-31', local('2027-03-31T00:00'), local('2027-04-01T00:00')],
    ['2027-12-31', local('2027-12-31T00:00'), local('2028-01-01T00:00')],
  ])('%s is a day of the machine’s time zone, from its beginning to its end', (text, begin, end) => {
    expect(timeOf(text)).toBe(begin);
    expect(endingTimeOf(text)).toBe(end);
  });

  it.each(['', '2027', '2027-02-30', '2027-13-01', '2027-3-1', '2027-03-31T25:00', '31.3.2027', 'tomorrow', '5'])(
    '%j is none',
    (text) => {
      expect(timeOf(text)).toBeNull();
      expect(endingTimeOf(text)).toBeNull();
    },
  );
});

describe('a moment that is over', () => {
  const now = Date.parse('2026-04-01T12:00:00Z');

  it.each([
    ['90m', '2026-04-01T10:30:00Z'],
    ['3d', '2026-03-29T12:00:00Z'],
    ['2026-03-31T09:30:00+09:00', '2026-03-31T00:30:00Z'],
  ])('%s', (text, iso) => {
    expect(momentSince(text, now)).toBe(Date.parse(iso));
  });

  it('is the beginning of a day', () => {
    expect(momentSince('2026-03-31', now)).toBe(local('2026-03-31T00:00'));
  });

  it.each(['', 'yesterday', '-2h', '03/31/2026'])('%j is none', (text) => {
    expect(momentSince(text, now)).toBeNull();
  });
});
