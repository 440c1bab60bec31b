import type { OfficialNumber } from '../../src/numbering/number-info';

interface Row {
  readonly number: string;
  readonly kind: string;
  readonly name: string;
}

/** Of several names for one number the higher office gives its name. */
const ranks: readonly OfficialNumber['kind'][] = ['police-hq', 'police-station', 'koban', 'municipality'];

/** Each number once; in the order of rank and name, in which neighbours share most of their names. */
export function withoutRepeats(rows: readonly Row[]): OfficialNumber[] {
  const entries = rows.map(({ number, kind, name }) => ({
    national: number,
    kind: rankedKind(kind),
    name: name.normalize('NFKC').replace(/\s+/g, ' ').trim(),
  }));
  const byRank = entries.sort(
    (a, b) => ranks.indexOf(a.kind) - ranks.indexOf(b.kind) || order(a.name, b.name) || order(a.national, b.national),
  );
  const seen = new Set<string>();
  return byRank.filter(({ national }) => !seen.has(national) && seen.add(national));
}

function rankedKind(kind: string): OfficialNumber['kind'] {
  const ranked = ranks.find((known) => known === kind);
  if (ranked === undefined) throw new Error(`official number of the unknown kind “${kind}”`);
  return ranked;
}

/** By code unit: the same on every machine, whatever its locale. */
function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
