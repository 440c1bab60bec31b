/**
 * What remembering costs a call: one read of two keys, a write, and a replacement, with 100,000 entries in the store;
 * then writing into an SQLite table that is full. SQLite always; Redis too when its URL is given.
 *
 *     node dist/bench/store.js [redis://127.0.0.1:6379]
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRedisStore } from '../src/store/redis-store';
import { SqliteStore } from '../src/store/sqlite-store';
import type { Store } from '../src/store/store';

const remembered = 100_000;
const asked = 20_000;
const hour = 3_600_000;
/** As long as a verdict with three findings. */
const value = 'v'.repeat(500);

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'denwaban-bench-'));
  const sqlite = { file: join(folder, 'bench.db'), now: Date.now, tell: console.log };
  await measure(new SqliteStore(sqlite));
  await measureFull(new SqliteStore({ ...sqlite, maxRows: remembered }));
  rmSync(folder, { recursive: true });
  const url = process.argv[2];
  if (url === undefined) return;
  await measure(await openRedisStore({ address: { url, password: null }, timeoutMs: 50, tell: console.log }));
}

async function measure(store: Store): Promise<void> {
  await report(`${store.kind} write`, remembered, (index) => store.write(keyOf(index), value, hour));
  // Spread over all, so that neither a page cache nor this process's own copies answer for the store.
  const spread = (index: number) => keyOf((index * 7_919) % remembered);
  await report(`${store.kind} read two`, asked, (index) => store.read([spread(index), 'not there']));
  await report(`${store.kind} replace`, asked, (index) => store.replace(spread(index), value, `${value}.`, hour));
  await store.close();
}

async function measureFull(store: Store): Promise<void> {
  await report(`${store.kind} full`, asked, (index) => store.write(keyOf(remembered + index), value, hour));
  await store.close();
}

/** Like the hash of some evidence: neighbours in time are no neighbours in the index. */
function keyOf(index: number): string {
  return `verdict:${createHash('sha256').update(String(index)).digest('base64url')}`;
}

async function report(what: string, count: number, work: (index: number) => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const start = performance.now();
    await work(index);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => `${((times[Math.ceil(count * share) - 1] ?? 0) * 1_000).toFixed(0)} µs`;
  console.log(`${what.padEnd(15)} p50 ${at(0.5)}  p99 ${at(0.99)}  p99.9 ${at(0.999)}  max ${at(1)}`);
}

void main();
