const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 };

/**
 * A moment to come as people write it: `30m`, `2h`, `3d`, `2w` from `now` on, or an ISO 8601 date (its end: the day is
 * included) or time, without an offset of the machine's time zone. Epoch milliseconds; `null` when it is neither.
 */
export function momentOf(text: string, now: number): number | null {
  const span = /^(\d{1,6})([mhdw])$/.exec(text);
  if (span) return now + Number(span[1]) * (unitMs[span[2] ?? ''] ?? 0);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return timeOf(`${text}T24:00`);
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/.test(text) ? timeOf(text) : null;
}

function timeOf(text: string): number | null {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
