import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DenwabanError, reasonOf } from '../../errors';

/**
 * Puts a snapshot in place of the one before. Whoever reads meanwhile, or after a power failure, finds the old one or
 * the new one, whole.
 *
 * @throws DenwabanError DENWABAN_NUMBERING_UNWRITABLE
 */
export function writeSnapshot(file: string, text: string): void {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(draft, text, { flag: 'wx', flush: true });
    renameSync(draft, file);
  } catch (cause) {
    if (existsSync(draft)) rmSync(draft);
    throw new DenwabanError('DENWABAN_NUMBERING_UNWRITABLE', { file, reason: reasonOf(cause) }, { cause });
  }
}
