import { nongeographicShapes, type TableShape } from '../block-table';
import { carrierNamed } from '../carriers';
import { numberClasses } from '../number-class';
import { asOfDate } from './japanese-date';
import { accessCodes, addBlock, type BlockUse, type PublishedTable, states } from './published-table';
import { bare, leadingDigits, type Sheet } from './sheet';
import { DamagedSheet } from './table-flaw';

/** Heading of the column of leading digits; those of the ten columns to its right are one digit each. */
const heading = '番号0123456789';

/**
 * Reads a matrix: a row's leading digits and a column's digit name a block, the cell names its carrier. `null` when it
 * is something else, or a matrix of numbers that are not looked up here.
 *
 * @throws DamagedSheet
 */
export function readMatrixSheet(sheet: Sheet): PublishedTable | null {
  const head = sheet.findIndex((row) => columnOf(row) >= 0);
  if (head < 0) return null;
  const column = columnOf(sheet[head] ?? []);
  const rows = sheet.flatMap((row, place) => {
    const start = place > head ? leadingDigits(row[column]) : null;
    return start === null ? [] : [{ number: place + 1, start, cells: row.slice(column + 1, column + 11) }];
  });
  const prefix = rows.map(({ start }) => tableOf(start)).find((table) => table !== null) ?? null;
  if (prefix === null) return null;

  const blocks = new Map<string, BlockUse>();
  for (const { number, start, cells } of rows) {
    for (const [digit, cell] of cells.entries()) {
      const use = useOf(cell);
      if (use === null || isOfSmallerClass(start, prefix)) continue;
      if (tableOf(start) !== prefix) throw new DamagedSheet({ kind: 'stray-row', row: number, found: start });
      addBlock(blocks, `${start}${digit}`, use, number);
    }
  }
  if (blocks.size === 0) throw new DamagedSheet({ kind: 'no-rows' });
  const covers = new Set(rows.map(({ start }) => start));
  return { prefix, asOf: asOfDate(sheet.slice(0, head).flat().join(' ')), blocks, areaCodes: new Map(), covers };
}

function columnOf(row: readonly string[]): number {
  return row.findIndex(
    (_, column) =>
      row
        .slice(column, column + 11)
        .map(bare)
        .join('') === heading,
  );
}

/** The table that a row of these leading digits belongs to; `null` for none. */
function tableOf(start: string): string | null {
  if (start.startsWith(accessCodes)) return accessCodes;
  const numberClass = classOf(start);
  const isRowOf = ({ prefix, digits }: TableShape) =>
    prefix === numberClass && start.length === prefix.length + digits - 1;
  return nongeographicShapes.find(isRowOf)?.prefix ?? null;
}

/** 0600 … lies in the middle of 060, but has a plan and a matrix of its own. */
function isOfSmallerClass(start: string, prefix: string): boolean {
  return start.startsWith(prefix) && prefix !== accessCodes && classOf(start) !== prefix;
}

/** Prefix of the class of numbers that begin so: pagers (0204) are no 020 numbers. */
function classOf(start: string): string {
  const prefixes = numberClasses.map(({ prefix }) => prefix).filter((prefix) => start.startsWith(prefix));
  return prefixes.reduce((longest, prefix) => (prefix.length > longest.length ? prefix : longest), '');
}

/** `null` where the block is given to nobody: an empty cell, or a dash. */
function useOf(cell: string): BlockUse | null {
  const text = bare(cell);
  if (/^[\p{Pd}ー]*$/u.test(text)) return null;
  return states.get(text) ?? carrierNamed(cell);
}
