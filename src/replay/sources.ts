import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DenwabanError, readingFile } from '../errors';
import { journalFolder, listJournalFiles } from '../journal/journal-files';
import { parseCdrRecord } from './cdr-record';
import { type InviteFile, parseInviteFile } from './invite-calls';

/** Something to replay calls from. */
export type Source =
  | { readonly kind: 'journal' | 'cdr' | 'invite'; readonly file: string; readonly bytes: number }
  /** A journal or call records on standard input. */
  | { readonly kind: 'standard-input' };

export interface FoundSources {
  readonly sources: readonly Source[];
  /** Files of folders that hold nothing to replay. */
  readonly otherFiles: number;
}

/** So much of a file tells what it is; the longest of its first lines is there. */
const headBytes = 64 * 1024;

/**
 * What the paths name: journals, Asterisk's Master.csv, INVITEs, and folders of them, each recognised by what is in it.
 *
 * @throws DenwabanError DENWABAN_FILE_UNREADABLE, DENWABAN_REPLAY_FILE_UNKNOWN, DENWABAN_JOURNAL_UNREADABLE
 */
export async function findSources(paths: readonly string[]): Promise<FoundSources> {
  const sources: Source[] = [];
  let otherFiles = 0;
  for (const path of paths) {
    if (path === '-') sources.push({ kind: 'standard-input' });
    else if (!readingFile(path, () => statSync(path)).isDirectory()) sources.push(namedFile(path));
    else {
      const found = await inFolder(path);
      sources.push(...found.sources);
      otherFiles += found.otherFiles;
    }
  }
  return { sources, otherFiles };
}

function namedFile(file: string): Source {
  const source = recognise(file);
  if (source === null) throw new DenwabanError('DENWABAN_REPLAY_FILE_UNKNOWN', { file });
  return source;
}

/** A journal's own folder, or the data folder around it, is taken for that; any other is searched through. */
async function inFolder(folder: string): Promise<FoundSources> {
  const journal = [...(await listJournalFiles(folder)), ...(await listJournalFiles(journalFolder(folder)))];
  if (journal.length > 0) return { sources: journal.map(journalFile), otherFiles: 0 };
  const found = readingFile(folder, () => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map(recognise);
  const sources = found.filter((source) => source !== null);
  return { sources, otherFiles: found.length - sources.length };
}

export function journalFile(file: string): Source {
  return { kind: 'journal', file, bytes: readingFile(file, () => statSync(file)).size };
}

function recognise(file: string): Source | null {
  const bytes = readingFile(file, () => statSync(file)).size;
  const lines = readingFile(file, () => readHead(file)).split('\n');
  if (bytes === 0 || lines.some((line) => line.startsWith('{') && line.includes('"record":"'))) {
    return { kind: 'journal', file, bytes };
  }
  if (lines.some((line) => parseCdrRecord(line) !== null)) return { kind: 'cdr', file, bytes };
  return readInviteFile(file) === null ? null : { kind: 'invite', file, bytes };
}

/**
 * The INVITE of a file; `null` for one that holds none.
 *
 * @throws DenwabanError DENWABAN_FILE_UNREADABLE
 */
export function readInviteFile(file: string): InviteFile | null {
  return parseInviteFile(
    file,
    readingFile(file, () => readFileSync(file, 'utf8')),
  );
}

function readHead(file: string): string {
  const fd = openSync(file, 'r');
  try {
    const head = Buffer.alloc(headBytes);
    return head.toString('utf8', 0, readSync(fd, head, 0, headBytes, 0));
  } finally {
    closeSync(fd);
  }
}
