import { type ListEntry, listEntrySchema } from '../../../src/config/schema';
import { noStoredLists } from '../../../src/config/stored-lists';
import { ListBook, listsVersionKey, mostEntries } from '../../../src/store/list-book';
import { StoreUnavailable } from '../../../src/store/store';
import { TextStore } from '../../fakes/text-store';

const entry = (number: string, said: Partial<ListEntry> = {}): ListEntry =>
  listEntrySchema.parse({ list: 'deny', number, source: 'manual', ...said });

const many = (count: number): ListEntry[] =>
  Array.from({ length: count }, (_, index) => entry(String(300_000_000 + index), { reason: '迷惑電話' }));

let store: TextStore;
let book: ListBook;

beforeEach(() => {
  store = new TextStore(() => 0);
  book = new ListBook(store);
});

const announced = async () => (await store.read([listsVersionKey]))[0];
const keep = (...entries: ListEntry[]) => book.change(() => ({ entries }));

it('holds nothing in the beginning', async () => {
  expect(await book.read()).toEqual(noStoredLists);
  expect(await announced()).toBeNull();
});

it('gives back what is kept, whole', async () => {
  const entries = [
    entry('110'),
    entry('119', { list: 'allow', reason: '消防', expires: '2027-01-01T00:00:00Z', excuses: ['impossible-number'] }),
    entry('118', { list: 'report', votes: 7 }),
    listEntrySchema.parse({ list: 'deny', kind: '050', source: 'manual' }),
  ];
  await keep(...entries);
  expect((await book.read()).entries).toEqual(entries);
});

it('keeps many in few bytes', async () => {
  const entries = many(10_000);
  await keep(...entries);
  const [text = null] = await store.read(['lists']);
  expect(text?.length).toBeLessThan(150_000);
  expect((await book.read()).entries).toEqual(entries);
});

it('announces a new version with every change, and the lists have that version', async () => {
  await keep(entry('110'));
  const before = await announced();
  await keep(entry('119'));
  expect(await announced()).not.toBe(before);
  expect((await book.read()).version).toBe(await announced());
});

it('writes nothing when nothing changes', async () => {
  await keep(entry('110'));
  const before = await book.read();
  await book.change((entries) => ({ entries }));
  expect(await book.read()).toEqual(before);
});

it('resolves with what the change resulted in', async () => {
  expect(await book.change(() => ({ entries: [entry('110')], added: 1 }))).toMatchObject({ added: 1 });
});

it('shows what a change would do', async () => {
  expect(await book.preview(() => ({ entries: [entry('110')] }))).toEqual({ entries: [entry('110')] });
  expect(await book.read()).toEqual(noStoredLists);
});

it('loses no change of two that are made at once', async () => {
  const another = new ListBook(store);
  const adding = (number: string) => (entries: readonly ListEntry[]) => ({ entries: [...entries, entry(number)] });
  await Promise.all([book.change(adding('110')), another.change(adding('119')), book.change(adding('118'))]);
  const numbers = (await book.read()).entries.map(({ number }) => number);
  expect(numbers.sort()).toEqual(['110', '118', '119']);
  expect((await book.read()).version).toBe(await announced());
});

it('gives up when others never let it through', async () => {
  const busy = new Proxy(store, {
    get: (target, name) => (name === 'replace' ? async () => false : Reflect.get(target, name).bind(target)),
  });
  await expect(new ListBook(busy).change(() => ({ entries: [entry('110')] }))).rejects.toThrow(StoreUnavailable);
});

describe('a change that died before it was announced', () => {
  it('is announced by the next one, even if that changes nothing', async () => {
    await keep(entry('110'));
    await store.forget(listsVersionKey);
    await book.change((entries) => ({ entries }));
    expect(await announced()).toBe((await book.read()).version);
  });

  it('never makes an older version the announced one', async () => {
    await keep(entry('110'));
    await keep(entry('119'));
    const newest = await announced();
    await store.write(listsVersionKey, '99.later', Number.POSITIVE_INFINITY);
    await book.change((entries) => ({ entries }));
    expect(await announced()).toBe('99.later');
    await keep(entry('118'));
    expect(await announced()).not.toBe(newest);
    expect((await book.read()).version).toBe(await announced());
  });
});

it('refuses more entries than it holds, and changes nothing', async () => {
  await keep(entry('110'));
  const [one] = many(1);
  const tooMany = new Array<ListEntry>(mostEntries + 1).fill(one ?? entry('119'));
  await expect(keep(...tooMany)).rejects.toMatchObject({ code: 'DENWABAN_LISTS_FULL' });
  expect((await book.read()).entries).toHaveLength(1);
});

it.each([
  ['no JSON', 'H4sI'],
  ['another schema', '{"schema":2,"version":"1","entries":[]}'],
  ['an unknown sort of entry', '{"schema":1,"version":"1","entries":[{"list":"grey","number":"110"}]}'],
])('leaves alone what it does not understand: %s', async (_, text) => {
  await store.write('lists', text, Number.POSITIVE_INFINITY);
  await expect(book.read()).rejects.toMatchObject({ code: 'DENWABAN_LISTS_UNREADABLE' });
  await expect(keep(entry('110'))).rejects.toMatchObject({ code: 'DENWABAN_LISTS_UNREADABLE' });
  expect(await store.read(['lists'])).toEqual([text]);
});

it('rejects as the store does', async () => {
  store.down = true;
  await expect(book.read()).rejects.toThrow(StoreUnavailable);
  await expect(keep(entry('110'))).rejects.toThrow(StoreUnavailable);
});
