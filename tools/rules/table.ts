import type { RuleUse } from './measure';

/** A table of Markdown whose columns stand below each other on a terminal too; the cells hold ASCII and † only. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n');
}

/** Rule × calls of the corpus it fires for × those it alone decides. */
export function useTable(uses: readonly RuleUse[]): string {
  return markdownTable(
    ['rule', 'calls of the corpus', 'alone decisive'],
    uses.map(({ rule, fires, decides }) => [rule, String(fires.length), String(decides.length)]),
  );
}
