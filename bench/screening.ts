/**
 * How many calls are judged a second by the whole rule book, beside copying the same evidence through JSON in the same run.
 *
 *     node dist/bench/screening.js
 */
import { createHash } from 'node:crypto';
import { assess } from '../src/screening/assess';
import { evidenceKey } from '../src/screening/cache-key';
import { compileContext } from '../src/screening/context';
import type { Evidence } from '../src/screening/finding';
import { type CallWords, call, config, numbering, numbers } from '../test/unit/screening/evidence';

const seconds = 1;

const overseas: CallWords['trunk'] = { name: 'overseas', reach: 'international' };
const carrierTrunk: CallWords['trunk'] = {
  operator: 'ntt-east',
  trustsAssertedIdentity: true,
  hosts: { 'kddi.example': 'kddi', 'east.example': 'ntt-east' },
  peers: ['192.0.2.1', '198.51.100.0/24'],
};

/** What a day brings: mostly ordinary calls, some foreign and withheld ones, few forged. */
const calls: readonly CallWords[] = [
  { from: numbers.nttEast },
  { from: numbers.nttEast, trunk: carrierTrunk, origin: { assertedNumber: numbers.nttEast, origIoi: 'east.example' } },
  { from: numbers.kddiFixed, trunk: carrierTrunk, origin: { assertedHost: 'gw.kddi.example' } },
  { from: numbers.docomo },
  { from: numbers.docomo, trunk: carrierTrunk, origin: { origIoi: 'kddi.example', peerAddress: '198.51.100.7' } },
  { from: numbers.kddiMobile },
  { from: numbers.softbank050 },
  { from: numbers.nttComTollFree },
  { from: '+4930123456', trunk: overseas },
  { from: '+442079460018', trunk: overseas },
  { from: numbers.docomo, trunk: overseas },
  { withheld: 'user', origin: { privacy: ['id'] } },
  { withheld: 'unavailable' },
  { to: numbers.fax },
  { from: numbers.nttEast, trunk: overseas },
  { from: '+422550110' },
];

const evidences = calls.map(call);
const office = compileContext({
  config: config({
    lists: [
      ...Array.from({ length: 100 }, (_, index) => ({ list: 'deny', number: `0312${100_000 + index}` }) as const),
      { list: 'allow', prefix: '0424' },
      { list: 'deny', prefix: '+2' },
    ],
  }),
  numbering,
  digest: (text) => createHash('sha256').update(text).digest('base64url'),
});

const judged = rate((evidence) => assess(evidence, office));
const keyed = rate((evidence) => evidenceKey(evidence, office));
const copied = rate((evidence) => JSON.parse(JSON.stringify(evidence)));
report('calls judged', judged);
report('cache keys made', keyed);
report('evidence copied', copied);
console.log(`judged to copied  ${(judged / copied).toFixed(1)} times`);

function report(what: string, perSecond: number): void {
  console.log(`${what.padEnd(18)}${perSecond.toLocaleString('en', { maximumFractionDigits: 0 })} a second`);
}

/** Over all calls again and again; the first second warms up, the second one counts. Processor time: others may be busy. */
function rate(work: (evidence: Evidence) => unknown): number {
  spend(work);
  return spend(work);
}

function spend(work: (evidence: Evidence) => unknown): number {
  const start = process.cpuUsage();
  let done = 0;
  let elapsed = 0;
  while (elapsed < seconds * 1000) {
    for (let round = 0; round < 100; round++) for (const evidence of evidences) if (work(evidence) !== null) done++;
    const { user, system } = process.cpuUsage(start);
    elapsed = (user + system) / 1000;
  }
  return (done / elapsed) * 1000;
}
