/**
 * Compiles the facts of a folder into the snapshot that ships with Denwaban:
 *
 *     node dist/tools/numbering/compile.js --from FOLDER [--out data/numbering.txt]
 *
 * Equal facts give equal bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { openNumbering } from '../../src/numbering/numbering';
import { encodeSnapshot } from '../../src/numbering/snapshot-encode';
import { readFacts } from './facts';

const { values } = parseArgs({
  options: { from: { type: 'string' }, out: { type: 'string', default: 'data/numbering.txt' } },
});
if (values.from === undefined) {
  console.error('Say where the facts are: --from FOLDER');
  process.exit(2);
}

const text = encodeSnapshot(readFacts(values.from));
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, text);

const { date, counts } = openNumbering(text).snapshot;
console.log(`${values.out}: ${Buffer.byteLength(text)} bytes, tables of ${date}`);
for (const [what, count] of Object.entries(counts)) console.log(`  ${what.padEnd(16)}${count}`);
