/**
 * Dates of tables are ISO dates or, where no day is known, months. Both compare as text once a month stands for its
 * first day: a table is never taken for younger than it is.
 */
export function dayOf(asOf: string): string {
  return asOf.length === '2026-07'.length ? `${asOf}-01` : asOf;
}

/** The newest day that the dates name; empty when there are none. */
export function newestDay(dates: readonly string[]): string {
  return dates.map(dayOf).sort().at(-1) ?? '';
}
