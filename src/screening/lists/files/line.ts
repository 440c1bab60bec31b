import type { Said } from '../../../errors';

/** One entry of a list file, still as text. What a file does not say is left out. */
export interface ListRow {
  /** What it is about, in the notation of `readNamed`. */
  readonly what: string;
  readonly list?: string;
  readonly reason?: string;
  readonly source?: string;
  readonly expires?: string;
  readonly votes?: string;
  readonly excuses?: string;
}

/** A line of a file, counted from 1: an entry, or why there should be one and is not. */
export type FileLine =
  | { readonly line: number; readonly row: ListRow }
  | { readonly line: number; readonly flaw: Said };
