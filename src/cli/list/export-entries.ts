import type { ListEntry } from '../../config/schema';
import { endOf, isCurrent } from '../../screening/lists/end';
import { writeFreepbxCsv } from '../../screening/lists/files/freepbx-csv';
import { writeOwnCsv } from '../../screening/lists/files/own-csv';
import { ListBook } from '../../store/list-book';
import type { Io } from '../io';
import { withStore } from '../open-state';

/** What `denwaban list export` is asked for. */
export interface ExportRequest {
  readonly format: 'csv' | 'freepbx';
  readonly list?: ListEntry['list'];
  readonly config?: string;
}

/** Excel takes a CSV for UTF-8 only when it begins so. */
const byteOrderMark = '\ufeff';

/** Writes the entries of the store; those of the configuration are in its file. */
export async function exportEntries(io: Io, { format, list, config: file }: ExportRequest): Promise<void> {
  await withStore(io, file, async ({ numbering, store }) => {
    const stored = (await new ListBook(store).read()).entries;
    if (format === 'csv') {
      const wanted = stored.filter((entry) => list === undefined || entry.list === list);
      io.out(byteOrderMark + writeOwnCsv(wanted, numbering));
      return;
    }
    // FreePBX reads a mark as part of the first cell, and keeps a list of one sort.
    const wanted = stored.filter((entry) => entry.list === (list ?? 'deny') && isCurrent(endOf(entry), io.now()));
    const left = wanted.filter(({ number }) => number === undefined).length;
    io.out(writeFreepbxCsv(wanted, numbering));
    if (left > 0) io.err(`${leftOut(left)[io.language]}\n`);
  });
}

function leftOut(count: number) {
  return {
    ja: `前方一致・事業者・種別の ${count} 件は、FreePBX の形式では書けないので除きました。`,
    en: `Left out, since FreePBX holds single numbers only: ${count} (prefixes, carriers, kinds).`,
  };
}
