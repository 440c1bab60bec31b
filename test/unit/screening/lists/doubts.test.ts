import { type ListEntry, listEntrySchema } from '../../../../src/config/schema';
import { doubtsAmong, sayDoubt } from '../../../../src/screening/lists/doubts';
import { context, now, numbering, numbers } from '../evidence';

const entry = (said: Partial<ListEntry>): ListEntry =>
  listEntrySchema.parse({ list: 'deny', source: 'manual', ...said });
const ended = new Date(now - 1).toISOString();

/** The kinds of doubt about the first of some entries. */
function doubts(first: Partial<ListEntry>, ...others: Partial<ListEntry>[]): string[] {
  const entries = [first, ...others].map(entry);
  const doubtsOf = doubtsAmong(entries, context().knowledge, numbering, now);
  return doubtsOf(entry(first)).map(({ kind }) => kind);
}

const number = numbers.nttEast;

test.each<[string, string[], Partial<ListEntry>, ...Partial<ListEntry>[]]>([
  ['nothing speaks against an ordinary entry', [], { number }],
  ['the opposite list names the same', ['contradicted'], { number }, { list: 'allow', number }],
  ['… however it is written', ['contradicted'], { list: 'allow', number }, { number: '+81-422-20-9999' }],
  ['… a prefix, too', ['contradicted'], { prefix: '+81422' }, { list: 'allow', prefix: '0422' }],
  ['… but not when that has ended', [], { number }, { list: 'allow', number, expires: ended }],
  ['a broader entry does not contradict', [], { number }, { list: 'allow', prefix: '0422' }],
  ['another source lists the same', ['listed-too'], { number }, { number, source: 'bl.csv' }],
  [
    'block lists may report the same',
    [],
    { list: 'report', number },
    { list: 'report', number, source: 'b' },
    { number },
  ],
  ['the police', ['protected'], { number: numbers.metropolitanPolice }],
  ['what looks like the police', ['protected'], { number: numbers.musashinoPolice }],
  ['a number the office protects', ['protected'], { number: numbers.bank }],
  ['… which it may allow and report', [], { list: 'allow', number: numbers.bank }],
  ['an own number', ['own'], { number: numbers.ours }],
  ['… allowed', ['own'], { list: 'allow', number: numbers.oursToo }],
  ['… and excused', [], { list: 'allow', number: numbers.oursToo, excuses: ['own-number-from-outside'] }],
  ['an impossible number', ['impossible'], { number: '312345678' }],
  ['… allowed', ['impossible'], { list: 'allow', number: '312345678' }],
  ['… and excused', [], { list: 'allow', number: '312345678', excuses: ['impossible-number'] }],
  ['all of Japan', ['sweeping'], { prefix: '0' }],
  ['… and more', ['sweeping'], { prefix: '+8' }],
  ['… but not a part of it', [], { prefix: '03' }],
  ['… nor another country', [], { prefix: '+1' }],
  ['… which may be allowed', [], { list: 'allow', prefix: '0' }],
  ['all landlines', ['sweeping'], { kind: 'fixed' }],
  ['a kind that few customers have', [], { kind: '050' }],
  ['it has ended', ['expired'], { number, expires: ended }],
])('%s: %j', (_, kinds, first, ...others) => {
  expect(doubts(first, ...others)).toEqual(kinds);
});

test('every doubt is worded in both languages', () => {
  const by = entry({ number });
  const all = [
    { kind: 'contradicted', by },
    { kind: 'listed-too', by },
    { kind: 'protected', owner: 'police' },
    { kind: 'own', list: 'allow' },
    { kind: 'own', list: 'deny' },
    { kind: 'impossible', list: 'allow' },
    { kind: 'impossible', list: 'deny' },
    { kind: 'sweeping' },
    { kind: 'expired' },
  ] as const;
  for (const doubt of all) {
    expect(sayDoubt(doubt).ja).toMatch(/[ぁ-ん]/);
    expect(sayDoubt(doubt).en).toMatch(/^[^ぁ-ん]+$/);
  }
});
