import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { ListEntry } from '../../config/schema';
import { DenwabanError, readingFile, type Said } from '../../errors';
import type { Numbering } from '../../numbering/number-info';
import { decodeListFile } from '../../screening/lists/files/decode';
import { entryOf } from '../../screening/lists/files/entry';
import { detectFormat, type ListFormat, readListFile } from '../../screening/lists/files/format';
import type { FileLine } from '../../screening/lists/files/line';
import type { Io } from '../io';
import { textOf } from '../stdin';
import { sourceGiven } from './given';

/** How a file is to be taken; what is left out is seen from the file. */
export interface ReadingOptions {
  readonly as?: ListEntry['list'];
  readonly format?: ListFormat;
  readonly source?: string;
}

/** A list file, understood as far as possible. */
export interface ReadFile {
  /** As it was named; `-` is standard input. */
  readonly file: string;
  readonly format: ListFormat;
  readonly source: string;
  readonly lines: readonly EntryLine[];
}

export type EntryLine =
  | { readonly line: number; readonly entry: ListEntry }
  | { readonly line: number; readonly flaw: Said };

const mostBytes = 64 * 1024 * 1024;

/** So many lines take about a second. */
const linesBetweenSigns = 20_000;

/** @throws DenwabanError DENWABAN_FILE_UNREADABLE */
export async function readListSource(
  io: Io,
  file: string,
  options: ReadingOptions,
  numbering: Numbering,
): Promise<ReadFile> {
  const text = file === '-' ? await textOf(io.stdin) : decodeListFile(readBytes(file));
  const format = options.format ?? detectFormat(text);
  const source = sourceGiven(options.source ?? (file === '-' ? 'stdin' : basename(file)), 'list import');
  const list = options.as ?? (format === 'vcard' ? 'allow' : 'deny');
  const lines = readListFile(text, format).map((line, index) => {
    if (index > 0 && index % linesBetweenSigns === 0) io.err(`${sign(file, index)[io.language]}\n`);
    return entryLine(line, { list, source }, options, numbering);
  });
  return { file, format, source, lines };
}

/** What the operator says is stronger than what the file says. */
function entryLine(
  read: FileLine,
  defaults: { readonly list: ListEntry['list']; readonly source: string },
  { as, source }: ReadingOptions,
  numbering: Numbering,
): EntryLine {
  if ('flaw' in read) return read;
  const { line } = read;
  const row = {
    ...read.row,
    ...(as === undefined ? {} : { list: as }),
    ...(source === undefined ? {} : { source: defaults.source }),
  };
  const entry = entryOf(row, defaults, numbering);
  return entry.ok ? { line, entry: entry.value } : { line, flaw: entry.flaw };
}

function readBytes(file: string): Uint8Array {
  const { size } = readingFile(file, () => statSync(file));
  if (size > mostBytes) throw new DenwabanError('DENWABAN_FILE_UNREADABLE', { file, reason: tooLarge });
  return readingFile(file, () => readFileSync(file));
}

const tooLarge: Said = { ja: '64 MB を超えています', en: 'it is larger than 64 MB' };

function sign(file: string, lines: number): Said {
  return { ja: `${file}: ${lines} 行まで読みました…`, en: `${file}: ${lines} lines read …` };
}
