import type { KnownNames } from '../../../src/config/reference-flaws';

/** A small world for the configuration to refer to. */
export const knownNames: KnownNames = {
  rules: ['unallocated-block', 'impossible-number', 'foreign-number'],
  carriers: ['ntt-east', 'ntt-west', 'ntt-com', 'kddi'],
  isPossibleNumber: (number) => /^0\d{9,10}$/.test(number.replaceAll('-', '')),
};
