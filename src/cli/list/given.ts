import { longestSource } from '../../config/schema';
import type { Numbering } from '../../numbering/number-info';
import { tidy } from '../../screening/lists/files/entry';
import { readNamed } from '../../screening/lists/notation';
import type { Named } from '../../screening/lists/subject';
import { misuse } from '../usage';

/** What was given to the commands of `denwaban list`, understood. */

/**
 * The source that entries of the store are kept under. The configuration's own stand in its file only.
 *
 * @throws DenwabanError DENWABAN_USAGE
 */
export function sourceGiven(text: string, command: string): string {
  const source = tidy(text, longestSource);
  if (source !== '' && source !== 'config') return source;
  throw misuse(command, {
    ja: `出所を「${text}」とは呼べません。--source で別の名を付けてください`,
    en: `the source cannot be called '${text}'; give it another name with --source`,
  });
}

/**
 * What an entry is about.
 *
 * @throws DenwabanError DENWABAN_USAGE
 */
export function namedGiven(text: string, numbering: Numbering, command: string): Named {
  const named = readNamed(text, numbering);
  if (named.ok) return named.value;
  throw misuse(command, { ja: `「${text}」: ${named.flaw.ja}`, en: `'${text}': ${named.flaw.en}` });
}
