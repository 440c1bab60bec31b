import { createColors } from 'picocolors';
import type { Config, ListEntry } from '../../config/schema';
import type { Said } from '../../errors';
import type { Numbering } from '../../numbering/number-info';
import { compileContext } from '../../screening/context';
import { doubtsAmong, sayDoubt } from '../../screening/lists/doubts';
import { endOf, isCurrent } from '../../screening/lists/end';
import { subjectText } from '../../screening/lists/subject';
import { ListBook } from '../../store/list-book';
import { listLabels } from '../../text/labels';
import { printable } from '../../text/printable';
import { fixedColumns } from '../../text/table';
import type { Io } from '../io';
import { withStore } from '../open-state';
import { showOfficial } from './show-official';
import { sayEnd, sayMeaning, sayNamed } from './words';

/** What `denwaban list show` is asked for. */
export interface ShowRequest {
  readonly list?: ListEntry['list'] | 'official';
  /** Also what has ended. */
  readonly expired?: boolean;
  /** Only what contradicts or repeats something, or may not do what is expected of it. */
  readonly conflicts?: boolean;
  readonly json?: boolean;
  readonly config?: string;
}

/** One line of what is shown; `doubts` only where they were asked for. */
interface Row {
  readonly entry: ListEntry;
  readonly place: 'config' | 'store';
  readonly isOver: boolean;
  readonly doubts: readonly Said[];
}

/** Writes the entries of the configuration and of the store, or the official numbers. */
export async function showEntries(io: Io, request: ShowRequest): Promise<void> {
  await withStore(io, request.config, async ({ config, numbering, store }) => {
    if (request.list === 'official') return showOfficial(io, numbering, request.json ?? false);
    const { entries } = await new ListBook(store).read();
    const rows = rowsOf(request, config, entries, numbering, io.now());
    if (!request.json) io.out(heading(io));
    for (const row of rows) {
      if (io.readerGone.aborted) return;
      io.out(request.json ? `${JSON.stringify(factsOf(row, numbering))}\n` : lineOf(row, numbering, io));
    }
    if (!request.json) io.out(footer(rows.length, numbering, io));
  });
}

function rowsOf(
  { list, expired, conflicts }: ShowRequest,
  config: Config,
  stored: readonly ListEntry[],
  numbering: Numbering,
  now: number,
): Row[] {
  const all = [...config.lists, ...stored];
  const doubtsOf =
    conflicts === true ? doubtsAmong(all, compileContext({ config, numbering }).knowledge, numbering, now) : () => [];
  const rows = all.map(
    (entry, index): Row => ({
      entry,
      place: index < config.lists.length ? 'config' : 'store',
      isOver: !isCurrent(endOf(entry), now),
      doubts: doubtsOf(entry).map(sayDoubt),
    }),
  );
  return rows.filter(
    ({ entry, isOver, doubts }) =>
      (list === undefined || entry.list === list) &&
      (expired === true || !isOver) &&
      (conflicts !== true || doubts.length > 0),
  );
}

/** The keys that scripts rely on. */
function factsOf({ entry, place, isOver, doubts }: Row, numbering: Numbering) {
  const { list, reason, source, expires, votes, excuses } = entry;
  const what = subjectText(entry, numbering);
  return { list, what, reason, source, expires, expired: isOver, votes, excuses, place, doubts };
}

/** Columns in terminal cells. */
const widths = [7, 22, 18, 18] as const;

const titles = {
  ja: ['リスト', '対象', '期限', '出所', '理由'],
  en: ['List', 'What', 'Until', 'Source', 'Reason'],
} as const;

function heading({ language, colours }: Io): string {
  return `${createColors(colours).dim(fixedColumns(titles[language], widths))}\n`;
}

function lineOf({ entry, isOver, doubts }: Row, numbering: Numbering, { language, colours }: Io): string {
  const { dim, yellow } = createColors(colours);
  const { list, source, expires, votes } = entry;
  const reason = [sayMeaning(entry, numbering)?.[language], votes > 1 ? `×${votes}` : '', entry.reason];
  const cells = [
    listLabels[list][language],
    sayNamed(entry, numbering),
    expires === null ? '–' : sayEnd(expires),
    printable(source),
    printable(reason.filter(Boolean).join(' ')),
  ];
  const line = fixedColumns(cells, widths);
  const remarks = doubts.map((doubt) => yellow(`${' '.repeat(widths[0])}${printable(doubt[language])}\n`));
  return `${isOver ? dim(line) : line}\n${remarks.join('')}`;
}

function footer(count: number, { snapshot }: Numbering, { language, colours }: Io): string {
  const { date, counts } = snapshot;
  const told = {
    ja: `${count} 件。ほかに公的な番号 ${counts['official']} 件 (${date} の番号データ、\`--list official\`) は決して拒否しません。`,
    en: `${count} ${count === 1 ? 'entry' : 'entries'}. Besides, ${counts['official']} official numbers (numbering data of ${date}, \`--list official\`) are never rejected.`,
  };
  return `${createColors(colours).dim(told[language])}\n`;
}
