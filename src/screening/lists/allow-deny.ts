import type { Config, ListEntry } from '../../config/schema';
import type { NumberInfo, Numbering } from '../../numbering/number-info';
import type { Finding } from '../finding';
import { modeOf } from '../settings';
import { endOf, isCurrent } from './end';
import { type ListSubject, subjectOf } from './subject';
import { SubjectIndex } from './subject-index';

/** The names under which list matches appear among the findings; the configuration sets their mode as any rule's. */
export const listRules = { allow: 'allow-entry', deny: 'deny-entry' } as const;

/** An allow or deny entry that is about a number. */
export interface ListMatch {
  readonly entry: ListEntry;
  readonly rule: (typeof listRules)[keyof typeof listRules];
  readonly mode: Finding['mode'];
  readonly by: ListSubject['by'];
  /** Epoch ms at which the entry ends. */
  readonly expiresAt: number | null;
}

/** Why an entry in force did not have its way; empty when it did. */
export type Overruled = '' | 'forgery' | 'official';

/**
 * Allow and deny entries, ready to be asked.
 *
 * The most specific entry speaks alone: the number itself before a prefix, a longer prefix before a shorter one,
 * any prefix before a carrier, a carrier before a kind. Of equally specific entries allow beats deny (an operator's
 * permission is worth more than a block list), then the one that lasts longest. Expired entries do not speak.
 */
export interface Lists {
  /** The entry that speaks for the number at a moment (epoch ms), were all of them in force. */
  match(number: NumberInfo, at: number): ListMatch | null;
  /** The same among the entries that are in force: what is on trial must not silence them. */
  matchInForce(number: NumberInfo, at: number): ListMatch | null;
}

export function compileLists({ lists, rules }: Pick<Config, 'lists' | 'rules'>, numbering: Numbering): Lists {
  const index = new SubjectIndex<ListMatch>(byPrecedence);
  for (const entry of lists) {
    const rule = entry.list === 'report' ? null : listRules[entry.list];
    const mode = rule === null ? 'off' : modeOf(rule, rules);
    if (rule === null || mode === 'off') continue;
    const subject = subjectOf(entry, numbering);
    index.add(subject, { entry, rule, mode, by: subject.by, expiresAt: endOf(entry) });
  }
  return {
    match: (number, at) => index.find(number, ({ expiresAt }) => isCurrent(expiresAt, at)),
    matchInForce: (number, at) =>
      index.find(number, ({ mode, expiresAt }) => mode === 'enforce' && isCurrent(expiresAt, at)),
  };
}

type Speaker = Pick<ListMatch, 'entry' | 'expiresAt'>;

const ranks = { allow: 0, deny: 1, report: 2 } as const satisfies Readonly<Record<ListEntry['list'], number>>;

/** Which of two entries about the same comes first. */
export function byPrecedence(a: Speaker, b: Speaker): number {
  if (a.entry.list !== b.entry.list) return ranks[a.entry.list] - ranks[b.entry.list];
  return (b.expiresAt ?? Number.MAX_VALUE) - (a.expiresAt ?? Number.MAX_VALUE);
}
