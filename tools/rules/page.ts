import { configSchema } from '../../src/config/schema';
import { explain } from '../../src/screening/explain';
import type { About, Finding, Rule } from '../../src/screening/finding';
import { ruleBook } from '../../src/screening/rules';
import { type Language, languages } from '../../src/text/language';
import { aboutLists } from './about-lists';
import type { RuleUse } from './measure';
import { useTable } from './table';

const groups: readonly (readonly [group: Rule['group'], title: string])[] = [
  ['never-block', 'Never block / 必ず通す'],
  ['withheld', 'Withheld numbers / 番号のない着信'],
  ['plan', 'Number against plan / 番号計画との照合'],
  ['origin', 'Number against origin / 経路との照合'],
  ['official', 'Official and protected numbers / 公的な番号と守る番号'],
  ['behaviour', 'Behaviour / ふるまい'],
];

const { policy } = configSchema.parse({});

const head = `# The rule book / 規則書

<!-- Written by \`npm run rules -- --write\` from the code and the corpus of calls: corrections belong there. -->

## How a verdict is made

Every call is looked at by every rule. What a rule sees is a *finding* with a *weight*: positive is suspicious, negative
speaks for the caller. The first of these steps that has something to say decides:

1. **Never block.** One of the exceptions: the call is allowed, whatever else was found.
2. **Allow list.** The call is allowed, unless the rules marked † (signs of forgery: a friend's number can be forged) and
   what exculpates come to ${policy.screenAt} points or more; then it is screened. An entry can name † rules that it
   excuses.
3. **Deny list.** The call is rejected; a call that shows an official or protected number is screened instead.
4. **Withheld number.** As the policy says for the reason: by the caller ${policy.withheld.user}, payphone
   ${policy.withheld.payphone}, unavailable ${policy.withheld.unavailable}, unknown ${policy.withheld.unknown}
   (\`policy.withheld\`).
5. **Score**, the sum of all weights. Below ${policy.screenAt}: allow. From ${policy.screenAt} (\`policy.screenAt\`):
   screen. Rejecting by score is an option (\`policy.rejectAt\`), and then needs one finding that is enough to screen by
   itself: weak signs never add up to a refusal. Official and protected numbers are never rejected.

A rule in \`mode: observe\` is shown and does not count; \`mode: off\` silences it. A \`weight\` in the configuration
replaces the one below; the weights of its variants change in proportion. With \`policy.mode: observe\` every call is let
through, and what would have been done is recorded.

## 判定のしくみ

着信はすべての規則で調べます。規則が見つけたことが*所見*で、*重み*が付きます。プラスは疑わしく、マイナスは発信者に有利です。
次の順に、最初に当てはまったものが決めます。

1. **必ず通す。** 例外に当てはまれば、ほかに何があっても通します。
2. **許可リスト。** 通します。ただし † の規則（偽装のしるし。知り合いの番号も偽れます）と有利な所見の合計が
   ${policy.screenAt} 点以上なら、確かめます。見逃してよい † の規則を、項目ごとに書けます。
3. **拒否リスト。** 断ります。公的な番号や守る番号を示す着信は、断らずに確かめます。
4. **番号のない着信。** 理由ごとの方針（\`policy.withheld\`）に従います。本人の意思: ${policy.withheld.user}、公衆電話:
   ${policy.withheld.payphone}、通知できない網: ${policy.withheld.unavailable}、理由不明: ${policy.withheld.unknown}。
5. **点数**（重みの合計）。${policy.screenAt} 点未満は通し、${policy.screenAt} 点（\`policy.screenAt\`）から確かめます。点数で断るのは
   \`policy.rejectAt\` を書いたときだけで、それだけで確かめるに足る所見が一つ要ります。弱いしるしを足し合わせて断ることは
   ありません。公的な番号と守る番号は、決して断りません。

\`mode: observe\` の規則は記録だけで、点数に入りません。\`mode: off\` で止まります。設定の \`weight\` は下の重みに代わり、
変種の重みも同じ割合で変わります。\`policy.mode: observe\` では、すべて通して、どう扱うはずだったかを記録します。
`;

/** The rule reference, \`docs/rules.md\`: nothing in it is kept anywhere else. */
export function rulesPage(uses: readonly RuleUse[], calls: number): string {
  const examples = new Map(uses.map(({ rule, example }) => [rule, example]));
  const exampleOf = (rule: string) => examples.get(rule) ?? null;
  const section = (title: string, bodies: readonly string[]) => [`## ${title}`, ...bodies].join('\n\n');
  return `${[
    head.trimEnd(),
    section('The corpus / 見本の着信', [tableIntroduction(calls), useTable(uses)]),
    ...groups.map(([group, title]) =>
      section(
        title,
        ruleBook
          .filter((rule) => rule.group === group)
          .map((rule) => ruleEntry(rule.id, weightOf(rule), rule.forgery, rule.about, exampleOf(rule.id))),
      ),
    ),
    section(
      'Lists / リスト',
      Object.entries(aboutLists).map(([id, about]) => ruleEntry(id, decidesAlone, false, about, exampleOf(id))),
    ),
  ].join('\n\n')}\n`;
}

function tableIntroduction(calls: number): string {
  return [
    `How often each rule fires in the ${calls} INVITEs of [\`test/corpus\`](../test/corpus), and how often the verdict`,
    'would be another without it. `npm run rules` prints the table anew.',
    '',
    `[\`test/corpus\`](../test/corpus) の INVITE ${calls} 通のうち、規則ごとに、働いた数と、その所見がなければ判定が変わった数です。`,
    '`npm run rules` で作り直せます。',
  ].join('\n');
}

const decidesAlone = 'decides alone / 単独で決める';

function weightOf({ group, weight, variants }: Rule): string {
  if (weight === 0) return group === 'withheld' ? 'as `policy.withheld` says / `policy.withheld` による' : decidesAlone;
  const each = Object.entries(variants ?? {}).map(([variant, points]) => `${variant} ${signed(points)}`);
  return each.length === 0 ? signed(weight) : `${signed(weight)} (${each.join(', ')})`;
}

function signed(points: number): string {
  return points < 0 ? `−${-points}` : `+${points}`;
}

function ruleEntry(
  id: string,
  weight: string,
  forgery: boolean,
  about: Readonly<Record<Language, About>>,
  example: RuleUse['example'],
): string {
  const row = (title: string, cells: Readonly<Record<Language, string>>) =>
    `| ${[title, ...languages.map((language) => cells[language].replaceAll('|', '\\|'))].join(' | ')} |`;
  const part = (title: string, key: keyof About) => row(title, { ja: about.ja[key], en: about.en[key] });
  return [
    `### \`${id}\`${forgery ? ' †' : ''}`,
    '',
    `${weight}${example === null ? '' : ` · [${example.call}](../test/corpus/${example.call}.sip)`}`,
    '',
    row('', { ja: '日本語', en: 'English' }),
    '|---|---|---|',
    part('見るもの / Sees', 'sees'),
    part('理由 / Why', 'why'),
    part('誤報 / False alarms', 'falseAlarms'),
    part('調整 / Tuning', 'tuning'),
    ...(example === null ? [] : [row('例 / Says', sayings(example.finding))]),
  ].join('\n');
}

function sayings(finding: Finding): Readonly<Record<Language, string>> {
  return { ja: explain(finding, 'ja'), en: explain(finding, 'en') };
}
