/** Moments (epoch ms) as the clock and the calendar of this machine show them: times and days that an office asks for. */

/** `2026-04-01 10:00:00` */
export function localTime(at: number): string {
  const date = new Date(at);
  return `${localDate(at)} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(':')}`;
}

/** `2026-04-01 10:00` */
export function localMinute(at: number): string {
  return localTime(at).slice(0, -':00'.length);
}

/** `2026-04-01` */
export function localDate(at: number): string {
  const date = new Date(at);
  return [date.getFullYear(), twoDigits(date.getMonth() + 1), twoDigits(date.getDate())].join('-');
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
