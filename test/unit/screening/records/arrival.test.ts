import { arrivalOf } from '../../../../src/screening/records/arrival';
import { type CallWords, call, type MemoryWords, numbers } from '../evidence';

const seen: MemoryWords['caller'] = { standing: 'seen', since: '2026-01-05' };
const plus = `+81${numbers.nttEast.slice(1)}`;
const asserting: CallWords['trunk'] = { trustsAssertedIdentity: true };

describe('a habit of the trunk is learnt of', () => {
  it.each<[string, CallWords, { readonly form?: string | null; readonly asserted?: boolean | null }]>([
    ['every call, while there is none', { from: plus, trunk: asserting }, { form: 'international', asserted: false }],
    ['a stranger who keeps to it', { memory: { trunk: { usualForm: 'national' } } }, { form: 'national' }],
    [
      'an acquaintance who does not',
      { from: plus, memory: { caller: seen, trunk: { usualForm: 'national' } } },
      { form: 'international' },
    ],
    [
      'an acquaintance whom nobody vouches for',
      { trunk: asserting, memory: { caller: seen, trunk: { alwaysAsserts: true } } },
      { asserted: false },
    ],
    ['no stranger who writes otherwise', { from: plus, memory: { trunk: { usualForm: 'national' } } }, { form: null }],
    [
      'no stranger whom nobody vouches for',
      { trunk: asserting, memory: { trunk: { alwaysAsserts: true } } },
      { asserted: null },
    ],
  ])('%s', (_who, words, learnt) => {
    expect(arrivalOf(call(words), 'id of the caller')).toMatchObject(learnt);
  });
});
