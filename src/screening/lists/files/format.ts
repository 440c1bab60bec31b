import { parseCsv } from '../../../text/csv';
import { readFreepbxCsv } from './freepbx-csv';
import type { FileLine } from './line';
import { isOwnHeader, readOwnCsv } from './own-csv';
import { readPlainText } from './plain-text';
import { readVcards } from './vcard';

/** The kinds of list file that can be read. */
export const listFormats = ['freepbx', 'text', 'csv', 'vcard'] as const;
export type ListFormat = (typeof listFormats)[number];

const readers: Readonly<Record<ListFormat, (text: string) => FileLine[]>> = {
  freepbx: readFreepbxCsv,
  text: readPlainText,
  csv: readOwnCsv,
  vcard: readVcards,
};

export function readListFile(text: string, format: ListFormat): FileLine[] {
  return readers[format](text);
}

/** The format that a text is most likely in, by its first line that is not empty. */
export function detectFormat(text: string): ListFormat {
  const first = text.split(/[\r\n]+/).find((line) => line.trim() !== '') ?? '';
  if (/^\s*BEGIN:VCARD\s*$/i.test(first)) return 'vcard';
  const [record] = first.startsWith('#') ? [] : parseCsv(first);
  if (record === undefined || 'flaw' in record) return 'text';
  if (isOwnHeader(record.cells)) return 'csv';
  return record.cells.length > 1 || first.startsWith('"') ? 'freepbx' : 'text';
}
