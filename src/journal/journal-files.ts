import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DenwabanError, reasonOf } from '../errors';
import { localDate } from '../text/local-time';

const pattern = /^decisions-\d{4}-\d{2}-\d{2}\.jsonl$/;

/** Where the journal of an installation lives. */
export function journalFolder(dataDir: string): string {
  return join(dataDir, 'journal');
}

/**
 * Name of the file for a moment (epoch ms): one a day, by the machine's own calendar, since "yesterday's file" is what
 * an office asks for. Set the time zone (TZ) of a container. Names sort by date.
 */
export function journalFileName(at: number): string {
  return `decisions-${localDate(at)}.jsonl`;
}

/**
 * Paths of the journal's files, oldest first; none when there is no journal yet.
 *
 * @throws DenwabanError DENWABAN_JOURNAL_UNREADABLE
 */
export async function listJournalFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((cause: NodeJS.ErrnoException): string[] => {
    if (cause.code === 'ENOENT') return [];
    throw new DenwabanError('DENWABAN_JOURNAL_UNREADABLE', { folder, reason: reasonOf(cause) }, { cause });
  });
  return names
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => join(folder, name));
}
