import { readFileSync } from 'node:fs';

/** Rows of a tab-separated file by the column names in its first line. Throws when a wanted column is missing. */
export function readTsv<Column extends string>(file: string, columns: readonly Column[]): Record<Column, string>[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').replace(/\n$/, '').split('\n');
  const names = head.split('\t');
  const places = columns.map((column) => {
    const place = names.indexOf(column);
    if (place < 0) throw new Error(`${file} has no column “${column}”`);
    return [column, place] as const;
  });
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(places.map(([column, place]) => [column, cells[place] ?? ''])) as Record<Column, string>;
  });
}
