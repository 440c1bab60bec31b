/** Years before the first of an era (元年). */
const eras: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 西暦: 0 };

const pattern = /(令和|平成|西暦)?(元|\d{1,4})年(\d{1,2})月(\d{1,2})日(?:現在|時点)/;

/**
 * The ISO date as of which a text says that it is true: `（令和８年７月１日現在）`, `2026年7月1日時点`.
 * `null` where it says none, or one that no calendar has.
 */
export function asOfDate(text: string): string | null {
  const match = pattern.exec(text.normalize('NFKC').replace(/\s+/g, ''));
  if (match === null) return null;
  const [, era = '西暦', year = '', month = '', day = ''] = match;
  const fullYear = (eras[era] ?? 0) + (year === '元' ? 1 : Number(year));
  const iso = `${String(fullYear).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(iso) ? iso : null;
}

function isCalendarDate(iso: string): boolean {
  const time = Date.parse(iso);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}
