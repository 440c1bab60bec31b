import { nearest } from '../../config/nearest';
import { type ListEntry, listEntrySchema } from '../../config/schema';
import { unknownRule } from '../../config/wording';
import { DenwabanError, type Said } from '../../errors';
import type { Numbering } from '../../numbering/number-info';
import { ruleIds } from '../../screening/context';
import { longestReason, tidy } from '../../screening/list-files/entry';
import { readNamed } from '../../screening/list-notation';
import { endAfter, endAt } from './expiry';
import { sourceNamed } from './source';

/** What `denwaban list add` is asked for. */
export interface AddRequest {
  readonly list: ListEntry['list'];
  readonly what: readonly string[];
  readonly source: string;
  readonly reason?: string;
  /** A while from now: `2h`. */
  readonly for?: string;
  /** A date or time: `2027-03-31`. */
  readonly until?: string;
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
  if (unknown !== undefined) throw usage(unknownRule(unknown, nearest(unknown, ruleIds)));
  const source = sourceNamed(request.source, 'list add');
  const expires = endOf(request, now);
  return what.map((text) => {
    const named = readNamed(text, numbering);
    if (!named.ok) throw usage({ ja: `「${text}」: ${named.flaw.ja}`, en: `'${text}': ${named.flaw.en}` });
    const said = { list, reason: tidy(reason, longestReason), source, expires, votes, excuses };
    const parsed = listEntrySchema.safeParse({ ...said, ...named.value });
    if (!parsed.success) throw usage(reportOfNumber);
    return parsed.data;
  });
}

function endOf({ for: duration, until }: AddRequest, now: number): string | null {
  if (duration === undefined && until === undefined) return null;
  const end = duration === undefined ? endAt(until ?? '') : endAfter(duration, now);
  if (end === null || end <= now) throw usage(duration === undefined ? badUntil : badDuration);
  return new Date(end).toISOString();
}

const badDuration: Said = {
  ja: '--for には期間を書いてください (例: 30m、2h、3d、2w)',
  en: '--for must be a while, e.g. 30m, 2h, 3d or 2w',
};

const badUntil: Said = {
  ja: '--until には今より後の日付か時刻を書いてください (例: 2027-03-31、2027-03-31T18:00)',
  en: '--until must be a date or time to come, e.g. 2027-03-31 or 2027-03-31T18:00',
};

const reportOfNumber: Said = {
  ja: 'report にできるのは番号か前方一致だけです',
  en: 'only numbers and prefixes can be reported',
};

function usage(reason: Said): DenwabanError {
  return new DenwabanError('DENWABAN_USAGE', { reason, command: 'list add' });
}
