import type { Carrier } from '../number-info';
import { DamagedSheet } from './table-flaw';

/** What the ministry says of a block: who has it, or that it is in use by nobody named, or its state. */
export type BlockUse = Carrier | 'in-use' | 'unused' | 'unusable';

/** What one worksheet says. */
export interface PublishedTable {
  /** The class of numbers, as in `BlockTable`; {@link accessCodes} for carrier access codes. */
  readonly prefix: string;
  /** Date in its title rows. It changes only when something in the worksheet changes. */
  readonly asOf: string | null;
  /** Leading digits of each block → what is said of it. */
  readonly blocks: ReadonlyMap<string, BlockUse>;
  /** Fixed blocks → their area codes; empty for other classes. */
  readonly areaCodes: ReadonlyMap<string, string>;
  /** What it speaks of, said or silent: blocks, or rows of a matrix. Two that cover the same are issues of one table. */
  readonly covers: ReadonlySet<string>;
}

/** Stands for the prefix of the carrier access codes (00XY), which are no `BlockTable`. */
export const accessCodes = '00';

/** The words of the column 使用状況, which matrices may use too. 使用予定: the block is given and may open any day. */
export const states: ReadonlyMap<string, Exclude<BlockUse, Carrier>> = new Map([
  ['使用中', 'in-use'],
  ['使用予定', 'in-use'],
  ['未使用', 'unused'],
  ['使用不可', 'unusable'],
]);

/** Adds a block; the same said twice is no harm, two different things are. */
export function addBlock(blocks: Map<string, BlockUse>, block: string, use: BlockUse, row: number): void {
  const before = blocks.get(block);
  if (before !== undefined && nameOf(before) !== nameOf(use)) {
    throw new DamagedSheet({ kind: 'contradiction', row, block });
  }
  blocks.set(block, use);
}

function nameOf(use: BlockUse): string {
  return typeof use === 'string' ? use : use.id;
}
