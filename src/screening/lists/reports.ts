import type { ListEntry } from '../../config/schema';
import type { NumberInfo, Numbering } from '../../numbering/number-info';
import { endOf, isCurrent } from './end';
import { subjectOf } from './subject';
import { SubjectIndex } from './subject-index';

/** What block lists say of a number. They are strangers' opinions: they decide nothing, and count for the score. */
export interface Reports {
  /** How many reported it, over all lists. */
  readonly votes: number;
  /** The lists that name it, each once, the one with most votes first. */
  readonly sources: readonly string[];
}

/** What is reported of a number at a moment (epoch ms); `null` for one that nobody reported. */
export type ReportBook = (number: NumberInfo, at: number) => Reports | null;

export function compileReports(entries: readonly ListEntry[], numbering: Numbering): ReportBook {
  const index = new SubjectIndex<ListEntry>((a, b) => b.votes - a.votes);
  for (const entry of entries) if (entry.list === 'report') index.add(subjectOf(entry, numbering), entry);
  return (number, at) => {
    const current = index.all(number).filter((entry) => isCurrent(endOf(entry), at));
    return current.length === 0 ? null : addUp(current);
  };
}

function addUp(entries: readonly ListEntry[]): Reports {
  const bySource = new Map<string, number>();
  for (const { source, votes } of entries) bySource.set(source, (bySource.get(source) ?? 0) + votes);
  const ranked = [...bySource].sort(([, a], [, b]) => b - a);
  return { votes: ranked.reduce((sum, [, votes]) => sum + votes, 0), sources: ranked.map(([source]) => source) };
}
