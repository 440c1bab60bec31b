import type { ListEntry } from '../../config/schema';
import { DenwabanError } from '../../errors';
import { compileContext } from '../../screening/context';
import { type Doubt, doubtsAmong } from '../../screening/lists/doubts';
import { type Fate, mergeLists } from '../../screening/lists/merge';
import { ListBook } from '../../store/list-book';
import type { Io } from '../io';
import { withStore } from '../open-state';
import { type ImportedLine, type ImportReport, writeImportJson, writeImportText } from './import-report';
import { type EntryLine, type ReadFile, type ReadingOptions, readListSource } from './read-files';

/** What `denwaban list import` is asked for. */
export interface ImportRequest extends ReadingOptions {
  readonly files: readonly string[];
  /** Entries of the same sources that are not in the files go. */
  readonly replaceSource?: boolean;
  /** Only tell what would be. */
  readonly dryRun?: boolean;
  readonly json?: boolean;
  /** Tell of every line, not only of what is odd. */
  readonly verbose?: boolean;
  readonly config?: string;
}

/** Takes over what the files hold, all in one change, and reports on every line. A damaged line spoils no other. */
export async function importFiles(io: Io, request: ImportRequest): Promise<void> {
  await withStore(io, request.config, async ({ config, numbering, store }) => {
    const files: ReadFile[] = [];
    for (const file of request.files) files.push(await readListSource(io, file, request, numbering));
    const incoming = files.flatMap(({ lines }) => lines.flatMap((line) => ('entry' in line ? [line.entry] : [])));
    if (incoming.length === 0) throw nothingToImport(files);

    const replaced = new Set(request.replaceSource ? [...incoming, ...files].map(({ source }) => source) : []);
    const merge = (before: readonly ListEntry[]) => mergeLists(before, incoming, numbering, replaced);
    const book = new ListBook(store);
    const merged = await (request.dryRun ? book.preview(merge) : book.change(merge));

    const fates = new Map(merged.came.map(({ entry, fate }) => [entry, fate]));
    const { knowledge } = compileContext({ config, numbering });
    const doubtsOf = doubtsAmong([...config.lists, ...merged.entries], knowledge, numbering, io.now());
    const report: ImportReport = {
      files: files.map(({ lines, ...file }) => ({
        ...file,
        lines: lines.map((line) => importedLine(line, fates, doubtsOf)),
      })),
      removed: merged.removed.length,
      total: merged.entries.length,
      isDry: request.dryRun ?? false,
    };
    if (request.json) writeImportJson(io, report, numbering);
    else writeImportText(io, report, numbering, request.verbose ?? false);
  });
}

function importedLine(
  line: EntryLine,
  fates: ReadonlyMap<ListEntry, Fate>,
  doubtsOf: (entry: ListEntry) => readonly Doubt[],
): ImportedLine {
  if ('flaw' in line) return line;
  return { ...line, fate: fates.get(line.entry) ?? 'unchanged', doubts: doubtsOf(line.entry) };
}

/** A download that failed must not empty a source that is to be replaced by it. */
function nothingToImport(files: readonly ReadFile[]): DenwabanError {
  const [first] = files.flatMap(({ lines }) => lines);
  const damage = first === undefined || !('flaw' in first) ? null : { ...first.flaw, line: first.line };
  return new DenwabanError('DENWABAN_LIST_FILE_USELESS', {
    file: files.map(({ file }) => file).join(', '),
    reason:
      damage === null
        ? { ja: '空か、その形式の項目がありません。', en: 'It is empty, or has nothing in that format. ' }
        : { ja: `${damage.line} 行目: ${damage.ja}。`, en: `Line ${damage.line}: ${damage.en}. ` },
  });
}
