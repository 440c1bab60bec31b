import { createColors } from 'picocolors';
import type { ListEntry } from '../../config/schema';
import type { Said } from '../../errors';
import type { Numbering } from '../../numbering/number-info';
import { type Doubt, sayDoubt } from '../../screening/lists/doubts';
import type { ListFormat } from '../../screening/lists/files/format';
import type { Fate } from '../../screening/lists/merge';
import { subjectText } from '../../screening/lists/subject';
import { listLabels } from '../../text/labels';
import { printable } from '../../text/printable';
import type { Io } from '../io';
import { sayNamed } from './words';

/** What an import did, or would do. */
export interface ImportReport {
  readonly files: readonly ImportedFile[];
  /** Entries of replaced sources that did not come again. */
  readonly removed: number;
  /** Entries in the store afterwards. */
  readonly total: number;
  readonly isDry: boolean;
}

export interface ImportedFile {
  readonly file: string;
  readonly format: ListFormat;
  readonly source: string;
  readonly lines: readonly ImportedLine[];
}

export type ImportedLine =
  | { readonly line: number; readonly entry: ListEntry; readonly fate: Fate; readonly doubts: readonly Doubt[] }
  | { readonly line: number; readonly flaw: Said };

type Outcome = Fate | 'damaged';

/** JSON Lines: each line of the files, and the sums at the end. The keys are those that scripts rely on. */
export function writeImportJson(io: Io, report: ImportReport, numbering: Numbering): void {
  for (const { file, lines } of report.files) {
    for (const line of lines) io.out(`${JSON.stringify({ file, ...factsOf(line, numbering) })}\n`);
  }
  const files = report.files.map(({ lines, ...file }) => ({ ...file, ...countsOf(lines) }));
  const { removed, total, isDry } = report;
  io.out(`${JSON.stringify({ summary: { files, removed, total, dryRun: isDry } })}\n`);
}

function factsOf(imported: ImportedLine, numbering: Numbering) {
  const { line } = imported;
  if ('flaw' in imported) return { line, outcome: 'damaged', flaw: imported.flaw };
  const { entry, fate, doubts } = imported;
  const what = subjectText(entry, numbering);
  return {
    line,
    outcome: fate,
    list: entry.list,
    what,
    doubts: doubts.map((doubt) => ({ kind: doubt.kind, ...sayDoubt(doubt) })),
  };
}

/** For people: of each file its odd lines, or with `verbose` all of them, and the sums. */
export function writeImportText(io: Io, report: ImportReport, numbering: Numbering, verbose: boolean): void {
  const { dim } = createColors(io.colours);
  for (const { file, format, source, lines } of report.files) {
    io.out(`${printable(file)} (${formatNames[format][io.language]}, ${sourceIs(source)[io.language]})\n`);
    for (const line of lines) for (const told of remarksOn(line, numbering, verbose, io)) io.out(`  ${told}\n`);
    io.out(`  ${dim(sumUp(countsOf(lines), io))}\n`);
  }
  io.out(`${endOf(report)[io.language]}\n`);
}

function remarksOn(
  imported: ImportedLine,
  numbering: Numbering,
  verbose: boolean,
  { language, colours }: Io,
): string[] {
  const { red, yellow } = createColors(colours);
  const place = { ja: `${imported.line} 行目`, en: `line ${imported.line}` }[language];
  if ('flaw' in imported) return [red(`${place}: ${printable(imported.flaw[language])}`)];
  const { entry, fate, doubts } = imported;
  const named = `${place}: ${listLabels[entry.list][language]} ${sayNamed(entry, numbering)}`;
  return [
    ...(fate === 'repeated' ? [`${named}: ${repeats[language]}`] : []),
    ...(verbose && fate !== 'repeated' ? [`${named}: ${outcomes[fate][language]}`] : []),
    ...doubts.map((doubt) => yellow(printable(`${named}: ${sayDoubt(doubt)[language]}`))),
  ];
}

/** How many lines came to each outcome, and how many entries are in doubt. */
function countsOf(lines: readonly ImportedLine[]): Readonly<Record<Outcome | 'inDoubt', number>> {
  const counts = { new: 0, updated: 0, unchanged: 0, repeated: 0, damaged: 0, inDoubt: 0 };
  for (const line of lines) {
    counts['flaw' in line ? 'damaged' : line.fate] += 1;
    if ('doubts' in line && line.doubts.length > 0) counts.inDoubt += 1;
  }
  return counts;
}

function sumUp(counts: ReturnType<typeof countsOf>, { language }: Io): string {
  const { inDoubt, ...byOutcome } = counts;
  const sums = Object.entries(byOutcome).map(
    ([outcome, count]) => `${outcomes[outcome as Outcome][language]} ${count}`,
  );
  return [...sums, `${{ ja: '要確認', en: 'in doubt' }[language]} ${inDoubt}`].join(', ');
}

const outcomes: Readonly<Record<Outcome, Said>> = {
  new: { ja: '新規', en: 'new' },
  updated: { ja: '更新', en: 'updated' },
  unchanged: { ja: '変更なし', en: 'unchanged' },
  repeated: { ja: '重複', en: 'repeated' },
  damaged: { ja: '読めない行', en: 'damaged' },
};

const repeats: Said = { ja: '前の行と重複しています', en: 'repeats an earlier line' };

const formatNames: Readonly<Record<ListFormat, Said>> = {
  freepbx: { ja: 'FreePBX の CSV', en: 'FreePBX CSV' },
  text: { ja: 'テキスト', en: 'plain text' },
  csv: { ja: '電話番の CSV', en: 'CSV of Denwaban' },
  vcard: { ja: 'vCard', en: 'vCard' },
};

function sourceIs(source: string): Said {
  return { ja: `出所: ${printable(source)}`, en: `source: ${printable(source)}` };
}

function endOf({ removed, total, isDry }: ImportReport): Said {
  const gone = {
    ja: removed === 0 ? '' : `ファイルにない ${removed} 件を消し${isDry ? 'ます' : 'ました'}。`,
    en: removed === 0 ? '' : `${removed} that no longer come ${isDry ? 'would be' : 'were'} removed. `,
  };
  return isDry
    ? {
        ja: `${gone.ja}取り込むと ${total} 件になります (--dry-run: 何も変えていません)。`,
        en: `${gone.en}The store would hold ${total} entries (--dry-run: nothing was changed).`,
      }
    : { ja: `${gone.ja}保管しているのは ${total} 件です。`, en: `${gone.en}The store holds ${total} entries.` };
}
