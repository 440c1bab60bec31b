import type { ListEntry } from '../../../../src/config/schema';
import type { StoredLists } from '../../../../src/config/stored-lists';
import { compileContext } from '../../../../src/screening/context';
import { listConsultant } from '../../../../src/screening/lists/consultation';
import { type ConfigWords, config, now, numbering, numbers } from '../evidence';

const number = numbers.nttEast;
const ended = new Date(now - 1).toISOString();

function consult(from: string, words: ConfigWords, ...entries: Partial<ListEntry>[]) {
  const office = config(words);
  const stored: StoredLists = { version: '1', entries: config({ lists: entries }).lists };
  const context = compileContext({ config: office, numbering, stored });
  return listConsultant({ config: office, stored, context, numbering })(numbering.lookUp(from), now);
}

const states = ({ entries }: ReturnType<typeof consult>) =>
  entries.map(({ entry, by, place, state }) => [entry.list, by, place, state]);

test('everything that is said of a number, the most specific first, and what of it counts', () => {
  const consultation = consult(
    number,
    {
      lists: [
        { list: 'deny', prefix: '0422' },
        { list: 'deny', number: numbers.nttEastOther },
      ],
    },
    { list: 'report', number, votes: 3, source: 'a' },
    { list: 'allow', kind: 'fixed' },
    { list: 'deny', number, expires: ended },
    { list: 'deny', carrier: 'ntt-east' },
    { list: 'allow', number },
  );
  expect(states(consultation)).toEqual([
    ['allow', 'number', 'store', 'speaks'],
    ['deny', 'number', 'store', 'expired'],
    ['report', 'number', 'store', 'reports'],
    ['deny', 'prefix', 'config', 'outweighed'],
    ['deny', 'carrier', 'store', 'outweighed'],
    ['allow', 'kind', 'store', 'outweighed'],
  ]);
  expect(consultation).toMatchObject({ conclusion: 'allowed', reports: { votes: 3, sources: ['a'] }, own: false });
});

test.each<[string, string, Partial<ListEntry>[], object]>([
  ['nothing', number, [], { conclusion: 'no-entry', owner: null, official: null, reports: null }],
  ['only reports', number, [{ list: 'report', number }], { conclusion: 'no-entry', reports: { votes: 1 } }],
  ['a deny entry', number, [{ list: 'deny', number }], { conclusion: 'rejected' }],
  [
    'a deny entry for the police',
    numbers.metropolitanPolice,
    [{ list: 'deny', prefix: '03' }],
    { conclusion: 'denied-but-protected', official: { kind: 'police-hq' }, owner: '警視庁' },
  ],
  [
    'a deny entry for a number the office protects',
    numbers.bank,
    [{ list: 'deny', number: numbers.bank }],
    { conclusion: 'denied-but-protected', official: null, owner: 'みらい銀行' },
  ],
  ['an own number', numbers.ours, [], { conclusion: 'no-entry', own: true }],
])('%s', (_, from, entries, expected) => {
  expect(consult(from, {}, ...entries)).toMatchObject(expected);
});

test('a list on trial does not decide; the next in force does', () => {
  const words = { rules: { 'allow-entry': { mode: 'observe' } } } as const;
  const consultation = consult(number, words, { list: 'allow', number }, { list: 'deny', prefix: '0422' });
  expect(states(consultation).map(([list, , , state]) => [list, state])).toEqual([
    ['allow', 'on-trial'],
    ['deny', 'speaks'],
  ]);
  expect(consultation.conclusion).toBe('rejected');
});

test('a list that is switched off', () => {
  const consultation = consult(number, { rules: { 'deny-entry': { mode: 'off' } } }, { list: 'deny', number });
  expect(states(consultation)).toEqual([['deny', 'number', 'store', 'off']]);
  expect(consultation.conclusion).toBe('no-entry');
});
