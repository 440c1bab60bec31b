import { alignRight, cellsOf, padCells } from './cells';

/** Rows of columns that are as wide as their widest cell: the first so many columns to the left, figures to the right. */
export function alignColumns(rows: readonly (readonly string[])[], textColumns: number, gap = '  '): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => cellsOf(row[column] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, column) => (column < textColumns ? padCells : alignRight)(cell, widths[column] ?? 0))
      .join(gap)
      .trimEnd(),
  );
}

/** A row of columns of given widths, which can be written before the next row is known; the last column needs none. */
export function fixedColumns(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, column) => padCells(cell, (widths[column] ?? 1) - 1))
    .join(' ')
    .trimEnd();
}
