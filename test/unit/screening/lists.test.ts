import type { ListEntry } from '../../../src/config/schema';
import { type CallWords, findingOf, judge, now, numbers } from './evidence';

type Entry = Partial<ListEntry>;

const hour = 3_600_000;
const at = (ms: number) => new Date(ms).toISOString();
const allow = (entry: Entry): Entry => ({ list: 'allow', ...entry });
const deny = (entry: Entry): Entry => ({ list: 'deny', ...entry });
const judged = (lists: readonly Entry[], call: CallWords = {}) => judge(call, { lists });

describe('an entry matches', () => {
  test.each([
    ['a number however it is written', { number: '0422-20-9999' }, numbers.nttEast],
    ['a number in international form', { number: '+81-422-20-9999' }, numbers.nttEast],
    ['a number that arrives in international form', { number: '0422209999' }, '+81422209999'],
    ['a prefix', { prefix: '0422' }, numbers.nttEast],
    ['a prefix in international form', { prefix: '+81422' }, numbers.nttEast],
    ['a prefix against a number in international form', { prefix: '0422-20' }, '+81422209999'],
    ['a prefix as long as the number', { prefix: '0422209999' }, numbers.nttEast],
    ['a foreign prefix', { prefix: '+44' }, '+442079460018'],
    ['a foreign prefix as it is dialled', { prefix: '01044' }, '+442079460018'],
    ['the carrier of the block', { carrier: 'ntt-east' }, numbers.nttEast],
    ['a number that is impossible', { number: '1000' }, '1000'],
  ])('%s', (_, entry, from) => {
    expect(judged([deny(entry)], { from })).toMatchObject({ verdict: 'reject', decidedBy: 'deny-entry' });
  });

  test.each([
    ['another number', { number: numbers.nttEastOther }],
    ['another prefix', { prefix: '0423' }],
    ['a prefix longer than the number', { prefix: '04222099991' }],
    ['another carrier', { carrier: 'kddi' }],
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
