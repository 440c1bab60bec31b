import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configSchema } from '../../../src/config/schema';
import { openStore } from '../../../src/store/open-store';
import type { StoreEvent } from '../../../src/store/store';

const dataDir = mkdtempSync(join(tmpdir(), 'denwaban-open-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

async function openWith(url: string | null) {
  const told: StoreEvent[] = [];
  const config = configSchema.parse({ dataDir, cache: { url } });
  const around = { redisPassword: null, now: Date.now, tell: (event: StoreEvent) => told.push(event) };
  return { store: await openStore(config, around), told };
}

describe('the store that the configuration asks for', () => {
  it('is embedded in the data folder when no URL is set', async () => {
    const { store, told } = await openWith(null);
    expect(store.kind).toBe('sqlite');
    expect(existsSync(join(dataDir, 'state', 'denwaban.db'))).toBe(true);
    expect(told).toEqual([]);
    await store.close();
  });

  it('is Redis when its URL is set, and opens degraded when that cannot be reached', async () => {
    // Nothing listens on the port of discard (RFC 863) these days.
    const { store, told } = await openWith('redis://127.0.0.1:9');
    expect(store.kind).toBe('redis');
    expect(told).toEqual([{ type: 'degraded', reason: expect.stringContaining('127.0.0.1:9') }]);
    await store.close();
  });
});
