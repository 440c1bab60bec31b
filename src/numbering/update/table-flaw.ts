/** What makes a worksheet unfit to be believed. Rows count from 1, as spreadsheets do. */
export type SheetFlaw =
  | { readonly kind: 'no-column'; readonly column: string }
  | { readonly kind: 'no-rows' }
  | { readonly kind: 'bad-number'; readonly row: number; readonly found: string }
  | { readonly kind: 'unknown-state'; readonly row: number; readonly found: string }
  | { readonly kind: 'stray-row'; readonly row: number; readonly found: string }
  | { readonly kind: 'contradiction'; readonly row: number; readonly block: string };

/** What makes published tables unfit to replace those in use. Tables are named by their prefix. */
export type TableFlaw =
  | { readonly kind: 'unreadable'; readonly source: string; readonly why: 'something-else' | 'damaged' }
  | { readonly kind: 'damaged'; readonly source: string; readonly flaw: SheetFlaw }
  | { readonly kind: 'undated'; readonly table: string }
  | { readonly kind: 'postdated'; readonly table: string; readonly asOf: string }
  | { readonly kind: 'missing-parts'; readonly table: string; readonly parts: readonly string[] }
  | {
      readonly kind: 'shrunken';
      readonly table: string;
      /** The part of it that shrank: its leading digits. */
      readonly part: string;
      /** `listed`: in use or to be given out. */
      readonly counted: 'listed' | 'in-use';
      readonly before: number;
      readonly after: number;
    };

/** A worksheet that is one of the ministry's tables, but a damaged one. */
export class DamagedSheet extends Error {
  override readonly name = 'DamagedSheet';

  constructor(readonly flaw: SheetFlaw) {
    super(flaw.kind);
  }
}
