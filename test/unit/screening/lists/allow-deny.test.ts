import type { ListEntry } from '../../../../src/config/schema';
import { noStoredLists, type StoredLists } from '../../../../src/config/stored-lists';
import { compileContext, withStoredLists } from '../../../../src/screening/context';
import { type CallWords, config, context, findingOf, judge, now, numbering, numbers } from '../evidence';

type Entry = Partial<ListEntry>;

const hour = 3_600_000;
const at = (ms: number) => new Date(ms).toISOString();
const allow = (entry: Entry): Entry => ({ list: 'allow', ...entry });
const deny = (entry: Entry): Entry => ({ list: 'deny', ...entry });
const judged = (lists: readonly Entry[], call: CallWords = {}) => judge(call, { lists });

describe('an entry matches', () => {
  test.each<[string, Entry, string]>([
    ['a number however it is written', { number: '0422-20-9999' }, numbers.nttEast],
    ['a number in international form', { number: '+81-422-20-9999' }, numbers.nttEast],
    ['a number that arrives in international form', { number: '0422209999' }, '+81422209999'],
    ['a prefix', { prefix: '0422' }, numbers.nttEast],
    ['a prefix in international form', { prefix: '+81422' }, numbers.nttEast],
    ['a prefix against a number in international form', { prefix: '0422-20' }, '+81422209999'],
    ['a prefix as long as the number', { prefix: '0422209999' }, numbers.nttEast],
    ['a foreign prefix', { prefix: '+44' }, '+442079460018'],
    ['a foreign prefix as it is dialled', { prefix: '01044' }, '+442079460018'],
    ['a prefix with a trunk zero too many', { prefix: '+810422' }, numbers.nttEast],
    ['the carrier of the block', { carrier: 'ntt-east' }, numbers.nttEast],
    ['the kind of the number', { kind: '050' }, numbers.softbank050],
    ['a kind from abroad', { kind: 'foreign' }, '+442079460018'],
    ['a number that is impossible', { number: '1000' }, '1000'],
  ])('%s', (_, entry, from) => {
    expect(judged([deny(entry)], { from })).toMatchObject({ verdict: 'reject', decidedBy: 'deny-entry' });
  });

  test.each<[string, Entry]>([
    ['another number', { number: numbers.nttEastOther }],
    ['another prefix', { prefix: '0423' }],
    ['a prefix longer than the number', { prefix: '04222099991' }],
    ['another carrier', { carrier: 'kddi' }],
    ['another kind', { kind: 'mobile' }],
  ])('not %s', (_, entry) => {
    expect(judged([deny(entry)])).toMatchObject({ verdict: 'allow', decidedBy: 'score' });
  });
});

describe('the most specific entry speaks', () => {
  const number = numbers.nttEast;
  test.each([
    ['a number before a prefix', [deny({ prefix: '0422' }), allow({ number })], 'allow'],
    ['a number before a prefix of the same digits', [allow({ prefix: number }), deny({ number })], 'reject'],
    ['a longer prefix before a shorter one', [allow({ prefix: '042' }), deny({ prefix: '0422' })], 'reject'],
    ['whatever the order', [deny({ prefix: '0422' }), allow({ prefix: '042' })], 'reject'],
    ['a prefix before a carrier', [deny({ carrier: 'ntt-east' }), allow({ prefix: '0' })], 'allow'],
    ['a carrier before a kind', [deny({ kind: 'fixed' }), allow({ carrier: 'ntt-east' })], 'allow'],
    ['a kind where nothing else does', [deny({ kind: 'fixed' }), allow({ carrier: 'kddi' })], 'reject'],
    ['allow before deny where both say the same', [deny({ number }), allow({ number })], 'allow'],
  ] as const)('%s', (_, lists, verdict) => {
    expect(judged(lists).verdict).toBe(verdict);
  });
});

