import { loadNumbering } from '../../../src/cli/snapshot';
import type { NumberInfo } from '../../../src/numbering/number-info';

/** The room on the data that ships. Subscribers' digits in these tests are invented. */
export const numbering = loadNumbering();

/** The facts of a number, without the text and the form it arrived in. */
export function factsOf(number: string): Omit<NumberInfo, 'input' | 'form'> {
  const { input, form, ...facts } = numbering.lookUp(number);
  return facts;
}
