import { type DecisionFilter, matches } from '../../../src/journal/decision-filter';
import { decision } from './decisions';

const everything: DecisionFilter = { verdict: null, callerId: null, since: null };
const arrival = Date.parse('2026-04-01T01:00:00.000Z');

describe('a decision to allow, of caller 0123456789abcdef, made at one o’clock', () => {
  it.each<[Partial<DecisionFilter>, boolean]>([
    [{}, true],
    [{ verdict: 'allow' }, true],
    [{ verdict: 'reject' }, false],
    [{ callerId: '0123456789abcdef' }, true],
    [{ callerId: 'fedcba9876543210' }, false],
    [{ since: arrival }, true],
    [{ since: arrival + 1 }, false],
    [{ verdict: 'allow', callerId: '0123456789abcdef', since: arrival }, true],
    [{ verdict: 'allow', callerId: 'fedcba9876543210', since: arrival }, false],
  ])('asked for %j: %s', (filter, wanted) => {
    expect(matches(decision(), { ...everything, ...filter })).toBe(wanted);
  });

  it('of a withheld caller has no id to ask for', () => {
    const { caller } = decision();
    const withheld = decision({ caller: { ...caller, presentation: 'user', masked: null, id: null } });
    expect(matches(withheld, { ...everything, callerId: '0123456789abcdef' })).toBe(false);
  });
});
