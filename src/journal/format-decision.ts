import { createColors } from 'picocolors';
import type { Verdict } from '../screening/assessment';
import { heldBack } from '../screening/explain';
import { cellsOf, padCells } from '../text/cells';
import { sayFailOpen } from '../text/fail-open';
import { challengeLabels, outcomeLabels, verdictLabels } from '../text/labels';
import type { Language } from '../text/language';
import { localTime } from '../text/local-time';
import { sayPoints } from '../text/points';
import { printable } from '../text/printable';
import type { Decision, DecisionFinding } from './decision';
import { describeCaller } from './describe-caller';
import { describeSequel } from './describe-sequel';
import type { Sequel } from './sequel';

type Paint = ReturnType<typeof createColors>;

/** Findings shown; the journal holds them all, the weightiest first. */
const shownFindings = 3;
const indent = ' '.repeat(6);

const phrases = {
  ja: {
    judgedAgo: (age: string) => `${age}前の判定による`,
    durations: (verdict: string, total: string) => `判定 ${verdict}、全体 ${total}`,
    more: (count: number) => `ほかに ${count} 件`,
    units: { milliseconds: 'ミリ秒', seconds: '秒', minutes: '分', hours: '時間' },
  },
  en: {
    judgedAgo: (age: string) => `judged ${age} ago`,
    durations: (verdict: string, total: string) => `verdict ${verdict}, total ${total}`,
    more: (count: number) => `and ${count} more`,
    units: { milliseconds: 'ms', seconds: 's', minutes: 'min', hours: 'h' },
  },
} as const satisfies Record<Language, unknown>;

/**
 * A decision for people: a line with time, verdict, score, caller, trunk and called number, outcome and durations, one
 * with what came of it, where something is known, then one for each leading finding. Times are of the machine's zone. Ends with a newline.
 */
export function formatDecision(
  decision: Decision,
  language: Language,
  colours: boolean,
  sequels: readonly Sequel[] = [],
): string {
  const paint = createColors(colours);
  const columns = [
    localTime(Date.parse(decision.at)),
    paintVerdict(decision.verdict, language, paint),
    padCells(`${decision.score}/${decision.threshold}`, 7),
    padCells(describeCaller(decision, language), 22),
    padCells(`${printable(decision.trunk)} → ${printable(decision.called ?? '–')}`, 24),
    describeEnding(decision, language),
    paint.dim(describeTimes(decision, language)),
  ];
  const trial =
    decision.wouldBe === null ? [] : [`${indent}${paint.dim(describeHeldBack(decision.wouldBe, decision))}`];
  const steps = sequels.flatMap((sequel) => describeSequel(sequel, language));
  const after = steps.length === 0 ? [] : [`${indent}→ ${steps.join(' → ')}`];
  const leading = decision.findings.slice(0, shownFindings).map((finding) => describeFinding(finding, language, paint));
  const hidden = decision.findings.length - leading.length;
  const rest = hidden > 0 ? [`${indent}${' '.repeat(6)}${phrases[language].more(hidden)}`] : [];
  return `${[columns.join('  '), ...after, ...trial, ...leading, ...rest].join('\n')}\n`;
}

function paintVerdict(verdict: Verdict, language: Language, paint: Paint): string {
  const colour = { allow: paint.green, screen: paint.yellow, reject: paint.red }[verdict];
  const widest = Math.max(...Object.values(verdictLabels).map((label) => cellsOf(label[language])));
  return paint.bold(colour(padCells(verdictLabels[verdict][language], widest)));
}

function describeEnding({ challenge, outcome, sipCode, failedOpen }: Decision, language: Language): string {
  const steps: string[] = challenge === null ? [] : [challengeLabels[challenge.result][language]];
  const detail = failedOpen === null ? sipCode : sayFailOpen(failedOpen, language);
  steps.push(outcomeLabels[outcome][language] + (detail === null ? '' : ` (${detail})`));
  return steps.join(' → ');
}

/** The words an admin greps for are the same in every language. */
function describeHeldBack({ sipCode, ...wouldBe }: NonNullable<Decision['wouldBe']>, { threshold }: Decision): string {
  return heldBack({ ...wouldBe, rejectCode: sipCode }, threshold);
}

function describeTimes({ ms, cachedSeconds }: Decision, language: Language): string {
  const { judgedAgo, durations } = phrases[language];
  const verdict = ms.verdict === null ? '–' : duration(ms.verdict, language);
  const spent = durations(verdict, duration(ms.total, language));
  return cachedSeconds === null ? spent : `${spent} (${judgedAgo(duration(cachedSeconds * 1000, language))})`;
}

function duration(milliseconds: number, language: Language): string {
  const { units } = phrases[language];
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ${units.milliseconds}`;
  if (milliseconds < 60_000) return `${(milliseconds / 1_000).toFixed(1)} ${units.seconds}`;
  if (milliseconds < 3_600_000) return `${Math.round(milliseconds / 60_000)} ${units.minutes}`;
  return `${Math.round(milliseconds / 3_600_000)} ${units.hours}`;
}

function describeFinding(finding: DecisionFinding, language: Language, paint: Paint): string {
  const { rule, mode, text } = finding;
  const line = `${indent}${sayPoints(finding)}  ${printable(`${text[language]} [${rule}]`)}`;
  return mode === 'observe' ? paint.dim(line) : line;
}
