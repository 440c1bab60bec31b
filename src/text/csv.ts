import type { Said } from '../errors';

/** A record of a CSV text, and the line it begins on. */
export type CsvRecord =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly flaw: Said };

/**
 * Reads CSV (RFC 4180), with any line ends. A quoted cell may hold commas, line ends and doubled quotes. A quote that is
 * never closed, or closed in the middle of a cell, damages its own line only: reading goes on with the next one.
 * Empty lines are passed over.
 */
export function parseCsv(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let line = 1;
  for (let start = 0; start < text.length; ) {
    const record = readRecord(text, start);
    const end = record === null ? endOfLine(text, start) : record.end;
    if (record === null) records.push({ line, flaw: badQuote });
    else if (record.cells.length > 1 || record.cells[0] !== '') records.push({ line, cells: record.cells });
    const next = skipLineEnd(text, end);
    line += countLines(text, start, next);
    start = next;
  }
  return records;
}

/** One record as a line; every cell that needs quotes has them. */
export function formatCsv(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}

function readRecord(text: string, start: number): { cells: string[]; end: number } | null {
  const cells: string[] = [];
  for (let at = start; ; at++) {
    const cell = text[at] === '"' ? readQuoted(text, at) : readBare(text, at);
    if (cell === null) return null;
    cells.push(cell.value);
    at = cell.end;
    if (text[at] !== ',') return { cells, end: at };
  }
}

interface Cell {
  readonly value: string;
  /** Where the comma, the line end or the end of the text is. */
  readonly end: number;
}

function readQuoted(text: string, start: number): Cell | null {
  let quote = text.indexOf('"', start + 1);
  while (quote !== -1 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
  if (quote === -1 || !isEndOfCell(text, quote + 1)) return null;
  return { value: text.slice(start + 1, quote).replaceAll('""', '"'), end: quote + 1 };
}

function readBare(text: string, start: number): Cell {
  let end = start;
  while (!isEndOfCell(text, end)) end++;
  return { value: text.slice(start, end), end };
}

function isEndOfCell(text: string, at: number): boolean {
  return at >= text.length || text[at] === ',' || text[at] === '\n' || text[at] === '\r';
}

function endOfLine(text: string, start: number): number {
  let end = start;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

function skipLineEnd(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
}

function countLines(text: string, start: number, end: number): number {
  let lines = 0;
  for (let at = start; at < end; at = skipLineEnd(text, endOfLine(text, at))) lines++;
  return lines;
}

const badQuote: Said = {
  ja: '引用符 " の対応がとれていません',
  en: 'its quotation marks do not match',
};
