/**
 * Judges the corpus of calls and prints what each rule does in it: `npm run rules`, and with `-- --write` also writes the
 * rule reference `docs/rules.md`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { makeRuleReference, rulesPageFile } from './reference';

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const { page, table, summary } = makeRuleReference();
console.log(`${table}\n\n${summary}`);
if (values.write) {
  mkdirSync(dirname(rulesPageFile), { recursive: true });
  writeFileSync(rulesPageFile, page);
  console.log(rulesPageFile);
}
