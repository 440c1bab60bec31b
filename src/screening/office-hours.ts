import type { Config } from '../config/schema';
import { isJapaneseHoliday } from './japanese-holidays';

type Hours = NonNullable<Config['office']['hours']>;

/** From and until, in minutes since midnight; the last minute is not in it. */
type Span = readonly [from: number, until: number];

/** Whether the office works at a moment (epoch ms); without hours it always does. */
export function compileOfficeHours(hours: Hours | null): (at: number) => boolean {
  if (hours === null) return () => true;
  const spans = weekdays.map((day) => (hours.week[day] ?? []).map(parseSpan));
  const closed = new Set(hours.closed);
  const open = new Set(hours.open);
  const localTime = clockOf(hours.timeZone);

  const isClosedOn = (date: string) =>
    closed.has(date) || (hours.holidays === 'japan' && isJapaneseHoliday(date) && !open.has(date));

  return oncePerMinute((at) => {
    const { date, weekday, minute } = localTime(at);
    const isWithin = ([from, until]: Span) => from <= minute && minute < until;
    return (spans[weekday] ?? []).some(isWithin) && !isClosedOn(date);
  });
}

/** As `Date` counts them. */
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** `09:00-17:30`; the schema has checked it. */
function parseSpan(span: string): Span {
  const [from = 0, until = 0] = span.split('-').map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
  return [from, until];
}

interface LocalTime {
  /** `2026-11-24` */
  readonly date: string;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Since midnight. */
  readonly minute: number;
}

/** What a clock on the wall shows in a time zone, summer time included. */
function clockOf(timeZone: string): (at: number) => LocalTime {
  const numeric = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const format = new Intl.DateTimeFormat('en', { timeZone, hourCycle: 'h23', calendar: 'gregory', ...numeric });
  return (at) => {
    const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
    for (const { type, value } of format.formatToParts(at)) parts[type] = value;
    const date = `${parts.year}-${parts.month}-${parts.day}`;
    return { date, weekday: new Date(date).getUTCDay(), minute: Number(parts.hour) * 60 + Number(parts.minute) };
  };
}

/** Asking the calendar takes as long as judging the rest of the call; hours begin and end on whole minutes. */
function oncePerMinute(ask: (at: number) => boolean): (at: number) => boolean {
  let minute = Number.NaN;
  let answer = false;
  return (at) => {
    const asked = Math.floor(at / 60_000);
    if (asked !== minute) {
      minute = asked;
      answer = ask(at);
    }
    return answer;
  };
}
