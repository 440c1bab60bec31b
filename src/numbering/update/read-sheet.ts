import { readFixedSheet } from './fixed-sheet';
import { readMatrixSheet } from './matrix-sheet';
import type { PublishedTable } from './published-table';
import type { Sheet } from './sheet';

/**
 * Reads one worksheet, which is known by its headings and numbers alone: titles, file names and the order of a page
 * change. `null` when it is none of the tables that are used.
 *
 * @throws DamagedSheet
 */
export function readSheet(sheet: Sheet): PublishedTable | null {
  return readFixedSheet(sheet) ?? readMatrixSheet(sheet);
}
