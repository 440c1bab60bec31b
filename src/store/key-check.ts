import { createHmac } from 'node:crypto';
import type { SecretKey } from './secret-key';
import type { Store } from './store';
import { updateRecord } from './update-record';

const checkKey = 'key-check';

/**
 * Whether everybody on this store hashes with the same key. With another one a service would find nothing that the
 * others remember of a caller. The first to come leaves its mark.
 *
 * @throws StoreUnavailable
 */
export async function sharesSecretKey(store: Store, secretKey: SecretKey): Promise<boolean> {
  const own = createHmac('sha256', secretKey).update(checkKey).digest('base64url');
  let found: string | null = null;
  await updateRecord(store, checkKey, (was) => {
    found = was;
    return was === null ? { value: own, ttlMs: Number.POSITIVE_INFINITY } : null;
  });
  return found === null || found === own;
}
