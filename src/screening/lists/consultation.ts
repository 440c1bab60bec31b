import type { Config, ListEntry } from '../../config/schema';
import type { StoredLists } from '../../config/stored-lists';
import type { NumberInfo, Numbering, OfficialNumber } from '../../numbering/number-info';
import type { Context } from '../context';
import { modeOf } from '../settings';
import { byPrecedence, type ListMatch, listRules } from './allow-deny';
import { endOf, isCurrent } from './end';
import type { Reports } from './reports';
import { type ListSubject, subjectOf } from './subject';
import { SubjectIndex } from './subject-index';

/** All that lists say of one number, and which of it counts. */
export interface Consultation {
  readonly number: NumberInfo;
  /** Whether it is one of the office's own numbers. */
  readonly own: boolean;
  /** As the numbering data have it. */
  readonly official: OfficialNumber | null;
  /** Whose number it is, if official or protected; `police` for one that only looks like theirs. */
  readonly owner: string | null;
  /** The most specific first. */
  readonly entries: readonly Statement[];
  readonly reports: Reports | null;
  readonly conclusion: Conclusion;
}

/** One entry about the number. */
export interface Statement {
  readonly entry: ListEntry;
  readonly by: ListSubject['by'];
  /** Where the entry stands. */
  readonly place: 'config' | 'store';
  /**
   * `speaks`: it decides. `on-trial`: it would, but its list is in observe mode. `reports`: it counts for the score.
   * `outweighed`: another one decides. `off`: its list is switched off.
   */
  readonly state: 'speaks' | 'on-trial' | 'reports' | 'outweighed' | 'expired' | 'off';
}

/** What follows for a caller with this number, unless an exception of the called line comes first. */
export type Conclusion =
  /** The rules alone judge. */
  | 'no-entry'
  /** Let through, unless signs of forgery reach the threshold. */
  | 'allowed'
  | 'rejected'
  /** Challenged: official and protected numbers are never rejected. */
  | 'denied-but-protected';

/**
 * Answers for any number and moment (epoch ms).
 *
 * @param given `context` is compiled from the configuration and the stored lists beside it
 */
export function listConsultant(given: {
  readonly config: Pick<Config, 'lists' | 'rules'>;
  readonly stored: StoredLists;
  readonly context: Context;
  readonly numbering: Numbering;
}): (number: NumberInfo, at: number) => Consultation {
  const { config, stored, context, numbering } = given;
  const { knowledge, lists } = context;
  const index = new SubjectIndex<Standing>(byPrecedence);
  const add = (entries: readonly ListEntry[], place: Statement['place']): void => {
    for (const entry of entries) {
      const subject = subjectOf(entry, numbering);
      index.add(subject, { entry, by: subject.by, place, expiresAt: endOf(entry) });
    }
  };
  add(config.lists, 'config');
  add(stored.entries, 'store');
  return (number, at) => {
    const speaking = lists.matchInForce(number, at)?.entry ?? null;
    const onTrial = lists.match(number, at)?.entry ?? null;
    const owner = knowledge.protectedNumbers.ownerOf(number);
    const stateOf = (entry: ListEntry, expiresAt: number | null): Statement['state'] => {
      if (!isCurrent(expiresAt, at)) return 'expired';
      if (entry.list === 'report') return 'reports';
      if (modeOf(listRules[entry.list], config.rules) === 'off') return 'off';
      if (entry === speaking) return 'speaks';
      return entry === onTrial ? 'on-trial' : 'outweighed';
    };
    return {
      number,
      own: knowledge.isOwn(number),
      official: number.national === null ? null : numbering.official(number.national),
      owner,
      entries: index
        .all(number)
        .map(({ entry, by, place, expiresAt }) => ({ entry, by, place, state: stateOf(entry, expiresAt) })),
      reports: knowledge.reports(number, at),
      conclusion: conclude(speaking, owner),
    };
  };
}

type Standing = Omit<Statement, 'state'> & Pick<ListMatch, 'expiresAt'>;

function conclude(speaking: ListEntry | null, owner: string | null): Conclusion {
  if (speaking === null) return 'no-entry';
  if (speaking.list === 'allow') return 'allowed';
  return owner === null ? 'rejected' : 'denied-but-protected';
}
