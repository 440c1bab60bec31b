import { nearest } from '../../../config/nearest';
import { type ListEntry, listEntrySchema, longestReason, longestSource } from '../../../config/schema';
import { formatWording, mustBeOneOf, unknownRule } from '../../../config/wording';
import type { Said } from '../../../errors';
import type { Numbering } from '../../../numbering/number-info';
import { ruleIds } from '../../context';
import { type Read, readNamed } from '../notation';
import type { ListRow } from './line';

/** What holds for entries of which their file does not say it. */
export interface ListDefaults {
  readonly list: ListEntry['list'];
  readonly source: string;
}

export const listNames = listEntrySchema.shape.list.options;

/** The entry that a row of a file means, or why it means none. */
export function entryOf(row: ListRow, defaults: ListDefaults, numbering: Numbering): Read<ListEntry> {
  const named = readNamed(row.what, numbering);
  if (!named.ok) return named;
  const { list = defaults.list, votes = '1', expires, excuses = '' } = row;
  const excused = excuses.split(/\s+/).filter(Boolean);
  const unknown = excused.find((rule) => !ruleIds.includes(rule));
  if (unknown !== undefined) return { ok: false, flaw: unknownRule(unknown, nearest(unknown, ruleIds)) };
  const parsed = listEntrySchema.safeParse({
    ...named.value,
    list: list.trim().toLowerCase(),
    reason: tidy(row.reason ?? '', longestReason),
    source: sourceOf(row, defaults),
    expires: expires?.trim() ?? null,
    votes: /^\d{1,9}$/.test(votes.trim()) ? Number(votes) : 0,
    excuses: excused,
  });
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, flaw: flawOf(parsed.error.issues[0]) };
}

/** `config` are those of the configuration file alone. */
function sourceOf({ source = '' }: ListRow, defaults: ListDefaults): string {
  const named = tidy(source, longestSource);
  return named === '' || named === 'config' ? defaults.source : named;
}

function flawOf(issue: { readonly message: string; readonly path: readonly PropertyKey[] } | undefined): Said {
  const said = formatWording(issue?.message ?? '');
  if (said !== null) return said;
  return issue?.path[0] === 'votes' ? badVotes : mustBeOneOf(listNames, null);
}

const badVotes: Said = {
  ja: 'votes は 1 以上の整数にしてください',
  en: 'votes must be a whole number of at least 1',
};

/** Text of others on one line, without what could steer a terminal, and no longer than is kept. */
export function tidy(text: string, longest: number): string {
  const oneLine = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return oneLine.length <= longest ? oneLine : cut(oneLine, longest);
}

/** By whole characters: half of a surrogate pair is no text. */
function cut(text: string, longest: number): string {
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > longest) break;
    kept += character;
  }
  return kept.trimEnd();
}
