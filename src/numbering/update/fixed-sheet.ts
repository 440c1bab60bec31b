import { fixedShape } from '../block-table';
import { carrierNamed } from '../carriers';
import { asOfDate } from './japanese-date';
import { addBlock, type BlockUse, type PublishedTable, states } from './published-table';
import { bare, leadingDigits, type Sheet } from './sheet';
import { DamagedSheet } from './table-flaw';

/** Columns by their headings. Until about 2023 there was a column MA, and the carrier's was called 指定事業者. */
const headings = {
  block: ['番号'],
  areaCode: ['市外局番'],
  exchange: ['市内局番'],
  carrier: ['事業者', '指定事業者'],
  state: ['使用状況'],
} as const satisfies Record<string, readonly string[]>;

type Column = keyof typeof headings;

/**
 * Reads a worksheet of landlines, one row a block: one of the nine workbooks that make the table. `null` when it is
 * something else.
 *
 * @throws DamagedSheet
 */
export function readFixedSheet(sheet: Sheet): PublishedTable | null {
  const head = sheet.findIndex((row) => hasColumn(row, 'areaCode') && hasColumn(row, 'exchange'));
  if (head < 0) return null;
  const columns = columnsOf(sheet[head] ?? []);
  const blocks = new Map<string, BlockUse>();
  const areaCodes = new Map<string, string>();
  for (const [place, row] of sheet.entries()) {
    const cell = (column: Column) => row[columns[column]] ?? '';
    if (place <= head || (bare(cell('block')) === '' && bare(cell('areaCode')) === '')) continue;
    const { block, areaCode } = numberOf(cell, place + 1);
    addBlock(blocks, block, useOf(cell, place + 1), place + 1);
    areaCodes.set(block, areaCode);
  }
  if (blocks.size === 0) throw new DamagedSheet({ kind: 'no-rows' });
  const asOf = asOfDate(sheet.slice(0, head).flat().join(' '));
  return { prefix: fixedShape.prefix, asOf, blocks, areaCodes, covers: new Set(blocks.keys()) };
}

function hasColumn(row: readonly string[], column: Column): boolean {
  return placeOf(row, column) >= 0;
}

function placeOf(row: readonly string[], column: Column): number {
  return row.findIndex((cell) => (headings[column] as readonly string[]).includes(bare(cell)));
}

function columnsOf(row: readonly string[]): Readonly<Record<Column, number>> {
  const place = (column: Column) => {
    const found = placeOf(row, column);
    if (found < 0) throw new DamagedSheet({ kind: 'no-column', column: headings[column][0] });
    return found;
  };
  return {
    block: place('block'),
    areaCode: place('areaCode'),
    exchange: place('exchange'),
    carrier: place('carrier'),
    state: place('state'),
  };
}

/** The number stands there twice, whole and in its parts: a shifted or cut row betrays itself. */
function numberOf(
  cell: (column: Column) => string,
  row: number,
): { readonly block: string; readonly areaCode: string } {
  const block = leadingDigits(cell('block'));
  const areaCode = leadingDigits(cell('areaCode'));
  const isWhole = block !== null && /^0[1-9]\d{4}$/.test(block) && areaCode !== null;
  if (!isWhole || areaCode + bare(cell('exchange')) !== block) {
    const found = [cell('block'), cell('areaCode'), cell('exchange')].join(' / ');
    throw new DamagedSheet({ kind: 'bad-number', row, found });
  }
  return { block, areaCode };
}

function useOf(cell: (column: Column) => string, row: number): BlockUse {
  const state = states.get(bare(cell('state')));
  if (state === undefined) throw new DamagedSheet({ kind: 'unknown-state', row, found: cell('state') });
  return state === 'in-use' && bare(cell('carrier')) !== '' ? carrierNamed(cell('carrier')) : state;
}
