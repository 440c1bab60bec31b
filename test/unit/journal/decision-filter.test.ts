import { type DecisionFilter, matches, parseSince } from '../../../src/journal/decision-filter';
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

describe('a point in time', () => {
  const now = Date.parse('2026-04-01T12:00:00Z');

  it.each([
    ['90m', '2026-04-01T10:30:00Z'],
    ['2h', '2026-04-01T10:00:00Z'],
    ['3d', '2026-03-29T12:00:00Z'],
    ['2026-03-31T09:30:00+09:00', '2026-03-31T00:30:00Z'],
    ['2026-03-31T09:30Z', '2026-03-31T09:30:00Z'],
  ])('%s is %s', (text, iso) => {
    expect(parseSince(text, now)).toBe(Date.parse(iso));
  });

  it.each([
    ['2026-03-31', new Date(2026, 2, 31)],
    ['2026-03-31T09:30', new Date(2026, 2, 31, 9, 30)],
  ])('%s is taken in the zone of the machine', (text, local) => {
    expect(parseSince(text, now)).toBe(local.getTime());
  });

  it.each(['', 'yesterday', '2', 'h', '-2h', '2w', '2026-13-01', '2026-3-1', '03/31/2026', '1e3d'])(
    '%j is none',
    (text) => {
      expect(parseSince(text, now)).toBeNull();
    },
  );
});
