/**
 * How fast numbers are looked up, beside libphonenumber-js parsing the same numbers in the same run.
 *
 *     node dist/bench/numbering.js
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { readSnapshot } from '../src/cli/snapshot';
import { openNumbering } from '../src/numbering/numbering';

const seconds = 1;
const text = readSnapshot();
const opened = process.hrtime.bigint();
const numbering = openNumbering(text);
console.log(`opening the snapshot   ${milliseconds(process.hrtime.bigint() - opened).toFixed(1)} ms`);

/** Invented numbers over all blocks and classes that trunks deliver, half in E.164 and half in national form. */
const numbers = Array.from({ length: 10_000 }, (_, index) => {
  const prefix = ['03', '06', '0154', '0422', '090', '080', '070', '050'][index % 8] ?? '';
  const digits = String((index * 7_919_317) % 100_000_000).padStart(8, '0');
  const national = prefix.length === 3 ? `${prefix}1${digits.slice(1)}` : prefix + digits.slice(prefix.length - 2);
  return index % 16 < 8 ? national : `+81${national.slice(1)}`;
});
const parse = (number: string) => parsePhoneNumberFromString(number, 'JP');

const ours = rate(numbering.lookUp);
const theirs = rate(parse);
console.log(`numbers looked up      ${ours.toLocaleString('en', { maximumFractionDigits: 0 })} a second`);
console.log(`libphonenumber parses  ${theirs.toLocaleString('en', { maximumFractionDigits: 0 })} a second`);
console.log(`ratio                  ${(ours / theirs).toFixed(0)} times`);

/** Runs the work over all numbers again and again; the first second warms up, the second one counts. */
function rate(work: (number: string) => unknown): number {
  spend(work);
  return spend(work);
}

function spend(work: (number: string) => unknown): number {
  const start = process.hrtime.bigint();
  let done = 0;
  let elapsed = 0;
  while (elapsed < seconds * 1000) {
    for (const number of numbers) if (work(number) !== null) done++;
    elapsed = milliseconds(process.hrtime.bigint() - start);
  }
  return (done / elapsed) * 1000;
}

function milliseconds(nanoseconds: bigint): number {
  return Number(nanoseconds) / 1e6;
}
