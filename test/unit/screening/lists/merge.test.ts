import { type ListEntry, listEntrySchema } from '../../../../src/config/schema';
import { mergeLists } from '../../../../src/screening/lists/merge';
import { numbering } from '../evidence';

const entry = (said: Partial<ListEntry>): ListEntry =>
  listEntrySchema.parse({ list: 'deny', number: '+81312345678', source: 'manual', ...said });

const merge = (current: ListEntry[], incoming: ListEntry[], ...replaced: string[]) =>
  mergeLists(current, incoming, numbering, new Set(replaced));

const fates = ({ came }: ReturnType<typeof merge>) => came.map(({ fate }) => fate);

const old = entry({ reason: 'silent' });

describe('an entry that comes', () => {
  test.each([
    ['is new on another list', entry({ list: 'allow', reason: 'silent' })],
    ['is new from another source', entry({ source: 'bl.csv', reason: 'silent' })],
    ['is new about something else', entry({ number: '+81312345679' })],
    [
      'is new as a prefix of the same digits',
      listEntrySchema.parse({ list: 'deny', prefix: '+81312345678', source: 'manual' }),
    ],
  ])('%s', (_, incoming) => {
    const merged = merge([old], [incoming]);
    expect(fates(merged)).toEqual(['new']);
    expect(merged.entries).toEqual([old, incoming]);
  });

  test.each([
    ['another reason', entry({ reason: 'rude' })],
    ['another end', entry({ reason: 'silent', expires: '2027-01-01T00:00:00Z' })],
    ['other votes', entry({ reason: 'silent', votes: 2 })],
    ['other excuses', entry({ reason: 'silent', excuses: ['impossible-number'] })],
  ])('updates the same one by %s, in its place', (_, incoming) => {
    const other = entry({ number: '110' });
    const merged = merge([old, other], [incoming]);
    expect(fates(merged)).toEqual(['updated']);
    expect(merged.entries).toEqual([incoming, other]);
  });

  test('changes nothing when it is there already, however its number is written', () => {
    const current = [entry({ number: '03-1234-5678', reason: 'silent' })];
    const merged = merge(current, [old]);
    expect(fates(merged)).toEqual(['unchanged']);
    expect(merged.entries).toBe(current);
  });

  test('counts once: the first of the same speaks', () => {
    const merged = merge([], [old, entry({ reason: 'rude' })]);
    expect(fates(merged)).toEqual(['new', 'repeated']);
    expect(merged.entries).toEqual([old]);
  });
});

describe('a source that is replaced', () => {
  const gone = entry({ number: '+81312345679', source: 'bl.csv' });
  const stays = entry({ source: 'bl.csv' });
  const added = entry({ number: '+81312345670', source: 'bl.csv' });

  test('keeps only what comes again, and leaves other sources alone', () => {
    const merged = merge([old, gone, stays], [stays, added], 'bl.csv');
    expect(fates(merged)).toEqual(['unchanged', 'new']);
    expect(merged.removed).toEqual([gone]);
    expect(merged.entries).toEqual([old, stays, added]);
  });

  test('changes nothing when all of it comes again', () => {
    const current = [old, stays];
    expect(merge(current, [stays], 'bl.csv').entries).toBe(current);
  });
});