describe('expiry', () => {
  const number = numbers.nttEast;

  test('an entry speaks until the very moment it ends', () => {
    const lists = [deny({ number, expires: at(now) })];
    expect(judged(lists, { at: now - 1 }).verdict).toBe('reject');
    expect(judged(lists, { at: now })).toMatchObject({ verdict: 'allow', decidedBy: 'score', validUntil: null });
  });

  test('behind an expired entry the next one speaks', () => {
    const lists = [allow({ number, expires: at(now - hour) }), deny({ prefix: '0422' })];
    expect(judged(lists).verdict).toBe('reject');
  });

  test('the assessment holds until the entry that spoke ends', () => {
    expect(judged([deny({ number, expires: at(now + hour) })]).validUntil).toBe(now + hour);
    expect(judged([deny({ number })]).validUntil).toBeNull();
  });

  test('the end of an entry that another outweighs changes nothing', () => {
    const lists = [deny({ number }), allow({ prefix: '0422', expires: at(now + hour) })];
    expect(judged(lists).validUntil).toBeNull();
  });

  test('of two equal entries the one that lasts longer speaks', () => {
    const lists = [deny({ number, expires: at(now + hour) }), deny({ number, expires: at(now + 2 * hour) })];
    expect(judged(lists).validUntil).toBe(now + 2 * hour);
    expect(judged([...lists, deny({ number })]).validUntil).toBeNull();
  });

  test('an overruled entry ends the assessment too', () => {
    const call: CallWords = { trunk: { reach: 'international' } };
    expect(judged([allow({ number, expires: at(now + hour) })], call)).toMatchObject({
      verdict: 'screen',
      validUntil: now + hour,
    });
  });

  test('reports end, too', () => {
    const lists: Entry[] = [{ list: 'report', number, expires: at(now + hour) }];
    expect(findingOf(judged(lists), 'reported')).toBeDefined();
    expect(findingOf(judged(lists, { at: now + hour }), 'reported')).toBeUndefined();
  });

  test('an exception does not depend on entries', () => {
    const lists = [deny({ number, expires: at(now + hour) })];
    expect(judged(lists, { to: numbers.fax })).toMatchObject({ decidedBy: 'exception', validUntil: null });
  });
});

test('the finding tells reason, source and end', () => {
  const entry = deny({ number: numbers.nttEast, reason: '無言電話', source: 'front desk', expires: at(now + hour) });
  expect(findingOf(judged([entry]), 'deny-entry')?.facts).toMatchObject({
    reason: '無言電話',
    source: 'front desk',
    expires: at(now + hour),
    by: 'number',
  });
});

describe('reports', () => {
  const number = numbers.nttEast;
  const report = (entry: Entry): Entry => ({ list: 'report', ...entry });
  const reportsOf = (...lists: Entry[]) => context({ lists }).knowledge.reports(numbering.lookUp(number), now);

  test('add up over all lists that name the number or how it begins', () => {
    const lists = [
      report({ number, source: 'a', votes: 2 }),
      report({ number: '+81-422-20-9999', source: 'b', votes: 5 }),
      report({ prefix: '0422', source: 'a', votes: 4 }),
      report({ number: numbers.nttEastOther, source: 'c', votes: 9 }),
    ];
    expect(reportsOf(...lists)).toEqual({ votes: 11, sources: ['a', 'b'] });
  });

  test('are none where nobody reported it, or only allows and denies it', () => {
    expect(reportsOf()).toBeNull();
    expect(reportsOf(deny({ number }), allow({ prefix: '0422' }))).toBeNull();
  });

  test('decide nothing, and outweigh no entry', () => {
    expect(judged([report({ number, votes: 1_000 }), deny({ prefix: '0422' })]).decidedBy).toBe('deny-entry');
    expect(judged([report({ number, votes: 1_000 })]).decidedBy).toBe('score');
  });
});

describe('stored lists', () => {
  const number = numbers.nttEast;
  const stored = (...entries: Entry[]): StoredLists => ({
    version: String(entries.length),
    entries: config({ lists: entries }).lists,
  });
  const given = { config: config({ lists: [deny({ prefix: '0422' })] }), numbering };

  test('stand beside those of the configuration', () => {
    const office = compileContext({ ...given, stored: stored(allow({ number })) });
    expect(judge({}, office)).toMatchObject({ verdict: 'allow', decidedBy: 'allow-entry' });
    expect(judge({ from: numbers.nttEastOther }, office).verdict).toBe('reject');
  });

  test('are exchanged in a context as if it had been compiled with them', () => {
    const lists = stored(allow({ number }), { list: 'report', number });
    const exchanged = withStoredLists(compileContext(given), { ...given, stored: lists });
    const compiled = compileContext({ ...given, stored: lists });
    expect(exchanged.ruleBookVersion).toBe(compiled.ruleBookVersion);
    expect(judge({}, exchanged)).toEqual(judge({}, compiled));
    expect(exchanged.knowledge.reports(numbering.lookUp(number), now)).not.toBeNull();
  });

  test('change the version of the rule book with their own', () => {
    const versions = [noStoredLists, stored(), stored(allow({ number }))].map(
      (lists) => compileContext({ ...given, stored: lists }).ruleBookVersion,
    );
    expect(new Set(versions).size).toBe(3);
    expect(compileContext(given).ruleBookVersion).toBe(versions[0]);
  });
});
