import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DenwabanError, messageOf } from '../errors';
import type { Numbering } from '../numbering/number-info';
import { openNumbering } from '../numbering/numbering';
import { SnapshotError } from '../numbering/snapshot';
import { assertIntact } from '../numbering/snapshot-format';

/**
 * Text of a numbering snapshot, by default the one that ships with Denwaban, proved whole.
 * Throws {@link DenwabanError} when the file is missing or damaged.
 */
export function readSnapshot(file: string = shippedSnapshot()): string {
  const text = readText(file);
  try {
    assertIntact(text);
  } catch (cause) {
    if (!(cause instanceof SnapshotError)) throw cause;
    throw new DenwabanError('DENWABAN_NUMBERING_DAMAGED', { file, reason: cause.message }, { cause });
  }
  return text;
}

/** The numbering room, opened on a snapshot file. */
export function loadNumbering(file?: string): Numbering {
  return openNumbering(readSnapshot(file));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new DenwabanError('DENWABAN_NUMBERING_UNREADABLE', { file, reason: messageOf(cause) }, { cause });
  }
}

/** `data/` lies beside `src/` in the sources and beside `dist/` in the installed package. */
function shippedSnapshot(): string {
  const inSources = join(__dirname, '../../data/numbering.txt');
  return existsSync(inSources) ? inSources : join(__dirname, '../../../data/numbering.txt');
}
