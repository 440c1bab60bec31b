/** When a list entry ends, as an operator says it. */

const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 };

/** `30m`, `2h`, `3d`, `2w` from `now` on, in epoch ms; `null` when it is none of these. */
export function endAfter(duration: string, now: number): number | null {
  const [, count, unit = ''] = /^([1-9]\d{0,4})([mhdw])$/.exec(duration) ?? [];
  return count === undefined ? null : now + Number(count) * (unitMs[unit] ?? 0);
}

/**
 * The end of a day (`2027-03-31`), or a time (`2027-03-31T18:00`, with an offset if it is not of this machine's time
 * zone), in epoch ms; `null` when it is neither.
 */
export function endAt(text: string): number | null {
  const [, date = '', time] = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?$/.exec(text) ?? [];
  // Date.parse takes 30 February for 2 March.
  if (!isDay(date)) return null;
  const end = Date.parse(`${date}${time ?? 'T24:00'}`);
  return Number.isNaN(end) ? null : end;
}

function isDay(date: string): boolean {
  const day = new Date(`${date}T00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}
