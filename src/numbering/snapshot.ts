import type { Carrier, OfficialNumber } from './number-info';

/** Everything the numbering room knows, as facts. Its written form is {@link encodeSnapshot}'s. */
export interface Snapshot {
  /** ISO date from which the age of the tables is counted: how far the silence of the complete ones is believed. */
  readonly date: string;
  readonly credit: readonly string[];
  readonly carriers: readonly Carrier[];
  /** Longest-prefix rules that split a fixed number: leading digits → length of its area code. */
  readonly areaCodeLengths: ReadonlyMap<string, number>;
  readonly tables: readonly BlockTable[];
  /** Carrier access codes (00XY) → id of the carrier. */
  readonly accessCodes: ReadonlyMap<string, string>;
  /** Special numbers (1XY) that have a use. */
  readonly specialNumbers: ReadonlySet<string>;
  readonly official: Iterable<OfficialNumber>;
}

/** The blocks of one class of numbers: `prefix` and `digits` more digits name a block. */
export interface BlockTable {
  readonly prefix: string;
  readonly digits: number;
  /** When the table was true: ISO date or month. */
  readonly asOf: string;
  /**
   * Whether a block absent from it is not allocated. False for a table that is old or not the ministry's own:
   * its silence must not make an honest caller look forged.
   */
  readonly complete: boolean;
  /** One {@link BlockCode} for each block, indexed by the digits after the prefix. */
  readonly blocks: Uint16Array;
}

/** State of a block in one small number; from `firstCarrier` on, in use by `carriers[code - firstCarrier]`. */
export const BlockCode = { absent: 0, unused: 1, unusable: 2, inUse: 3, firstCarrier: 4 } as const;

/** The text is no intact snapshot. The message says why; who read the file says which. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
}

export function emptyBlocks(digits: number): Uint16Array {
  return new Uint16Array(10 ** digits);
}
