import fc from 'fast-check';
import { type Store, StoreUnavailable } from '../../src/store/store';

/** A store to try, fresh and empty, and a way to let its time pass. */
export interface StoreOnTrial {
  readonly store: Store;
  /** Afterwards the store's clock is at least so many milliseconds further. */
  passTime(milliseconds: number): Promise<void>;
  /** Closes the store and removes what it lived in. */
  end(): Promise<void>;
}

/** What every {@link Store} does, whatever is behind it. */
export function storeConformance(name: string, open: () => Promise<StoreOnTrial>): void {
  describe(`the store contract, kept by ${name}`, () => {
    let trial: StoreOnTrial;
    let store: Store;

    beforeEach(async () => {
      trial = await open();
      store = trial.store;
    });
    afterEach(() => trial.end());

    it('finds nothing in the beginning', async () => {
      expect(await store.read(['a', 'b'])).toEqual([null, null]);
    });

    it('finds what was written', async () => {
      await store.write('a', 'one', 60_000);
      expect(await store.read(['a'])).toEqual(['one']);
    });

    it('answers in the order of the keys, null for what is not there, twice for a key asked twice', async () => {
      await store.write('a', 'one', 60_000);
      await store.write('b', 'two', 60_000);
      expect(await store.read(['b', 'x', 'a', 'b'])).toEqual(['two', null, 'one', 'two']);
    });

    it('answers no keys with no values', async () => {
      expect(await store.read([])).toEqual([]);
    });

    it('keeps an empty value apart from none', async () => {
      await store.write('a', '', 60_000);
      expect(await store.read(['a', 'x'])).toEqual(['', null]);
    });

    it('replaces a value and its time to live', async () => {
      await store.write('a', 'one', 50);
      await store.write('a', 'two', 60_000);
      await trial.passTime(60);
      expect(await store.read(['a'])).toEqual(['two']);
    });

    it('lets a value end with its time to live, and no other', async () => {
      await store.write('short', 'one', 50);
      await store.write('long', 'two', 60_000);
      await trial.passTime(60);
      expect(await store.read(['short', 'long'])).toEqual([null, 'two']);
    });

    it.each([0, -1])('keeps nothing under a key written with a time to live of %d', async (ttlMs) => {
      await store.write('a', 'one', 60_000);
      await store.write('a', 'two', ttlMs);
      expect(await store.read(['a'])).toEqual([null]);
    });

    it('accepts a time to live with a fraction', async () => {
      await store.write('a', 'one', 60_000.5);
      expect(await store.read(['a'])).toEqual(['one']);
    });

    it('forgets one key, and does not mind when it was not there', async () => {
      await store.write('a', 'one', 60_000);
      await store.write('b', 'two', 60_000);
      await store.forget('a');
      await store.forget('x');
      expect(await store.read(['a', 'b'])).toEqual([null, 'two']);
    });

    it('gives any text back unchanged', async () => {
      const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0'));
      await fc.assert(
        fc.asyncProperty(text, text, async (key, value) => {
          await store.write(key, value, 60_000);
          expect(await store.read([key])).toEqual([value]);
        }),
        { numRuns: 50 },
      );
    });

    it('serves operations that are under way at the same time', async () => {
      const keys = Array.from({ length: 100 }, (_, index) => `key-${index}`);
      await Promise.all(keys.map((key) => store.write(key, `value of ${key}`, 60_000)));
      expect(await store.read(keys)).toEqual(keys.map((key) => `value of ${key}`));
    });

    it('rejects everything after it was closed, which may be done twice', async () => {
      await store.close();
      await store.close();
      await expect(store.read(['a'])).rejects.toThrow(StoreUnavailable);
      await expect(store.write('a', 'one', 60_000)).rejects.toThrow(StoreUnavailable);
      await expect(store.forget('a')).rejects.toThrow(StoreUnavailable);
    });
  });
}
