import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DenwabanError, messageOf } from '../errors';
import type { Numbering } from '../numbering/number-info';
import { openNumbering } from '../numbering/numbering';
import { SnapshotError } from '../numbering/snapshot';
import { assertIntact, dateIn } from '../numbering/snapshot-format';

/**
 * Text of a numbering snapshot, by default the one that ships with Denwaban, proved whole.
 *
 * @throws DenwabanError DENWABAN_NUMBERING_UNREADABLE, DENWABAN_NUMBERING_DAMAGED
 */
export function readSnapshot(file: string = shippedSnapshot()): string {
  const text = readText(file);
  unlessDamaged(file, () => assertIntact(text));
  return text;
}

/**
 * The numbering room, opened on the text of a snapshot file.
 *
 * @throws DenwabanError DENWABAN_NUMBERING_DAMAGED, also for one of a later version
 */
export function openSnapshot(text: string, file: string): Numbering {
  return unlessDamaged(file, () => openNumbering(text));
}

/** `data/` lies beside `src/` in the sources and beside `dist/` in the installed package. */
export function shippedSnapshot(): string {
  const inSources = join(__dirname, '../../data/numbering.txt');
  return existsSync(inSources) ? inSources : join(__dirname, '../../../data/numbering.txt');
}

/** Date of the snapshot that ships, without the work of proving it whole. */
export function shippedDate(): string {
  return dateIn(readText(shippedSnapshot()));
}

function unlessDamaged<T>(file: string, reading: () => T): T {
  try {
    return reading();
  } catch (cause) {
    if (!(cause instanceof SnapshotError)) throw cause;
    throw new DenwabanError('DENWABAN_NUMBERING_DAMAGED', { file, reason: cause.message }, { cause });
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new DenwabanError('DENWABAN_NUMBERING_UNREADABLE', { file, reason: messageOf(cause) }, { cause });
  }
}
