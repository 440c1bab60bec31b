/** When a notice goes out, understood from its setting: `at-once`, `daily 18:00`, `every 60m`. */
export type Delivery =
  | { readonly type: 'at-once' }
  | { readonly type: 'daily'; readonly hour: number; readonly minute: number }
  | { readonly type: 'every'; readonly minutes: number };

/** The schema has checked the text. */
export function readDelivery(text: string): Delivery {
  const [, hour, minute] = /^daily (\d\d):(\d\d)$/.exec(text) ?? [];
  if (hour !== undefined) return { type: 'daily', hour: Number(hour), minute: Number(minute) };
  const [, minutes] = /^every (\d+)m$/.exec(text) ?? [];
  return minutes === undefined ? { type: 'at-once' } : { type: 'every', minutes: Number(minutes) };
}

/**
 * When what begins to be gathered at `now` is due, epoch milliseconds; times of day are those of this machine's clock,
 * as an office reads it, also where summer time makes a day shorter or longer.
 */
export function dueAt(delivery: Delivery, now: number): number {
  switch (delivery.type) {
    case 'at-once':
      return now;
    case 'every':
      return now + delivery.minutes * 60_000;
    case 'daily': {
      const due = new Date(now);
      due.setHours(delivery.hour, delivery.minute, 0, 0);
      if (due.getTime() <= now) due.setDate(due.getDate() + 1);
      return due.getTime();
    }
  }
}
