import type { NumberInfo } from '../../../src/numbering/number-info';
import { numbering } from '../../support/numbering';

export { numbering };

/** The facts of a number, without the text and the form it arrived in. */
export function factsOf(number: string): Omit<NumberInfo, 'input' | 'form'> {
  const { input, form, ...facts } = numbering.lookUp(number);
  return facts;
}
