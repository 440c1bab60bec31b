import { type ListEntry, listEntrySchema } from '../../config/schema';
import type { NumberInfo, Numbering } from '../../numbering/number-info';
import { mergeLists } from '../../screening/lists/merge';
import { subjectText } from '../../screening/lists/subject';
import { dialKey } from '../../screening/number-groups';

/** What stands beside entries that staff made, and tells them from an operator's. */
export const telephoneSource = 'telephone';

/** What a telephone enters; `null` where what the caller shows is no number that a list can hold. */
export function entryOf(
  list: 'allow' | 'deny',
  number: NumberInfo,
  { reason, expires }: { readonly reason: string; readonly expires: string },
): ListEntry | null {
  const said = { list, number: dialKey(number), source: telephoneSource, reason, expires };
  return listEntrySchema.safeParse(said).data ?? null;
}

/**
 * The lists with the entry. What a telephone said of the number before is taken back: allow beats deny, and whoever
 * changes his mind must not be overruled by himself. Entries of operators stay.
 */
export function withEntry(entries: readonly ListEntry[], entry: ListEntry, numbering: Numbering): readonly ListEntry[] {
  const others = entries.filter((other) => !(saysOtherwise(other, entry, numbering) && isStaffs(other)));
  const { length } = entries;
  return mergeLists(others.length === length ? entries : others, [entry], numbering).entries;
}

/** The lists without what a telephone said of the number; the same array where that was nothing. */
export function withoutEntries(
  entries: readonly ListEntry[],
  number: NumberInfo,
  numbering: Numbering,
): readonly ListEntry[] {
  const subject = subjectText({ number: dialKey(number) }, numbering);
  const left = entries.filter((entry) => !(isStaffs(entry) && subjectText(entry, numbering) === subject));
  return left.length === entries.length ? entries : left;
}

function isStaffs({ source }: ListEntry): boolean {
  return source === telephoneSource;
}

function saysOtherwise(other: ListEntry, entry: ListEntry, numbering: Numbering): boolean {
  return other.list !== entry.list && subjectText(other, numbering) === subjectText(entry, numbering);
}
