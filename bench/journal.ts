/**
 * What recording a decision costs the event loop, beside serialising it alone and a synchronous append;
 * and how many decisions a SIGKILL takes along, at a thousand a second.
 *
 *     node dist/bench/journal.js
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { JsonlJournal } from '../src/journal/jsonl-journal';
import { decision } from '../test/unit/journal/decisions';

const records = 5_000;
const kills = 40;
const finding = {
  rule: 'domestic-fixed-from-abroad',
  weight: 80,
  mode: 'enforce',
  text: {
    ja: '国内の固定電話の番号ですが、この回線には海外からの呼が来ます',
    en: 'a domestic number, but from abroad',
  },
} as const;
const sample = decision({ findings: [finding, finding, finding] });

function openJournal(folder: string): JsonlJournal {
  return new JsonlJournal({ folder, now: Date.now, tell: console.log });
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'denwaban-bench-'));
  const journal = openJournal(join(folder, 'journal'));
  await report('journal.record', () => journal.record(sample));
  await journal.close();
  await report('JSON.stringify', () => JSON.stringify(sample));
  await report('appendFileSync', () => appendFileSync(join(folder, 'sync'), `${JSON.stringify(sample)}\n`));
  const lost: number[] = [];
  for (let round = 0; round < kills; round += 1) lost.push(await lostByKill(join(folder, `killed-${round}`)));
  console.log(`lost by ${kills} SIGKILLs: ${lost.join(' ')}`);
  rmSync(folder, { recursive: true });
}

async function report(what: string, work: () => void): Promise<void> {
  const times: number[] = [];
  for (let index = 0; index < records; index += 1) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
    // A call every now and then, not a batch.
    if (index % 10 === 0) await delay(1);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => `${((times[Math.ceil(records * share) - 1] ?? 0) * 1_000).toFixed(1)} µs`;
  console.log(`${what.padEnd(16)} p50 ${at(0.5)}  p99 ${at(0.99)}  max ${at(1)}`);
}

/** Decisions that the child had recorded when it was killed, less those in its file. */
async function lostByKill(folder: string): Promise<number> {
  const child = fork(__filename, ['record', folder], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  let recorded = '';
  child.stdout?.on('data', (data: Buffer) => {
    recorded += data;
  });
  await delay(300 + Math.random() * 50);
  child.kill('SIGKILL');
  await once(child, 'close');
  const [file = ''] = readdirSync(folder);
  return recorded.length - readFileSync(join(folder, file), 'utf8').split('\n').length + 1;
}

/** The child: one decision a millisecond, each told as a byte on standard output. */
function record(folder: string): void {
  const journal = openJournal(folder);
  setInterval(() => {
    journal.record(sample);
    writeSync(1, '.');
  }, 1);
}

if (process.argv[2] === 'record') record(process.argv[3] ?? '');
else void main();
