import fc from 'fast-check';
import { type Store, StoreUnavailable } from '../../src/store/store';

/** A store to try, fresh and empty, and a way to let its time pass. */
export interface StoreOnTrial {
  readonly store: Store;
  /** A store on the same state, as another process has one; the fake, which has no other process, gives itself. */
  beside(): Promise<Store>;
  /** Afterwards the store's clock is at least so many milliseconds further. */
  passTime(milliseconds: number): Promise<void>;
  /** Closes the store, and what was opened beside it, and removes what they lived in. */
  end(): Promise<void>;
}

const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0'));

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

    it('keeps for ever what never ends, until something else is written', async () => {
      await store.write('a', 'one', 50);
      await store.write('a', 'two', Number.POSITIVE_INFINITY);
      await store.write('b', 'three', Number.POSITIVE_INFINITY);
      await store.write('b', 'four', 50);
      await trial.passTime(60);
      expect(await store.read(['a', 'b'])).toEqual(['two', null]);
    });

    it('forgets one key, and does not mind when it was not there', async () => {
      await store.write('a', 'one', 60_000);
      await store.write('b', 'two', 60_000);
      await store.forget('a');
      await store.forget('x');
      expect(await store.read(['a', 'b'])).toEqual([null, 'two']);
    });

    it('gives any text back unchanged', async () => {
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

    it('does not let a reading under way hide what was written, replaced or forgotten meanwhile', async () => {
      const other = await trial.beside();
      for (const key of ['a', 'b', 'c']) await other.write(key, 'old', 60_000);
      await Promise.all([
        store.read(['a', 'b', 'c']),
        store.write('a', 'new', 60_000),
        store.replace('b', 'old', 'new', 60_000),
        store.forget('c'),
      ]);
      expect(await store.read(['a', 'b', 'c'])).toEqual(['new', 'new', null]);
    });

    it('sees at once what another process wrote and forgot', async () => {
      const other = await trial.beside();
      await store.write('a', 'one', 60_000);
      await other.write('a', 'two', 60_000);
      expect(await store.read(['a'])).toEqual(['two']);
      await other.forget('a');
      expect(await store.read(['a'])).toEqual([null]);
    });

    describe('replacing', () => {
      const composed = '\u{304C}';
      const decomposed = '\u{304B}\u{3099}';

      it.each<[there: string | null, was: string | null, replaced: boolean]>([
        ['one', 'one', true],
        [null, null, true],
        ['', '', true],
        ['one', 'two', false],
        ['one', null, false],
        [null, 'one', false],
        ['', null, false],
        [null, '', false],
        // Not "equal for people", not equal numbers, not a part: the same text.
        ['one', 'One', false],
        ['one', 'one ', false],
        ['one', 'on', false],
        ['on', 'one', false],
        ['1', '1.0', false],
        [composed, decomposed, false],
      ])('where %j is, believed to be %j: %s', async (there, was, replaced) => {
        if (there !== null) await store.write('a', there, 60_000);
        expect(await store.replace('a', was, 'new', 60_000)).toBe(replaced);
        expect(await store.read(['a'])).toEqual([replaced ? 'new' : there]);
      });

      it('any text by any other, and never when it differs', async () => {
        await fc.assert(
          fc.asyncProperty(text, text, text, text, async (key, there, other, value) => {
            await store.write(key, there, 60_000);
            expect(await store.replace(key, other, value, 60_000)).toBe(other === there);
            const now = other === there ? value : there;
            expect(await store.replace(key, now, there, 60_000)).toBe(true);
            expect(await store.read([key])).toEqual([there]);
          }),
          { numRuns: 50 },
        );
      });

      it('takes what has ended for absent', async () => {
        await store.write('a', 'one', 50);
        await store.write('b', 'one', 50);
        await trial.passTime(60);
        expect(await store.replace('a', 'one', 'two', 60_000)).toBe(false);
        expect(await store.replace('b', null, 'two', 60_000)).toBe(true);
        expect(await store.read(['a', 'b'])).toEqual([null, 'two']);
      });

      it('gives the new value its own time to live', async () => {
        await store.write('longer', 'one', 500);
        await store.replace('longer', 'one', 'two', 60_000.5);
        await store.write('for ever', 'one', 500);
        await store.replace('for ever', 'one', 'two', Number.POSITIVE_INFINITY);
        await store.write('shorter', 'one', 60_000);
        await store.replace('shorter', 'one', 'two', 500);
        await trial.passTime(510);
        expect(await store.read(['longer', 'shorter', 'for ever'])).toEqual(['two', null, 'two']);
      });

      it('leaves value and time to live alone when it does not replace', async () => {
        await store.write('short', 'one', 50);
        await store.write('long', 'one', 60_000);
        await store.replace('short', 'other', 'two', 60_000);
        await store.replace('long', 'other', 'two', 50);
        await trial.passTime(60);
        expect(await store.read(['short', 'long'])).toEqual([null, 'one']);
      });

      it.each([0, -1])('by a time to live of %d leaves nothing, if the value is the same', async (ttlMs) => {
        await store.write('a', 'one', 60_000);
        expect(await store.replace('a', 'other', 'two', ttlMs)).toBe(false);
        expect(await store.read(['a'])).toEqual(['one']);
        expect(await store.replace('a', 'one', 'two', ttlMs)).toBe(true);
        expect(await store.read(['a'])).toEqual([null]);
        expect(await store.replace('a', null, 'two', ttlMs)).toBe(true);
        expect(await store.read(['a'])).toEqual([null]);
      });

      it('fails when another store has written, and knows what the other wrote afterwards', async () => {
        const other = await trial.beside();
        await store.write('a', 'one', 60_000);
        await store.read(['a']);
        await other.write('a', 'two', 60_000);
        expect(await store.replace('a', 'one', 'three', 60_000)).toBe(false);
        expect(await store.read(['a'])).toEqual(['two']);
        expect(await store.replace('a', 'two', 'three', 60_000)).toBe(true);
        expect(await store.read(['a'])).toEqual(['three']);
      });

      it('does not hide what is written right after it', async () => {
        await store.write('a', 'one', 60_000);
        await Promise.all([store.replace('a', 'one', 'two', 60_000), store.write('a', 'three', 60_000)]);
        expect(await store.read(['a'])).toEqual(['three']);
      });

      it('loses no change of those who read, change and replace at the same time', async () => {
        const stores = [store, await trial.beside()];
        const countUp = async (by: Store): Promise<void> => {
          const [was = null] = await by.read(['count']);
          if (!(await by.replace('count', was, String(Number(was) + 1), 60_000))) await countUp(by);
        };
        await Promise.all(Array.from({ length: 20 }, (_, index) => countUp(stores[index % 2] ?? store)));
        expect(await store.replace('count', '20', 'done', 60_000)).toBe(true);
      });
    });

    describe('forgetting all', () => {
      it.each<[prefix: string, gone: readonly string[], kept: readonly string[]]>([
        ['caller:', ['caller:', 'caller:a', 'caller:a:b'], ['caller', 'calles:', 'a caller:', 'CALLER:a', 'caller;']],
        ['%', ['%', '%a'], ['a%', 'b']],
        ['a_', ['a_', 'a_b'], ['ab', 'abc']],
        ['*', ['*', '*a'], ['a*', 'b']],
        ['a?', ['a?', 'a?b'], ['ab', 'abc']],
        ['[ab]', ['[ab]', '[ab]c'], ['a', 'bc']],
        ['[^a]', ['[^a]', '[^a]c'], ['b', 'bc', '^c']],
        ['[a-c]', ['[a-c]d'], ['bd']],
        ['a\\', ['a\\', 'a\\b'], ['a', 'ab']],
        ["a'", ["a'", "a'b"], ['a']],
        ['電', ['電', '電話', '電\u{10FFFF}', '電\u{10FFFF}番'], ['雷', '話電']],
        ['\u{10FFFF}', ['\u{10FFFF}', '\u{10FFFF}a'], ['a', '\u{10FFFE}']],
      ])('that begins with %s', async (prefix, gone, kept) => {
        for (const key of [...gone, ...kept]) await store.write(key, 'value', 60_000);
        await store.forgetAll(prefix);
        expect(await store.read(gone)).toEqual(gone.map(() => null));
        expect(await store.read(kept)).toEqual(kept.map(() => 'value'));
      });

      it('that begins with any text, and nothing else', async () => {
        await fc.assert(
          fc.asyncProperty(fc.uniqueArray(text, { maxLength: 10 }), text, async (rests, prefix) => {
            const keys = [...new Set(rests.flatMap((rest) => [rest, prefix + rest]))];
            for (const key of keys) await store.write(key, 'value', 60_000);
            await store.forgetAll(prefix);
            expect(await store.read(keys)).toEqual(keys.map((key) => (key.startsWith(prefix) ? null : 'value')));
          }),
          { numRuns: 30 },
        );
      });

      it('that begins with nothing is everything, also what never ends', async () => {
        await store.write('', 'one', 60_000);
        await store.write('a', 'two', Number.POSITIVE_INFINITY);
        await store.forgetAll('');
        expect(await store.read(['', 'a'])).toEqual([null, null]);
      });

      it('does not mind when there is nothing', async () => {
        await store.forgetAll('x');
        expect(await store.read(['x'])).toEqual([null]);
      });

      it('takes many as well as few, and leaves the others', async () => {
        const keys = Array.from({ length: 1_200 }, (_, index) => `many:${index}`);
        for (const key of [...keys, 'other']) await store.write(key, 'value', 60_000);
        await store.forgetAll('many:');
        expect(await store.read([...keys, 'other'])).toEqual([...keys.map(() => null), 'value']);
      });
    });

    it('rejects everything after it was closed, which may be done twice', async () => {
      await store.close();
      await store.close();
      await expect(store.read(['a'])).rejects.toThrow(StoreUnavailable);
      await expect(store.write('a', 'one', 60_000)).rejects.toThrow(StoreUnavailable);
      await expect(store.replace('a', null, 'one', 60_000)).rejects.toThrow(StoreUnavailable);
      await expect(store.forget('a')).rejects.toThrow(StoreUnavailable);
      await expect(store.forgetAll('a')).rejects.toThrow(StoreUnavailable);
    });
  });
}
