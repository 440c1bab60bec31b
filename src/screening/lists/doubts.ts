import type { ListEntry } from '../../config/schema';
import type { Said } from '../../errors';
import type { Numbering } from '../../numbering/number-info';
import { listLabels } from '../../text/labels';
import type { Knowledge } from '../knowledge';
import { police } from '../protected-numbers';
import { impossibleNumber } from '../rules/impossible-number';
import { ownNumberFromOutside } from '../rules/own-number-from-outside';
import { endOf, isCurrent } from './end';
import { prefixKey, subjectText } from './subject';

/** Why an entry may not do what its author expects. None of them keeps it from being kept. */
export type Doubt =
  /** The same is on the opposite list. */
  | { readonly kind: 'contradicted'; readonly by: ListEntry }
  /** The same is on the same list already, from another source. */
  | { readonly kind: 'listed-too'; readonly by: ListEntry }
  /** A number of police, a town hall, or one that the office protects. */
  | { readonly kind: 'protected'; readonly owner: string }
  /** One of the office's own numbers. */
  | { readonly kind: 'own'; readonly list: ListEntry['list'] }
  /** The number plan cannot hold it. */
  | { readonly kind: 'impossible'; readonly list: ListEntry['list'] }
  /** A deny entry for most callers there are. */
  | { readonly kind: 'sweeping' }
  | { readonly kind: 'expired' };

/** Looks at single entries among all there are, at a moment (epoch ms). */
export function doubtsAmong(
  entries: readonly ListEntry[],
  knowledge: Pick<Knowledge, 'isOwn' | 'protectedNumbers'>,
  numbering: Numbering,
  at: number,
): (entry: ListEntry) => readonly Doubt[] {
  const current = new Map<string, ListEntry[]>();
  for (const entry of entries) {
    // That several block lists report a number is what they are for.
    if (entry.list === 'report' || !isCurrent(endOf(entry), at)) continue;
    const subject = subjectText(entry, numbering);
    current.set(subject, [...(current.get(subject) ?? []), entry]);
  }
  return (entry) => [
    ...(entry.list === 'report' ? [] : othersAbout(entry, current.get(subjectText(entry, numbering)) ?? [])),
    ...doubtsOfNumber(entry, knowledge, numbering),
    ...(isSweeping(entry) ? [{ kind: 'sweeping' } as const] : []),
    ...(isCurrent(endOf(entry), at) ? [] : [{ kind: 'expired' } as const]),
  ];
}

function othersAbout(entry: ListEntry, others: readonly ListEntry[]): Doubt[] {
  return others.flatMap((by): Doubt[] => {
    if (by.list !== entry.list) return [{ kind: 'contradicted', by }];
    return by.source === entry.source ? [] : [{ kind: 'listed-too', by }];
  });
}

function doubtsOfNumber(
  { list, number, excuses }: ListEntry,
  { isOwn, protectedNumbers }: Pick<Knowledge, 'isOwn' | 'protectedNumbers'>,
  numbering: Numbering,
): Doubt[] {
  if (number === undefined) return [];
  const info = numbering.lookUp(number);
  const owner = list === 'deny' ? protectedNumbers.ownerOf(info) : null;
  return [
    ...(owner === null ? [] : [{ kind: 'protected', owner } as const]),
    ...(isOwn(info) && !excuses.includes(ownNumberFromOutside.id) ? [{ kind: 'own', list } as const] : []),
    ...(info.kind === 'impossible' && !excuses.includes(impossibleNumber.id)
      ? [{ kind: 'impossible', list } as const]
      : []),
  ];
}

/** All of Japan, its landlines or its mobiles. */
function isSweeping({ list, prefix, kind }: ListEntry): boolean {
  if (list !== 'deny') return false;
  return kind === 'fixed' || kind === 'mobile' || (prefix !== undefined && '+81'.startsWith(prefixKey(prefix)));
}

export function sayDoubt(doubt: Doubt): Said {
  switch (doubt.kind) {
    case 'contradicted': {
      const { list, source } = doubt.by;
      const other = listLabels[list];
      return {
        ja: `${other.ja}リストにもあります (出所: ${source})。許可が優先します`,
        en: `it is on the ${other.en} list, too (source: ${source}); allow beats deny`,
      };
    }
    case 'listed-too':
      return {
        ja: `同じリストにもうあります (出所: ${doubt.by.source})`,
        en: `it is on the same list already (source: ${doubt.by.source})`,
      };
    case 'protected': {
      const owner = doubt.owner === police ? { ja: '警察', en: 'the police' } : { ja: doubt.owner, en: doubt.owner };
      return {
        ja: `公的な番号か守る番号です (${owner.ja})。拒否はせず、確認します`,
        en: `it is an official or protected number (${owner.en}): such a caller is challenged, never rejected`,
      };
    }
    case 'own':
      return doubt.list === 'deny'
        ? {
            ja: '自社の番号です。この番号を付けて転送されてくる電話も断ります',
            en: "it is one of the office's own numbers: calls that are forwarded to you with it are rejected, too",
          }
        : {
            ja: '自社の番号です。外から掛かってくれば、リストにあっても偽装とみます (`--excuse own-number-from-outside` がなければ)',
            en: "it is one of the office's own numbers: from outside it is taken for forged all the same, unless you add `--excuse own-number-from-outside`",
          };
    case 'impossible':
      return doubt.list === 'allow'
        ? {
            ja: '番号計画にありえない番号です。この番号を見せる機器なら `--excuse impossible-number` も付けてください',
            en: 'the numbering plan holds no such number; if a device shows it all the same, add `--excuse impossible-number`',
          }
        : {
            ja: '番号計画にありえない番号です。先頭の 0 が欠けていませんか',
            en: 'the numbering plan holds no such number: is its leading 0 missing?',
          };
    case 'sweeping':
      return {
        ja: '日本の電話のほとんどが当てはまり、初めてのお客様もすべて断ります',
        en: 'most telephones of Japan are meant: every new customer is rejected, too',
      };
    case 'expired':
      return { ja: '期限が切れています', en: 'it has expired' };
  }
}
