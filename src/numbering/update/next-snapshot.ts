import { areaCodeLengths } from '../area-code-lengths';
import { dayOf, newestDay } from '../as-of';
import { carrierCoder, fillTable, fixedShape, nongeographicShapes } from '../block-table';
import { inLastingOrder } from '../carriers';
import type { Carrier } from '../number-info';
import { BlockCode, type BlockTable, type Snapshot } from '../snapshot';
import type { Edition } from './edition';
import { accessCodes, type BlockUse } from './published-table';

export interface NextSnapshot {
  readonly snapshot: Snapshot;
  /** Editions that are older than what the snapshot already had, and therefore were left out. */
  readonly outdated: readonly Edition[];
}

/**
 * The snapshot with the published tables in place of its own; what none of them covers stays. No carrier is dropped:
 * a configuration may name it.
 */
export function nextSnapshot(base: Snapshot, editions: readonly Edition[]): NextSnapshot {
  const current = editions.filter((edition) => !isOutdated(edition, base));
  const fixed = current.find(({ prefix }) => prefix === fixedShape.prefix);
  const access = current.find(({ prefix }) => prefix === accessCodes);
  const date = fixed === undefined ? base.date : newestDay([base.date, fixed.asOf]);
  const carriers = withNewCarriers(base.carriers, current);
  const replaced = current.flatMap((edition) => tableOf(edition, carriers) ?? []);
  const kept = base.tables.filter(({ prefix }) => !replaced.some((table) => table.prefix === prefix));
  return {
    outdated: editions.filter((edition) => !current.includes(edition)),
    snapshot: {
      ...base,
      date,
      carriers,
      areaCodeLengths:
        fixed === undefined ? base.areaCodeLengths : areaCodeLengths(base.areaCodeLengths, fixed.areaCodes),
      tables: [...kept, ...replaced]
        .map((table) => ({ ...table, complete: isComplete(table, date) }))
        .sort((a, b) => (a.prefix < b.prefix ? -1 : 1)),
      accessCodes: access === undefined ? base.accessCodes : accessCodesOf(access),
    },
  };
}

/** Access codes have no date of their own: they are as old as the snapshot. */
function isOutdated({ prefix, asOf }: Edition, base: Snapshot): boolean {
  const inUse = base.tables.find((table) => table.prefix === prefix);
  if (prefix === accessCodes) return asOf < base.date;
  return inUse !== undefined && asOf < dayOf(inUse.asOf);
}

/** The snapshot's date, from which its age is counted, is that of the landlines: no older table may count as complete. */
function isComplete({ prefix, complete, asOf }: BlockTable, date: string): boolean {
  return complete && (prefix === fixedShape.prefix || dayOf(asOf) >= date);
}

function withNewCarriers(known: readonly Carrier[], editions: readonly Edition[]): Carrier[] {
  const ids = new Set(known.map(({ id }) => id));
  const named = editions.flatMap(({ blocks }) => [...blocks.values()]).filter((use) => typeof use !== 'string');
  return [...known, ...inLastingOrder(named.filter(({ id }) => !ids.has(id)))];
}

function tableOf({ prefix, asOf, blocks }: Edition, carriers: readonly Carrier[]): BlockTable | null {
  const shape = [fixedShape, ...nongeographicShapes].find((known) => known.prefix === prefix);
  if (shape === undefined) return null;
  const coded = carrierCoder(carriers);
  const codes = [...blocks].map(([block, use]) => [block, codeOf(use, coded)] as const);
  return fillTable({ ...shape, asOf, complete: true }, codes);
}

function codeOf(use: BlockUse, coded: (carrier: Carrier | null) => number): number {
  switch (use) {
    case 'in-use':
      return BlockCode.inUse;
    case 'unused':
      return BlockCode.unused;
    case 'unusable':
      return BlockCode.unusable;
    default:
      return coded(use);
  }
}

function accessCodesOf({ blocks }: Edition): ReadonlyMap<string, string> {
  const codes = [...blocks].flatMap(([code, use]) => (typeof use === 'string' ? [] : [[code, use.id] as const]));
  return new Map(codes.sort(([a], [b]) => (a < b ? -1 : 1)));
}
