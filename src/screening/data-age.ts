/** Whether the allocation table is recent enough to be believed when it says "nobody has this block". */
export type DataAge = 'fresh' | 'ageing' | 'stale';

/** The ministry publishes monthly: a block opened last month is missing from a table of two months ago. */
export const dataAgeDays = { fresh: 45, ageing: 120 } as const;

/** What part of its weight the sign "nobody has this block" keeps. */
export const dataAgeScale: Readonly<Record<DataAge, number>> = { fresh: 1, ageing: 0.5, stale: 0 };

const dayMs = 86_400_000;

export function dataAge(snapshotDate: string, at: number): DataAge {
  const days = daysSince(snapshotDate, at);
  if (days <= dataAgeDays.fresh) return 'fresh';
  return days <= dataAgeDays.ageing ? 'ageing' : 'stale';
}

/** Days, with their fraction, from the beginning of an ISO date (UTC) to a moment (epoch ms). */
export function daysSince(date: string, at: number): number {
  return (at - Date.parse(date)) / dayMs;
}
