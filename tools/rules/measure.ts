import type { Config } from '../../src/config/schema';
import { assess } from '../../src/screening/assess';
import type { Assessment } from '../../src/screening/assessment';
import { type Context, compileContext, ruleIds } from '../../src/screening/context';
import type { Finding } from '../../src/screening/finding';
import type { CorpusOffice } from './corpus';
import type { JudgedCall } from './judge';

/** What a rule does in the corpus. */
export interface RuleUse {
  readonly rule: string;
  /** Names of the calls it fires for. */
  readonly fires: readonly string[];
  /** Those whose verdict would be another without this one finding. */
  readonly decides: readonly string[];
  /** What it saw in one of them, if possible one where it leads. */
  readonly example: { readonly call: string; readonly finding: Finding } | null;
}

/** The use of every rule in the order of the book, then of the list entries. */
export function measureRules(calls: readonly JudgedCall[], office: CorpusOffice): readonly RuleUse[] {
  return ruleIds.map((rule) => {
    const hits = calls.filter(({ assessment }) => findingOf(assessment, rule) !== null);
    const decided = hits.length === 0 ? [] : decidedBy(hits, contextWithout(rule, office));
    return { rule, fires: hits.map(nameOf), decides: decided.map(nameOf), example: exampleOf(rule, hits) };
  });
}

function decidedBy(hits: readonly JudgedCall[], without: Context): readonly JudgedCall[] {
  return hits.filter(({ evidence, assessment }) => assess(evidence, without).verdict !== assessment.verdict);
}

function contextWithout(rule: string, { config, numbering }: CorpusOffice): Context {
  const rules: Config['rules'] = { ...config.rules, [rule]: { mode: 'off' } };
  return compileContext({ config: { ...config, rules }, numbering });
}

function exampleOf(rule: string, hits: readonly JudgedCall[]): RuleUse['example'] {
  const hit = hits.find(({ assessment }) => assessment.findings[0]?.rule === rule) ?? hits[0];
  const finding = hit === undefined ? null : findingOf(hit.assessment, rule);
  return hit === undefined || finding === null ? null : { call: nameOf(hit), finding };
}

function findingOf({ findings }: Assessment, rule: string): Finding | null {
  return findings.find((finding) => finding.rule === rule) ?? null;
}

function nameOf({ given }: JudgedCall): string {
  return given.name;
}
