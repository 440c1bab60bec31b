import type { ListEntry } from '../../../config/schema';
import type { Said } from '../../../errors';
import type { Numbering } from '../../../numbering/number-info';
import { formatCsv, parseCsv } from '../../../text/csv';
import { subjectText } from '../subject';
import type { FileLine, ListRow } from './line';
import { fromSafeCell, toSafeCell } from './safe-cell';

/**
 * Denwaban's own CSV: one row an entry, with everything that is kept of it. The header names the columns, in any order;
 * only `what` must be there.
 *
 * `what` is written `number:+81312345678`: a cell that begins with a letter is no formula to a spreadsheet, and keeps the
 * zero of `number:0312345678`.
 */
const columns = ['list', 'what', 'reason', 'source', 'expires', 'votes', 'excuses'] as const;
type Column = (typeof columns)[number];

export function isOwnHeader(cells: readonly string[]): boolean {
  const names = cells.map(nameOf);
  return names.includes('what') && names.length > 1;
}

export function readOwnCsv(text: string): FileLine[] {
  const [header, ...records] = parseCsv(text);
  if (header === undefined) return [];
  const names = 'cells' in header ? header.cells.map(nameOf) : [];
  if (!names.includes('what')) return [{ line: header.line, flaw: noHeader }];
  return records.map((record) =>
    'flaw' in record ? record : { line: record.line, row: rowOf(names, record.cells.map(fromSafeCell)) },
  );
}

export function writeOwnCsv(entries: readonly ListEntry[], numbering: Numbering): string {
  return [formatCsv(columns), ...entries.map((entry) => formatCsv(cellsOf(entry, numbering)))].join('');
}

const noHeader: Said = {
  ja: '見出し行に what の列がありません (例: list,what,reason)',
  en: 'its header has no column `what` (e.g. list,what,reason)',
};

function nameOf(cell: string): string {
  return cell.trim().toLowerCase();
}

function rowOf(names: readonly string[], cells: readonly string[]): ListRow {
  const known = columns.flatMap((column): [Column, string][] => {
    const cell = cells[names.indexOf(column)];
    return cell === undefined || cell === '' ? [] : [[column, cell]];
  });
  return { what: '', ...Object.fromEntries(known) };
}

function cellsOf(entry: ListEntry, numbering: Numbering): readonly string[] {
  const { list, reason, source, expires, votes, excuses } = entry;
  const what = subjectText(entry, numbering);
  return [list, what, toSafeCell(reason), toSafeCell(source), expires ?? '', String(votes), excuses.join(' ')];
}
