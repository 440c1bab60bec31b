import { DenwabanError } from '../../errors';
import { longestSource, tidy } from '../../screening/list-files/entry';

/**
 * The source that entries of the store are kept under. The configuration's own stand in its file only.
 *
 * @throws DenwabanError DENWABAN_USAGE
 */
export function sourceNamed(text: string, command: string): string {
  const source = tidy(text, longestSource);
  if (source !== '' && source !== 'config') return source;
  throw new DenwabanError('DENWABAN_USAGE', {
    reason: {
      ja: `出所を「${text}」とは呼べません。--source で別の名を付けてください`,
      en: `the source cannot be called '${text}'; give it another name with --source`,
    },
    command,
  });
}
