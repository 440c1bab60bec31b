import { type Store, StoreUnavailable } from './store';

/** Enough for several screeners that write the same record at once. */
const attempts = 8;

export interface Kept {
  readonly value: string;
  /** Milliseconds; `Infinity` for ever. */
  readonly ttlMs: number;
}

/**
 * Changes what others may be changing too: reads, changes, and writes only if nobody else wrote meanwhile, else begins
 * anew. `change` may run several times; `null` from it leaves everything as it is. Resolves with what was kept.
 *
 * @throws StoreUnavailable as the store does, and when others wrote in between every time
 */
export async function updateRecord(
  store: Store,
  key: string,
  change: (was: string | null) => Kept | null,
): Promise<Kept | null> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const [was = null] = await store.read([key]);
    const next = change(was);
    if (next === null || (await store.replace(key, was, next.value, next.ttlMs))) return next;
  }
  throw new StoreUnavailable(`${attempts} others changed it at the same time`);
}
