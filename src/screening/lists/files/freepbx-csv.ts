import type { ListEntry } from '../../../config/schema';
import type { Numbering } from '../../../numbering/number-info';
import { type CsvRecord, formatCsv, parseCsv } from '../../../text/csv';
import type { FileLine } from './line';
import { fromSafeCell, toSafeCell } from './safe-cell';

/** The blacklist of FreePBX as its module imports and exports it: `number,description`, the header being optional. */

const header = ['number', 'description'] as const;

/** Two settings of the module that stand among the numbers in its export. */
const settings: ReadonlySet<string> = new Set(['dest', 'blocked']);

export function readFreepbxCsv(text: string): FileLine[] {
  const [first, ...rest] = parseCsv(text);
  const records = first === undefined || ('cells' in first && isHeader(first.cells)) ? rest : [first, ...rest];
  return records.flatMap(readRecord);
}

function isHeader(cells: readonly string[]): boolean {
  return header.every((name, place) => cells[place]?.trim().toLowerCase() === name);
}

function readRecord(record: CsvRecord): FileLine[] {
  if ('flaw' in record) return [record];
  const [number = '', description = ''] = record.cells;
  if (settings.has(number)) return [];
  // The module keeps a 1 for a number that nobody described.
  return [{ line: record.line, row: { what: number, reason: description === '1' ? '' : fromSafeCell(description) } }];
}

/**
 * The single numbers among the entries, each once: FreePBX knows neither prefixes nor ends. Japanese ones are in national
 * form, as most trunks in Japan deliver them.
 */
export function writeFreepbxCsv(entries: readonly ListEntry[], numbering: Numbering): string {
  const reasons = new Map<string, string>();
  for (const { number, reason } of entries) {
    if (number === undefined) continue;
    const written = numbering.lookUp(number).national ?? number;
    reasons.set(written, reasons.get(written) || reason);
  }
  return [header, ...[...reasons].map(([number, reason]) => [number, toSafeCell(reason)])].map(formatCsv).join('');
}
