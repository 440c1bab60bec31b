import { readFileSync } from 'node:fs';
import { makeRuleReference, rulesPageFile } from '../../../tools/rules/reference';

test('docs/rules.md is what `npm run rules -- --write` makes of code and corpus', () => {
  expect(readFileSync(rulesPageFile, 'utf8')).toBe(makeRuleReference().page);
});
