import type { Config, ListEntry } from '../config/schema';
import type { NumberInfo, Numbering } from '../numbering/number-info';
import type { Finding } from './finding';
import { dialKey } from './number-groups';
import { modeOf } from './settings';

/** The names under which list matches appear among the findings; the configuration sets their mode as any rule's. */
export const listRules = { allow: 'allow-entry', deny: 'deny-entry' } as const;

/** The list entry that speaks for a number. */
export interface ListMatch {
  readonly entry: ListEntry;
  readonly rule: (typeof listRules)[keyof typeof listRules];
  readonly mode: Finding['mode'];
  readonly by: 'number' | 'prefix' | 'carrier';
  /** Epoch ms at which the entry ends. */
  readonly expiresAt: number | null;
}

/** Why an entry in force did not have its way; empty when it did. */
export type Overruled = '' | 'forgery' | 'official';

/**
 * Allow and deny entries, ready to be asked.
 *
 * The most specific entry speaks alone: the number itself before a prefix, a longer prefix before a shorter one,
 * any prefix before a carrier. Of equally specific entries allow beats deny (an operator's permission is worth more
 * than a block list), then the one that lasts longest. Expired entries do not speak.
 */
export interface Lists {
  /** The entry that speaks for the number at a moment (epoch ms), were all of them in force. */
  match(number: NumberInfo, at: number): ListMatch | null;
  /** The same among the entries that are in force: what is on trial must not silence them. */
  matchInForce(number: NumberInfo, at: number): ListMatch | null;
}

export function compileLists({ lists, rules }: Pick<Config, 'lists' | 'rules'>, numbering: Numbering): Lists {
  const numbers = new Map<string, ListMatch[]>();
  const prefixes = new Map<string, ListMatch[]>();
  const carriers = new Map<string, ListMatch[]>();
  for (const entry of lists) {
    const rule = listRules[entry.list];
    const mode = modeOf(rule, rules);
    if (mode === 'off') continue;
    const match = { entry, rule, mode, expiresAt: entry.expires === null ? null : Date.parse(entry.expires) };
    if (entry.number !== undefined) add(numbers, dialKey(numbering.lookUp(entry.number)), { ...match, by: 'number' });
    if (entry.prefix !== undefined) add(prefixes, prefixKey(entry.prefix), { ...match, by: 'prefix' });
    if (entry.carrier !== undefined) add(carriers, entry.carrier, { ...match, by: 'carrier' });
  }
  for (const matches of [...numbers.values(), ...prefixes.values(), ...carriers.values()]) matches.sort(byPrecedence);
  const prefixLengths = [...new Set([...prefixes.keys()].map((prefix) => prefix.length))].sort((a, b) => b - a);

  const find = (number: NumberInfo, speaks: (match: ListMatch) => boolean): ListMatch | null => {
    const key = dialKey(number);
    const exact = numbers.get(key)?.find(speaks);
    if (exact !== undefined) return exact;
    for (const length of prefixLengths) {
      const found = length > key.length ? undefined : prefixes.get(key.slice(0, length))?.find(speaks);
      if (found !== undefined) return found;
    }
    return (number.carrier === null ? undefined : carriers.get(number.carrier.id)?.find(speaks)) ?? null;
  };
  return {
    match: (number, at) => find(number, (match) => isCurrent(match, at)),
    matchInForce: (number, at) => find(number, (match) => match.mode === 'enforce' && isCurrent(match, at)),
  };
}

function add(matches: Map<string, ListMatch[]>, key: string, match: ListMatch): void {
  const there = matches.get(key);
  if (there === undefined) matches.set(key, [match]);
  else there.push(match);
}

function byPrecedence(a: ListMatch, b: ListMatch): number {
  if (a.entry.list !== b.entry.list) return a.entry.list === 'allow' ? -1 : 1;
  return (b.expiresAt ?? Number.MAX_VALUE) - (a.expiresAt ?? Number.MAX_VALUE);
}

function isCurrent({ expiresAt }: ListMatch, at: number): boolean {
  return expiresAt === null || at < expiresAt;
}

/** A prefix in the form of {@link dialKey}: `03-3` and `+8133` mean the same, `010 1` is dialled for `+1`. */
function prefixKey(prefix: string): string {
  const compact = prefix.replaceAll('-', '');
  if (compact.startsWith('010')) return `+${compact.slice(3)}`;
  return compact.startsWith('0') ? `+81${compact.slice(1)}` : compact;
}
