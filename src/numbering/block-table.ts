import { fixedBlockDigits } from './area-codes';
import type { Carrier } from './number-info';
import { BlockCode, type BlockTable, emptyBlocks } from './snapshot';

/** What a table is of: its blocks are named by `prefix` and `digits` more digits. */
export type TableShape = Pick<BlockTable, 'prefix' | 'digits'>;

/** The landlines. */
export const fixedShape: TableShape = { prefix: '0', digits: fixedBlockDigits - 1 };

/** The classes of numbers that belong to no place, as far as the ministry's tables of them are used. */
export const nongeographicShapes: readonly TableShape[] = [
  { prefix: '0120', digits: 3 },
  { prefix: '020', digits: 3 },
  { prefix: '050', digits: 4 },
  { prefix: '0570', digits: 3 },
  { prefix: '060', digits: 3 },
  { prefix: '070', digits: 3 },
  { prefix: '080', digits: 3 },
  { prefix: '0800', digits: 3 },
  { prefix: '090', digits: 3 },
];

/** A table with these blocks, each given by its leading digits and its code; all others are absent. */
export function fillTable(
  head: Omit<BlockTable, 'blocks'>,
  codes: Iterable<readonly [block: string, code: number]>,
): BlockTable {
  const blocks = emptyBlocks(head.digits);
  for (const [block, code] of codes) blocks[Number(block.slice(head.prefix.length))] = code;
  return { ...head, blocks };
}

/** The code of a block in use by a carrier of the list; `null` is one that nobody names. */
export function carrierCoder(carriers: readonly Carrier[]): (carrier: Carrier | null) => number {
  const codes = new Map(carriers.map(({ id }, place) => [id, BlockCode.firstCarrier + place]));
  return (carrier) => (carrier === null ? BlockCode.inUse : (codes.get(carrier.id) ?? BlockCode.inUse));
}

/** Leading digits of the block at a place of the table: `0335` … for landlines. */
export function blockAt({ prefix, digits }: TableShape, place: number): string {
  return prefix + String(place).padStart(digits, '0');
}

/** How many blocks of a table are in each state. */
export interface StateCounts {
  readonly inUse: number;
  readonly unused: number;
  readonly unusable: number;
}

export function countStates({ blocks }: Pick<BlockTable, 'blocks'>): StateCounts {
  const counts = { inUse: 0, unused: 0, unusable: 0 };
  for (const code of blocks) {
    if (code >= BlockCode.inUse) counts.inUse += 1;
    else if (code === BlockCode.unused) counts.unused += 1;
    else if (code === BlockCode.unusable) counts.unusable += 1;
  }
  return counts;
}
