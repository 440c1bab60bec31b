/**
 * What remembering costs a call: recall (verdict and mark in one read) and remember, with 100,000 verdicts in the store.
 * SQLite always; Redis too when its URL is given.
 *
 *     node dist/bench/store.js [redis://127.0.0.1:6379]
 */
import { createSecretKey } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRedisStore } from '../src/store/redis-store';
import { SqliteStore } from '../src/store/sqlite-store';
import type { Store } from '../src/store/store';
import { VerdictCache } from '../src/store/verdict-cache';

const remembered = 100_000;
const asked = 20_000;
const hour = 3_600_000;
const line = { trunk: 'hikari', called: '0312340000' };
const verdict = {
  verdict: 'screen',
  score: 130,
  threshold: 40,
  rejectCode: null,
  decidedBy: 'score',
  findings: Array.from({ length: 3 }, (_, index) => ({
    rule: `rule-${index}`,
    weight: 40,
    mode: 'enforce',
    facts: { number: '03****9999', carrier: 'an allocated carrier', trunk: 'hikari' },
  })),
};

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'denwaban-bench-'));
  await measure(new SqliteStore({ file: join(folder, 'bench.db'), now: Date.now, tell: console.log }));
  rmSync(folder, { recursive: true });
  const url = process.argv[2];
  if (url === undefined) return;
  await measure(await openRedisStore({ address: { url, password: null }, timeoutMs: 50, tell: console.log }));
}

async function measure(store: Store): Promise<void> {
  const secretKey = createSecretKey(Buffer.alloc(32, 1));
  const cache = new VerdictCache({ store, secretKey, parse: (value) => value });
  const keyOf = (index: number) => cache.key(`evidence of call ${index}`);
  const remember = await timesOf(remembered, (index) => cache.remember(keyOf(index), verdict, Date.now(), hour));
  // Spread over all, so that neither a page cache nor this process's own copies answer for the store.
  const recall = await timesOf(asked, (index) => cache.recall(keyOf((index * 7_919) % remembered), line));
  report(`${store.kind} remember`, remember);
  report(`${store.kind} recall`, recall);
  console.log(`${store.kind} counts`, cache.counts);
  await store.close();
}

async function timesOf(count: number, work: (index: number) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const start = performance.now();
    await work(index);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
}

function report(what: string, sorted: readonly number[]): void {
  const at = (share: number) => `${((sorted[Math.ceil(sorted.length * share) - 1] ?? 0) * 1_000).toFixed(0)} µs`;
  console.log(`${what.padEnd(16)} p50 ${at(0.5)}  p99 ${at(0.99)}  p99.9 ${at(0.999)}  max ${at(1)}`);
}

void main();
