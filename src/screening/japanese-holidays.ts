/**
 * The public holidays of Japan by the Act on National Holidays (国民の祝日に関する法律, 昭和23年法律第178号), computed.
 * Good from 2020 to 2099; of other years none are known.
 */

/** Whether a day (`2026-05-06`) is a national holiday, a substitute for one, or a day between two. */
export function isJapaneseHoliday(date: string): boolean {
  const year = Number(date.slice(0, 4));
  const days = computed.get(year) ?? holidaysOf(year);
  computed.set(year, days);
  return days.has(date);
}

const computed = new Map<number, ReadonlySet<string>>();

function holidaysOf(year: number): ReadonlySet<string> {
  if (year < 2020 || year > 2099) return new Set();
  const national = new Set(nationalHolidays(year).map(([month, day]) => isoDate(year, month, day)));
  return new Set([...national, ...substitutes(national), ...between(national)]);
}

type MonthDay = readonly [month: number, day: number];

/** Article 2: 国民の祝日. */
function nationalHolidays(year: number): readonly MonthDay[] {
  return [
    [1, 1],
    [1, monday(year, 1, 2)],
    [2, 11],
    [2, 23],
    [3, vernalEquinox(year)],
    [4, 29],
    [5, 3],
    [5, 4],
    [5, 5],
    [9, monday(year, 9, 3)],
    [9, autumnalEquinox(year)],
    [11, 3],
    [11, 23],
    ...(moved[year] ?? [
      [7, monday(year, 7, 3)],
      [8, 11],
      [10, monday(year, 10, 2)],
    ]),
  ];
}

/** 海の日, 山の日 and スポーツの日 of the two years in which they made room for the Olympic Games. */
const moved: Readonly<Record<number, readonly MonthDay[]>> = {
  2020: [
    [7, 23],
    [8, 10],
    [7, 24],
  ],
  2021: [
    [7, 22],
    [8, 8],
    [7, 23],
  ],
};

/** Article 3(2): a holiday on a Sunday gives the next day that is none (振替休日). */
function substitutes(national: ReadonlySet<string>): string[] {
  return [...national].filter(isSunday).map((date) => {
    let next = dayAfter(date);
    while (national.has(next)) next = dayAfter(next);
    return next;
  });
}

/** Article 3(3): a day between two holidays is one too (国民の休日), as in September 2026 and 2032. */
function between(national: ReadonlySet<string>): string[] {
  return [...national]
    .map((date) => dayAfter(date))
    .filter((date) => !national.has(date) && national.has(dayAfter(date)));
}

/**
 * The equinoxes are announced each February for the year after, by the almanac; from 1980 to 2099 it agrees with this
 * formula (新こよみ便利帳).
 */
const vernalEquinox = (year: number): number => equinox(20.8431, year);
const autumnalEquinox = (year: number): number => equinox(23.2488, year);

function equinox(day: number, year: number): number {
  const years = year - 1980;
  return Math.floor(day + 0.242194 * years) - Math.floor(years / 4);
}

/** Day of the month of its `count`th Monday. */
function monday(year: number, month: number, count: number): number {
  const first = (8 - new Date(Date.UTC(year, month - 1, 1)).getUTCDay()) % 7;
  return 1 + first + 7 * (count - 1);
}

function isSunday(date: string): boolean {
  return new Date(date).getUTCDay() === 0;
}

function dayAfter(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
}

function isoDate(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
