import type { Issue } from '../numbering/update/edition';
import { readSheet } from '../numbering/update/read-sheet';
import { DamagedSheet, type TableFlaw } from '../numbering/update/table-flaw';
import type { PublishedFiles } from './publication';
import { readWorkbook, UnreadableWorkbook } from './workbook';

/** What the workbooks of a publication hold. */
export interface ReadTables {
  readonly issues: readonly Issue[];
  /** Workbooks without a table that is used here: the page has others as well. */
  readonly unknown: readonly string[];
  readonly flaws: readonly TableFlaw[];
}

export function readTables(workbooks: PublishedFiles['workbooks']): ReadTables {
  const issues: Issue[] = [];
  const unknown: string[] = [];
  const flaws: TableFlaw[] = [];
  for (const { name, bytes } of workbooks) {
    try {
      const tables = readWorkbook(bytes).flatMap((sheet) => readSheet(sheet) ?? []);
      if (tables.length === 0) unknown.push(name);
      issues.push(...tables.map((table) => ({ source: name, table })));
    } catch (error) {
      flaws.push(flawOf(error, name));
    }
  }
  return { issues, unknown, flaws };
}

function flawOf(error: unknown, source: string): TableFlaw {
  if (error instanceof UnreadableWorkbook) return { kind: 'unreadable', source, why: error.why };
  if (error instanceof DamagedSheet) return { kind: 'damaged', source, flaw: error.flaw };
  throw error;
}
