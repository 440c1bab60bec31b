/**
 * What replaying a journal costs: processor time, wall clock and memory, for a tenth of the lines and for all of them.
 *
 *     node dist/bench/replay.js [lines, 1000000 if left out]
 */
import { fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decisionOf } from '../src/call/decision-of';
import type { Ending } from '../src/call/effects';
import { LiveCall } from '../src/call/live-call';
import { processIo } from '../src/cli/io';
import { run } from '../src/cli/program';
import type { Decision } from '../src/journal/decision';
import { judged } from '../test/unit/call/judgement';
import { type CallWords, numbers } from '../test/unit/screening/evidence';

const carrierTrunk = { name: 'hikari', trustsAssertedIdentity: true } as const;
const overseas = { name: 'overseas', reach: 'international' } as const;
const asserted = (from: string): CallWords => ({
  from,
  trunk: carrierTrunk,
  origin: { asserted: true, assertedNumber: from, assertedHost: 'ntt-east.ne.jp' },
});
const known = { caller: { standing: 'known', since: '2026-01-08' } } as const;

/** A hundred calls of an office: mostly ordinary ones, some withheld or foreign, few forged. */
const mix: readonly (readonly [count: number, words: CallWords])[] = [
  [30, asserted(numbers.nttEast)],
  [20, { ...asserted(numbers.nttEast), memory: known }],
  [15, asserted(numbers.docomo)],
  [5, { from: numbers.kddiMobile, trunk: { name: 'ip050' } }],
  [5, { from: numbers.softbank050, trunk: { name: 'ip050' } }],
  [5, asserted(numbers.nttComTollFree)],
  [8, { withheld: 'user', trunk: carrierTrunk, origin: { privacy: ['id'] } }],
  [2, { withheld: 'unavailable', trunk: carrierTrunk }],
  [4, { from: '+442079460018', trunk: overseas }],
  [2, { from: numbers.nttEast, trunk: overseas }],
  [2, { from: numbers.docomo, trunk: overseas }],
  [1, { from: '+422550110', trunk: overseas }],
  [1, { from: numbers.musashinoPolice, trunk: carrierTrunk }],
];
const connected: Ending = { outcome: 'connected', challenge: null, failedOpen: null, sipCode: null };

async function main(lines: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'denwaban-bench-'));
  try {
    for (const count of [lines / 10, lines]) await measure(folder, count);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(folder: string, lines: number): Promise<void> {
  const file = join(folder, 'decisions-2026-11-24.jsonl');
  writeJournal(file, lines);
  const megabytes = statSync(file).size / 1e6;
  const child = fork(__filename, ['replay', file], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [spent] = (await once(child, 'message')) as [Spent];
  await once(child, 'close');
  console.log(
    `${lines.toLocaleString('en')} lines, ${megabytes.toFixed(0)} MB: ${spent.wall.toFixed(1)} s, ` +
      `${spent.processor.toFixed(1)} s of processor time, at most ${spent.megabytes.toFixed(0)} MB of memory`,
  );
}

function writeJournal(file: string, lines: number): void {
  const calls = mix.flatMap(([count, words]) => Array<Decision>(count).fill(decide(words)));
  writeFileSync(file, '');
  const fd = openSync(file, 'a');
  let batch = '';
  for (let line = 0; line < lines; line++) {
    const decision = calls[(line * 37) % calls.length];
    batch += `${JSON.stringify({ record: 'decision', ...decision, id: randomBytes(16).toString('hex') })}\n`;
    if (batch.length > 1e6 || line === lines - 1) {
      writeSync(fd, batch);
      batch = '';
    }
  }
  closeSync(fd);
}

function decide(words: CallWords): Decision {
  const call = new LiveCall(
    '00000000-0000-4000-8000-000000000000',
    { channel: '1795492732.0', sipCallId: 'b@192.0.2.1', extension: '1', args: [] },
    Date.now(),
    0,
  );
  call.judgement = judged(words);
  return decisionOf({ call, ending: connected, threshold: 40, endedAt: 12 }, idOf);
}

/** Equal for equal numbers, as the journal's ids are. */
function idOf(number: string): string {
  return createHash('sha256').update(number).digest('hex').slice(0, 16);
}

interface Spent {
  /** Seconds. */
  readonly wall: number;
  readonly processor: number;
  readonly megabytes: number;
}

/** The child: one run of the command, in a process of its own. */
async function replay(file: string): Promise<void> {
  const start = performance.now();
  await run(['replay', file], { ...processIo(), out: () => undefined });
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const spent: Spent = {
    wall: (performance.now() - start) / 1000,
    processor: (userCPUTime + systemCPUTime) / 1e6,
    megabytes: maxRSS / 1024,
  };
  process.send?.(spent, () => process.disconnect());
}

if (process.argv[2] === 'replay') void replay(process.argv[3] ?? '');
else void main(Number(process.argv[2] ?? 1_000_000));
