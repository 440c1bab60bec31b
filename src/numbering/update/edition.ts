import { newestDay } from '../as-of';
import { fixedShape } from '../block-table';
import type { PublishedTable } from './published-table';
import type { TableFlaw } from './table-flaw';

/** A whole table as the ministry publishes it, put together from its worksheets. */
export type Edition = Omit<PublishedTable, 'asOf' | 'covers'> & {
  /** ISO date as of which it is true. */
  readonly asOf: string;
};

/** A worksheet and the file it is from. */
export interface Issue {
  readonly source: string;
  readonly table: PublishedTable;
}

export interface Publication {
  readonly editions: readonly Edition[];
  /** Files that speak of what a newer one speaks of too. */
  readonly superseded: readonly string[];
  readonly flaws: readonly TableFlaw[];
}

export interface PublicationTerms {
  /** The date of the page. The ministry asserts it for all that is on the page, however long a file has not changed. */
  readonly pageDate: string | null;
  /** ISO date; a later one is a mistake, and the tables would look fresh for years. */
  readonly latest: string;
}

/** Every workbook of landlines holds the area codes that begin with one digit; together they are one table. */
const fixedParts = ['01', '02', '03', '04', '05', '06', '07', '08', '09'];

/** Puts worksheets together into tables. The page may offer an old and a new issue of one worksheet: the newer counts. */
export function gatherEditions(issues: readonly Issue[], { pageDate, latest }: PublicationTerms): Publication {
  const superseded: string[] = [];
  const flaws: TableFlaw[] = [];
  const editions: Edition[] = [];
  for (const [prefix, own] of byTable(issues)) {
    const { current, older } = newestIssues(own);
    superseded.push(...older.map(({ source }) => source));
    const tables = current.map(({ table }) => table);
    const asOf = pageDate ?? newestDay(tables.flatMap((table) => table.asOf ?? []));
    const blocks = new Map(tables.flatMap((table) => [...table.blocks]));
    const areaCodes = new Map(tables.flatMap((table) => [...table.areaCodes]));
    const parts = prefix === fixedShape.prefix ? missingParts(blocks.keys()) : [];
    if (parts.length > 0) flaws.push({ kind: 'missing-parts', table: prefix, parts });
    if (asOf === '') flaws.push({ kind: 'undated', table: prefix });
    if (asOf > latest) flaws.push({ kind: 'postdated', table: prefix, asOf });
    editions.push({ prefix, asOf, blocks, areaCodes });
  }
  return { editions, superseded, flaws };
}

function byTable(issues: readonly Issue[]): Map<string, Issue[]> {
  const tables = new Map<string, Issue[]>();
  for (const issue of issues) {
    const { prefix } = issue.table;
    tables.set(prefix, [...(tables.get(prefix) ?? []), issue]);
  }
  return tables;
}

/** Of issues with the same date the file of the higher name is younger: the ministry numbers its files. */
function newestIssues(issues: readonly Issue[]): { readonly current: Issue[]; readonly older: Issue[] } {
  const age = ({ source, table }: Issue) => `${table.asOf ?? ''} ${source}`;
  const current: Issue[] = [];
  const older: Issue[] = [];
  for (const issue of [...issues].sort((a, b) => (age(a) < age(b) ? 1 : -1))) {
    const isSuperseded = current.some((newer) => coverTheSame(newer, issue));
    (isSuperseded ? older : current).push(issue);
  }
  return { current, older };
}

function coverTheSame(a: Issue, b: Issue): boolean {
  return [...a.table.covers].some((covered) => b.table.covers.has(covered));
}

function missingParts(blocks: Iterable<string>): string[] {
  const found = new Set([...blocks].map((block) => block.slice(0, 2)));
  return fixedParts.filter((part) => !found.has(part));
}
