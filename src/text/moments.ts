/** Moments as people write them on command lines and in files: epoch milliseconds, `null` for what is none. */

const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 };

/** `30m`, `2h`, `3d`, `2w` in milliseconds. */
export function spanOf(text: string): number | null {
  const [, count, unit = ''] = /^([1-9]\d{0,4})([mhdw])$/.exec(text) ?? [];
  return count === undefined ? null : Number(count) * (unitMs[unit] ?? 0);
}

/** A moment that is over: so long before `now`, or a time, or the beginning of a day. */
export function momentSince(text: string, now: number): number | null {
  const span = spanOf(text);
  return span === null ? timeOf(text) : now - span;
}

/** A time in ISO 8601, without an offset of the machine's time zone; of a lone date its beginning. */
export function timeOf(text: string): number | null {
  return readTime(text, 'T00:00');
}

/** The same; of a lone date its end, for the day is included. */
export function endingTimeOf(text: string): number | null {
  return readTime(text, 'T24:00');
}

function readTime(text: string, ofLoneDate: string): number | null {
  const [, date = '', time = ofLoneDate] =
    /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/.exec(text) ?? [];
  // Date.parse takes 30 February for 2 March, and a lone date for midnight in Greenwich.
  const at = isDay(date) ? Date.parse(`${date}${time}`) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

function isDay(date: string): boolean {
  const day = new Date(`${date}T00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}
