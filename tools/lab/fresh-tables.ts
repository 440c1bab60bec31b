import { writeFileSync } from 'node:fs';
import { readSnapshot } from '../../src/cli/snapshot';
import { decodeSnapshot } from '../../src/numbering/snapshot-decode';
import { encodeSnapshot } from '../../src/numbering/snapshot-encode';

/**
 * Text of the shipped numbering data as if they had been fetched on `date`. The rule about unallocated blocks trusts
 * tables less as they age, and not at all after 120 days: a demo or test of it would change its outcome by the calendar.
 *
 * @param date ISO date
 */
export function tablesOf(date: string): string {
  return encodeSnapshot({ ...decodeSnapshot(readSnapshot()), date });
}

/** The same as a file. */
export function writeFreshTables(file: string, date: string): void {
  writeFileSync(file, tablesOf(date));
}
