import type { ListEntry } from '../../config/schema';
import type { Numbering } from '../../numbering/number-info';
import { subjectText } from './subject';

/** What becomes of an entry that is to be kept. `repeated`: the same stood further ahead among those that came. */
export type Fate = 'new' | 'updated' | 'unchanged' | 'repeated';

export interface MergedLists {
  /** The very array that was given when nothing changed. */
  readonly entries: readonly ListEntry[];
  /** Each entry that came, in their order. */
  readonly came: readonly { readonly entry: ListEntry; readonly fate: Fate }[];
  /** Entries of replaced sources that did not come again. */
  readonly removed: readonly ListEntry[];
}

/**
 * Entries are the same when list, source and what they are about are: one number may well stand on the block lists of two
 * providers, and each of them may take it back. The same entry that comes again replaces the old one.
 *
 * @param replaced sources of which nothing is kept but what comes
 */
export function mergeLists(
  current: readonly ListEntry[],
  incoming: readonly ListEntry[],
  numbering: Numbering,
  replaced: ReadonlySet<string> = new Set(),
): MergedLists {
  const places = new Map(current.map((entry, place) => [entryKey(entry, numbering), place]));
  const entries = [...current];
  const taken = new Set<number>();
  const came = incoming.map((entry): { entry: ListEntry; fate: Fate } => {
    const key = entryKey(entry, numbering);
    const place = places.get(key) ?? entries.length;
    if (taken.has(place)) return { entry, fate: 'repeated' };
    const before = entries[place];
    taken.add(place);
    places.set(key, place);
    entries[place] = entry;
    if (before === undefined) return { entry, fate: 'new' };
    return { entry, fate: saysTheSame(before, entry) ? 'unchanged' : 'updated' };
  });
  const stays = ({ source }: ListEntry, place: number) => taken.has(place) || !replaced.has(source);
  const removed = current.filter((entry, place) => !stays(entry, place));
  const changed = removed.length > 0 || came.some(({ fate }) => fate === 'new' || fate === 'updated');
  return { entries: changed ? entries.filter(stays) : current, came, removed };
}

/** Equal for entries that are the same. */
function entryKey(entry: ListEntry, numbering: Numbering): string {
  return `${entry.list}\n${entry.source}\n${subjectText(entry, numbering)}`;
}

function saysTheSame(a: ListEntry, b: ListEntry): boolean {
  return (
    a.reason === b.reason && a.expires === b.expires && a.votes === b.votes && a.excuses.join() === b.excuses.join()
  );
}
