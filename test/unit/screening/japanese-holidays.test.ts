import { isJapaneseHoliday } from '../../../src/screening/japanese-holidays';

/** The public holidays of a year, as month and day. */
function holidaysOf(year: number): string {
  const days: string[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    const date = new Date(at).toISOString().slice(0, 10);
    if (isJapaneseHoliday(date)) days.push(date.slice(5));
  }
  return days.join(' ');
}

describe('the lists that the Cabinet Office published (国民の祝日について)', () => {
  test.each([
    [
      2020,
      '01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-23 07-24 08-10 09-21 09-22 11-03 11-23',
    ],
    [2021, '01-01 01-11 02-11 02-23 03-20 04-29 05-03 05-04 05-05 07-22 07-23 08-08 08-09 09-20 09-23 11-03 11-23'],
    [
      2024,
      '01-01 01-08 02-11 02-12 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-22 09-23 10-14 11-03 11-04 11-23',
    ],
    [
      2025,
      '01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03 11-23 11-24',
    ],
    [
      2026,
      '01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23',
    ],
    [2027, '01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23'],
  ])('%i', (year, days) => {
    expect(holidaysOf(year)).toBe(days);
  });
});

describe('what the Act says of years that nobody has listed yet', () => {
  test('a day between two holidays is one too: September 2032', () => {
    expect(holidaysOf(2032)).toBe(
      '01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-21 09-22 10-11 11-03 11-23',
    );
  });

  test('a holiday on a Sunday moves past those that follow it: May 2031', () => {
    expect(holidaysOf(2031)).toContain('05-03 05-04 05-05 05-06');
  });

  test('the equinoxes wander: 20 or 21 March, 22 or 23 September', () => {
    expect(
      ['2024-03-20', '2027-03-21', '2032-09-22', '2031-09-23', '2092-03-19'].filter(isJapaneseHoliday),
    ).toHaveLength(5);
  });
});

test.each(['2019-05-01', '2100-01-01'])('of other years no holiday is known: %s', (date) => {
  expect(isJapaneseHoliday(date)).toBe(false);
});
