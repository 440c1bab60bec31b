import { nearest } from '../../config/nearest';
import { type ListEntry, listEntrySchema, longestReason } from '../../config/schema';
import { unknownRule } from '../../config/wording';
import type { Said } from '../../errors';
import type { Numbering } from '../../numbering/number-info';
import { ruleIds } from '../../screening/context';
import { tidy } from '../../screening/lists/files/entry';
import { forgeryRules } from '../../screening/rules';
import { endGiven, type Lifetime } from '../given';
import { misuse } from '../usage';
import { namedGiven, sourceGiven } from './given';

const command = 'list add';

/** What `denwaban list add` is asked for. */
export interface AddRequest extends Lifetime {
  readonly list: ListEntry['list'];
  readonly what: readonly string[];
  readonly source: string;
  readonly reason?: string;
  readonly votes?: number;
  readonly excuse?: readonly string[];
  readonly config?: string;
}

/**
 * The entries an operator wants.
 *
 * @throws DenwabanError DENWABAN_USAGE
 */
export function wantedEntries(request: AddRequest, numbering: Numbering, now: number): ListEntry[] {
  const { list, what, reason = '', votes, excuse: excuses = [] } = request;
  const unknown = excuses.find((rule) => !ruleIds.includes(rule));
  if (unknown !== undefined) throw misuse(command, unknownRule(unknown, nearest(unknown, ruleIds)));
  if (votes !== undefined && list !== 'report') throw misuse(command, votesWithoutReport);
  if (excuses.length > 0 && list !== 'allow') throw misuse(command, excuseWithoutAllow);
  const needless = excuses.find((rule) => !forgeryRules.includes(rule));
  if (needless !== undefined) throw misuse(command, needlessExcuse(needless));
  const source = sourceGiven(request.source, command);
  const end = endGiven(request, now, command);
  const expires = end === null ? null : new Date(end).toISOString();
  return what.map((text) => {
    const said = { list, reason: tidy(reason, longestReason), source, expires, votes, excuses };
    const parsed = listEntrySchema.safeParse({ ...said, ...namedGiven(text, numbering, command) });
    if (!parsed.success) throw misuse(command, reportOfNumber);
    return parsed.data;
  });
}

const reportOfNumber: Said = {
  ja: 'report にできるのは番号か前方一致だけです',
  en: 'only numbers and prefixes can be reported',
};

const votesWithoutReport: Said = {
  ja: '--votes は report の項目にだけ付けられます',
  en: '--votes goes with report entries only',
};

const excuseWithoutAllow: Said = {
  ja: '--excuse は allow の項目にだけ付けられます',
  en: '--excuse goes with allow entries only',
};

const needlessExcuse = (rule: string): Said => ({
  ja: `許可の項目は ${rule} をもともと見逃すので、--excuse は要りません。使えるもの: ${forgeryRules.join('、')}`,
  en: `an allow entry excuses ${rule} anyway. --excuse is for: ${forgeryRules.join(', ')}`,
});
