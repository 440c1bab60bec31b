import type { ListEntry } from '../config/schema';
import { isMasked } from '../journal/restored-evidence';
import type { NumberInfo } from '../numbering/number-info';
import type { Context } from '../screening/context';
import { listRules } from '../screening/lists/allow-deny';
import { prefixKey } from '../screening/lists/subject';
import { dialKey } from '../screening/number-groups';
import { type ProtectedNumbers, police } from '../screening/protected-numbers';

/** Whose finding tells that an entry of the list spoke. */
const speakers: Readonly<Record<ListEntry['list'], string>> = { ...listRules, report: 'reported' };

/**
 * The context, for calls whose caller is masked as well. Three questions need digits that are gone, and the record answers
 * them with what was found then: whether the number lies in a block of police numbers, whether it imitates a protected one,
 * and whether it begins as a list entry does that is longer than what the mask shows.
 */
export function forMaskedCallers(context: Context, entries: readonly ListEntry[]): Context {
  const { knowledge, lists } = context;
  const complete = completer(entries);
  return {
    ...context,
    knowledge: {
      ...knowledge,
      protectedNumbers: askTheRecord(knowledge.protectedNumbers),
      reports: (number, at) => knowledge.reports(complete(number), at),
    },
    lists: {
      match: (number, at) => lists.match(complete(number), at),
      matchInForce: (number, at) => lists.matchInForce(complete(number), at),
    },
  };
}

function askTheRecord(protectedNumbers: ProtectedNumbers): ProtectedNumbers {
  return {
    // A listed number is one that is known, so what is masked was official by its block.
    ownerOf(number) {
      if (!isMasked(number)) return protectedNumbers.ownerOf(number);
      return number.foundThen.has('official-number') ? police : null;
    },
    imitatedBy(number) {
      if (!isMasked(number)) return protectedNumbers.imitatedBy(number);
      return number.foundThen.has('lookalike-number') ? '' : null;
    },
  };
}

/** A number for which an entry spoke then is taken to begin as the longest such entry does that the mask allows. */
function completer(entries: readonly ListEntry[]): (number: NumberInfo) => NumberInfo {
  const prefixes = entries
    .flatMap(({ list, prefix }) => (prefix === undefined ? [] : [{ rule: speakers[list], key: prefixKey(prefix) }]))
    .sort((a, b) => b.key.length - a.key.length);
  return (number) => {
    if (!isMasked(number)) return number;
    const masked = dialKey(number);
    const shown = masked.slice(0, masked.indexOf('*'));
    const entry = prefixes.find(({ rule, key }) => number.foundThen.has(rule) && key.startsWith(shown));
    if (entry === undefined || entry.key.length <= shown.length) return number;
    return { ...number, e164: entry.key + masked.slice(shown.length) };
  };
}
