import { endAfter, endAt } from '../../../../src/cli/list/expiry';

const now = Date.parse('2026-04-01T01:00:00Z');
const local = (text: string) => new Date(text).getTime();

it.each([
  ['30m', '2026-04-01T01:30:00.000Z'],
  ['2h', '2026-04-01T03:00:00.000Z'],
  ['3d', '2026-04-04T01:00:00.000Z'],
  ['2w', '2026-04-15T01:00:00.000Z'],
])('%s from now', (duration, end) => {
  expect(new Date(endAfter(duration, now) ?? 0).toISOString()).toBe(end);
});

it.each(['', '2', 'h', '0h', '-2h', '2.5h', '2 h', '2y', '999999d', 'tomorrow'])('%j is no while', (text) => {
  expect(endAfter(text, now)).toBeNull();
});

it.each([
  ['2027-03-31', local('2027-04-01T00:00')],
  ['2027-12-31', local('2028-01-01T00:00')],
  ['2027-03-31T18:00', local('2027-03-31T18:00')],
  ['2027-03-31T18:00:30', local('2027-03-31T18:00:30')],
  ['2027-03-31T18:00Z', Date.parse('2027-03-31T18:00Z')],
  ['2027-03-31T18:00:00+09:00', Date.parse('2027-03-31T09:00Z')],
])('until %s', (text, end) => {
  expect(endAt(text)).toBe(end);
});

it.each(['', '2027', '2027-02-30', '2027-13-01', '2027-03-31T25:00', '31.3.2027', 'tomorrow'])(
  '%j is no end',
  (text) => {
    expect(endAt(text)).toBeNull();
  },
);
