import { createSecretKey } from 'node:crypto';
import { sharesSecretKey } from '../../../src/store/key-check';
import { TextStore } from '../../fakes/text-store';

const one = createSecretKey(Buffer.alloc(32, 1));
const other = createSecretKey(Buffer.alloc(32, 2));

it('the first service sets the key, and others must have the same', async () => {
  const store = new TextStore(Date.now);
  expect(await sharesSecretKey(store, one)).toBe(true);
  expect(await sharesSecretKey(store, one)).toBe(true);
  expect(await sharesSecretKey(store, other)).toBe(false);
  expect(await sharesSecretKey(store, one)).toBe(true);
});
