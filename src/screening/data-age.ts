/** Whether the allocation table is recent enough to be believed when it says "nobody has this block". */
export type DataAge = 'fresh' | 'ageing' | 'stale';

const dayMs = 86_400_000;

/** The ministry publishes monthly: a block opened last month is missing from a table of two months ago. */
export function dataAge(snapshotDate: string, at: number): DataAge {
  const days = (at - Date.parse(snapshotDate)) / dayMs;
  if (days <= 45) return 'fresh';
  return days <= 120 ? 'ageing' : 'stale';
}
