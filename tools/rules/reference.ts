import { compileContext } from '../../src/screening/context';
import { project } from '../lab/project';
import { openCorpusOffice, readCorpus } from './corpus';
import { judgeCorpus } from './judge';
import { measureRules } from './measure';
import { rulesPage } from './page';
import { useTable } from './table';

/** Where the rule reference lies. */
export const rulesPageFile = project('docs', 'rules.md');

export interface RuleReference {
  /** Text of the rule reference. */
  readonly page: string;
  /** Rule × calls of the corpus × alone decisive. */
  readonly table: string;
  /** How many messages the corpus has, and how many of them are INVITEs. */
  readonly summary: string;
}

/** Judges the corpus, and makes of it and of the rule book what there is to say. */
export function makeRuleReference(): RuleReference {
  const corpus = readCorpus();
  const office = openCorpusOffice();
  const calls = judgeCorpus(corpus, office, compileContext(office));
  const uses = measureRules(calls, office);
  return {
    page: rulesPage(uses, calls.length),
    table: useTable(uses),
    summary: `${corpus.length} messages, ${calls.length} of them INVITEs`,
  };
}
