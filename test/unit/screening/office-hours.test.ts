import { configSchema } from '../../../src/config/schema';
import { compileOfficeHours } from '../../../src/screening/office-hours';

/** Whether an office of these hours works at a moment, written with its offset. */
function isOpen(hours: object | null, moment: string): boolean {
  return compileOfficeHours(configSchema.parse({ office: { hours } }).office.hours)(Date.parse(moment));
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'];
const everyWeekday = (...spans: string[]) => ({ week: Object.fromEntries(weekdays.map((day) => [day, spans])) });
const ordinary = everyWeekday('09:00-12:00', '13:00-17:30');

describe('an ordinary office', () => {
  test.each([
    ['08:59:59', false],
    ['09:00:00', true],
    ['11:59:59', true],
    ['12:00:00', false],
    ['13:00:00', true],
    ['17:29:59', true],
    ['17:30:00', false],
    ['00:00:00', false],
  ])('on a Thursday at %s: %s', (time, open) => {
    expect(isOpen(ordinary, `2026-11-26T${time}+09:00`)).toBe(open);
  });

  test.each([
    ['a Saturday', '2026-11-28'],
    ['a Sunday', '2026-11-29'],
    ['a public holiday', '2026-11-23'],
    ['the substitute for a holiday', '2026-05-06'],
    ['a day between two holidays', '2026-09-22'],
  ])('is closed on %s', (_, date) => {
    expect(isOpen(ordinary, `${date}T10:00:00+09:00`)).toBe(false);
  });
});

test('an office without hours is always open', () => {
  expect(isOpen(null, '2026-01-01T03:00:00+09:00')).toBe(true);
});

test('a day can last until midnight, and go on after it', () => {
  const night = { week: { fri: ['22:00-24:00'], sat: ['00:00-06:00'] } };
  expect(isOpen(night, '2026-11-27T23:59:59+09:00')).toBe(true);
  expect(isOpen(night, '2026-11-28T00:00:00+09:00')).toBe(true);
  expect(isOpen(night, '2026-11-28T06:00:00+09:00')).toBe(false);
});

describe('days that are not like others', () => {
  const at = (date: string, days: object) => isOpen({ ...ordinary, ...days }, `${date}T10:00:00+09:00`);

  test('days the office closes besides', () => {
    expect(at('2026-12-30', { closed: ['2026-12-30'] })).toBe(false);
    expect(at('2026-12-29', { closed: ['2026-12-30'] })).toBe(true);
  });

  test('holidays on which it works as on any such weekday', () => {
    expect(at('2026-11-23', { open: ['2026-11-23'] })).toBe(true);
    expect(at('2026-11-03', { open: ['2026-11-23'] })).toBe(false);
  });

  test('a weekday without hours stays closed, and so does a day that is named closed', () => {
    expect(at('2026-11-29', { open: ['2026-11-29'] })).toBe(false);
    expect(at('2026-11-23', { open: ['2026-11-23'], closed: ['2026-11-23'] })).toBe(false);
  });

  test('an office abroad does not keep the holidays of Japan', () => {
    expect(at('2026-11-23', { holidays: 'none' })).toBe(true);
  });
});

test('the clock on the wall counts, summer time included', () => {
  const london = { ...everyWeekday('09:00-17:00'), timeZone: 'Europe/London', holidays: 'none' };
  expect(isOpen(london, '2026-07-30T08:30:00Z')).toBe(true);
  expect(isOpen(london, '2026-11-26T08:30:00Z')).toBe(false);
  expect(isOpen(london, '2026-11-26T09:30:00Z')).toBe(true);
});

test('midnight belongs to the new day in every zone', () => {
  const newYear = { week: { fri: ['00:00-00:01'] }, holidays: 'none' };
  expect(isOpen(newYear, '2027-01-01T00:00:00+09:00')).toBe(true);
  expect(isOpen(newYear, '2027-01-01T00:00:00+00:00')).toBe(false);
});

test('one compiled office answers for any row of moments', () => {
  const open = compileOfficeHours(configSchema.parse({ office: { hours: ordinary } }).office.hours);
  const moments = ['2026-11-26T09:00:10+09:00', '2026-11-26T09:00:50+09:00', '2026-11-26T12:00:00+09:00'];
  const rounds = [...moments, ...moments].map((moment) => open(Date.parse(moment)));
  expect(rounds).toEqual([true, true, false, true, true, false]);
});
