import { createColors } from 'picocolors';
import type { Before, ChangedCalls, Matrix } from '../../replay/comparison';
import type { PastCall } from '../../replay/past-call';
import { verdicts } from '../../screening/assessment';
import { padCells } from '../../text/cells';
import { verdictLabels, withheldLabels } from '../../text/labels';
import type { Language } from '../../text/language';
import { localDate, localTime } from '../../text/local-time';
import { printable } from '../../text/printable';
import { alignColumns } from '../../text/table';
import { type ReplayWords, replayWords } from './report-words';
import { type ReplayResult, ruleRows } from './result';

/** Between the columns of tables. */
const gap = '   ';

const befores: readonly Before[] = [...verdicts, 'none'];

/** The result for people; ends with a newline. */
export function reportText(result: ReplayResult, language: Language, colours: boolean): string {
  const say = replayWords[language];
  const { bold } = createColors(colours);
  const { comparison, config, usualConfig } = result;
  const tried = config ?? say.demoOffice;
  const parts = [headOf(result, say)];
  if (usualConfig !== null) {
    parts.push([bold(say.usualMatrix(usualConfig, tried)), ...matrixTable(comparison.usually, language)]);
  }
  parts.push([bold(say.recordedMatrix(tried)), ...matrixTable(comparison.recorded, language)]);
  parts.push([...rulesTable(result, say, bold), ...releasedLine(result, say)]);
  parts.push(changedList(comparison.newlyRejected, bold(say.newlyRejected(comparison.newlyRejected.count)), language));
  parts.push(changedList(comparison.newlyScreened, bold(say.newlyScreened(comparison.newlyScreened.count)), language));
  const paragraphs = parts.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${paragraphs.join('\n\n')}\n`;
}

function headOf(result: ReplayResult, say: ReplayWords): readonly string[] {
  const { comparison, counts, files, dataDate, config } = result;
  const { calls, first, last, withoutEvidence, onUnknownTrunks } = comparison;
  const span = calls === 0 ? '' : say.span(localDate(first), localDate(last));
  const remarks: readonly (readonly [number | boolean, string])[] = [
    [counts.damaged, say.damaged(counts.damaged)],
    [counts.neverJudged, say.neverJudged(counts.neverJudged)],
    [counts.notInbound, say.notInbound(counts.notInbound)],
    [result.otherFiles, say.otherFiles(result.otherFiles)],
    [withoutEvidence, say.withoutEvidence(withoutEvidence)],
    [onUnknownTrunks, say.onUnknownTrunks(onUnknownTrunks)],
    [result.observeMode, say.observeMode],
    [result.lacksKey, say.noKey],
    [!result.hasLists, say.noLists],
  ];
  return [
    say.read(calls, files) + span,
    say.judgedBy(config ?? say.demoOffice, dataDate),
    ...remarks.filter(([applies]) => applies).map(([, text]) => `  ${text}`),
  ];
}

function matrixTable(matrix: Matrix, language: Language): readonly string[] {
  const say = replayWords[language];
  const label = (before: Before) => (before === 'none' ? say.nothing : verdictLabels[before][language]);
  const decided = verdicts.some((before) => sum(matrix[before]) > 0);
  const rows = befores.filter((before) => (before === 'none' ? sum(matrix.none) > 0 : decided));
  const cells = rows.map((before) => [label(before), ...verdicts.map((verdict) => count(matrix[before][verdict]))]);
  return alignColumns([['', ...verdicts.map(label)], ...cells], 1, gap);
}

function rulesTable(
  { comparison, usualConfig }: ReplayResult,
  say: ReplayWords,
  bold: (text: string) => string,
): readonly string[] {
  const rows = ruleRows(comparison);
  if (rows.length === 0) return [];
  const compared = usualConfig !== null;
  const heading = [say.rule, say.fired, say.alone, say.observed, ...(compared ? [say.usualFired, say.usualAlone] : [])];
  const lines = rows.map(({ rule, now, usual }) => {
    const counts = [now.fired, now.alone, now.observed, ...(compared ? [usual.fired, usual.alone] : [])];
    return [rule, ...counts.map(count)];
  });
  return [bold(say.rules), ...alignColumns([heading, ...lines], 1, gap)];
}

function releasedLine({ comparison: { released } }: ReplayResult, say: ReplayWords): readonly string[] {
  const { passed, failed } = released;
  return passed + failed === 0 ? [] : ['', say.released(passed, failed)];
}

function changedList({ latest }: ChangedCalls, title: string, language: Language): readonly string[] {
  return [
    title,
    ...latest.map(({ call, before, now }) => {
      const was = before === 'none' ? replayWords[language].nothing : verdictLabels[before][language];
      return `  ${localTime(call.at)}  ${padCells(way(call), 26)}  ${padCells(callerOf(call, language), 28)}  ${was} → ${now}`;
    }),
  ];
}

function way({ trunk, called }: PastCall): string {
  return printable(`${trunk} → ${called ?? '–'}`);
}

function callerOf({ presentation, masked }: PastCall, language: Language): string {
  return presentation === 'presented' ? printable(masked ?? '–') : withheldLabels[presentation][language];
}

function sum(row: Matrix[Before]): number {
  return verdicts.reduce((total, verdict) => total + row[verdict], 0);
}

function count(number: number): string {
  return number.toLocaleString('en');
}
