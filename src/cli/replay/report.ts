import { createColors } from 'picocolors';
import { localTime } from '../../journal/format-decision';
import { alignRight, cellsOf, padCells } from '../../text/cells';
import { verdictLabels, withheldLabels } from '../../text/labels';
import type { Language } from '../../text/language';
import { printable } from '../../text/printable';
import { type Before, type ChangedCalls, type Matrix, verdicts } from './comparison';
import type { PastCall } from './past-call';
import { type ReplayWords, replayWords } from './report-words';
import { type ReplayResult, ruleRows } from './result';

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
  const span = calls === 0 ? '' : say.span(dateOf(first), dateOf(last));
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
  return table([
    [say.thenNow, ...verdicts.map(label)],
    ...rows.map((before) => [label(before), ...verdicts.map((verdict) => count(matrix[before][verdict]))]),
  ]);
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
  return [bold(say.rules), ...table([heading, ...lines])];
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
      return `  ${localTime(new Date(call.at))}  ${padCells(way(call), 26)}  ${padCells(callerOf(call, language), 28)}  ${was} → ${now}`;
    }),
  ];
}

function way({ trunk, called }: PastCall): string {
  return printable(`${trunk} → ${called ?? '–'}`);
}

function callerOf({ presentation, masked }: PastCall, language: Language): string {
  return presentation === 'presented' ? printable(masked ?? '–') : withheldLabels[presentation][language];
}

/** Columns as wide as their widest cell; the first one to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => cellsOf(row[column] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? padCells : alignRight)(cell, widths[column] ?? 0))
      .join('   ')
      .trimEnd(),
  );
}

function sum(row: Matrix[Before]): number {
  return verdicts.reduce((total, verdict) => total + row[verdict], 0);
}

function count(number: number): string {
  return number.toLocaleString('en');
}

function dateOf(at: number): string {
  return localTime(new Date(at)).slice(0, '2026-04-01'.length);
}
