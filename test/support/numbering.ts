import { openSnapshot, readSnapshot } from '../../src/cli/snapshot';

/** The numbering plan as it ships. Subscribers' digits in tests are invented. */
export const numbering = openSnapshot(readSnapshot(), 'as shipped');
