import { carrierCoder, fillTable, fixedShape, nongeographicShapes } from '../../src/numbering/block-table';
import { carrierNamed } from '../../src/numbering/carriers';
import type { Carrier } from '../../src/numbering/number-info';
import { BlockCode, type BlockTable } from '../../src/numbering/snapshot';

interface FixedRow {
  readonly prefix: string;
  readonly carrier: string;
  readonly status: string;
  readonly as_of: string;
}

interface OtherRow {
  readonly prefix: string;
  readonly allocated_carrier: string;
  readonly source: string;
}

const vacant: Readonly<Record<string, number>> = { 未使用: BlockCode.unused, 使用不可: BlockCode.unusable };

/** The fixed numbers. Which blocks are in use is known up to date, so silence means: not allocated. */
export function fixedTable(rows: readonly FixedRow[], carriers: readonly Carrier[]): BlockTable {
  const coded = coderOfNames(carriers);
  return fillTable(
    { ...fixedShape, asOf: newestDate(rows.map((row) => row.as_of)), complete: true },
    rows.map(({ prefix, carrier, status }) => {
      const code = status === '使用中' ? coded(carrier) : vacant[status];
      if (code === undefined) throw new Error(`block ${prefix} has the unknown status “${status}”`);
      return [prefix, code];
    }),
  );
}

/**
 * The numbers of no place. These tables are partial: the ministry's are nearly two years old, those of mobile numbers
 * are not the ministry's, and 060 opens block by block just now. A block that is missing, or has no known carrier, may
 * well be in use, so nothing is said of it. Where the two disagree (070-960 to 070-999) the younger one is believed:
 * it says "in use", and that error harms nobody.
 */
export function nongeographicTables(rows: readonly OtherRow[], carriers: readonly Carrier[]): BlockTable[] {
  const coded = coderOfNames(carriers);
  return nongeographicShapes.flatMap(({ prefix, digits }) => {
    const own = rows.filter((row) => row.prefix.startsWith(prefix) && row.prefix.length === prefix.length + digits);
    if (own.length === 0) return [];
    const allocated = own.filter((row) => row.allocated_carrier !== '');
    return fillTable(
      { prefix, digits, asOf: newestDate(own.map((row) => row.source)), complete: false },
      allocated.map((row) => [row.prefix, coded(row.allocated_carrier)]),
    );
  });
}

function coderOfNames(carriers: readonly Carrier[]): (name: string) => number {
  const coded = carrierCoder(carriers);
  return (name) => coded(name === '' ? null : carrierNamed(name));
}

/** The newest ISO date or month that the texts name. */
function newestDate(texts: readonly string[]): string {
  const dates = new Set(texts.flatMap((text) => text.match(/\d{4}-\d{2}(?:-\d{2})?/g) ?? []));
  return [...dates].sort().at(-1) ?? '';
}
