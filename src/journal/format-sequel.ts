import { createColors } from 'picocolors';
import type { Language } from '../text/language';
import { localTime } from '../text/local-time';
import type { Decision } from './decision';
import { describeCaller } from './describe-caller';
import { describeSequel } from './describe-sequel';
import type { Sequel } from './sequel';

/**
 * What came of a call, for people who saw its decision before: time, caller and steps. Ends with a newline.
 *
 * @param decision `null` when it is not at hand
 */
export function formatSequel(sequel: Sequel, decision: Decision | null, language: Language, colours: boolean): string {
  const paint = createColors(colours);
  const caller = decision === null ? [] : [describeCaller(decision, language)];
  const columns = [
    localTime(Date.parse(sequel.at)),
    paint.dim('→'),
    ...caller,
    describeSequel(sequel, language).join(' → '),
  ];
  return `${columns.join('  ')}\n`;
}
