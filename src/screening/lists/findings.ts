import { maskNumber } from '../../numbering/mask';
import type { NumberInfo } from '../../numbering/number-info';
import type { Language, Wording } from '../../text/language';
import type { Facts, Finding } from '../finding';
import { type ListMatch, listRules, type Overruled } from './allow-deny';

/** A list match as one more finding, so that it explains itself as every rule does. It weighs nothing: it decides. */
export function listFinding({ entry, rule, mode, by }: ListMatch, number: NumberInfo, overruled: Overruled): Finding {
  const { reason, source, expires } = entry;
  const facts = { number: maskNumber(number), by, source, reason, expires: expires ?? '', overruled };
  return { rule, weight: 0, mode, facts };
}

export const listWordings: Readonly<Record<string, Wording<Facts>>> = {
  [listRules.allow]: {
    ja: (facts) =>
      `${subjectJa(facts)}許可リストにあります（${provenanceJa(facts)}）${
        facts['overruled'] === 'forgery' ? 'が、番号を偽っている疑いは見逃しません' : ''
      }。`,
    en: (facts) =>
      `${subjectEn(facts)} on the allow list (${provenanceEn(facts)})${
        facts['overruled'] === 'forgery' ? ', which does not excuse signs of forgery' : ''
      }.`,
  },
  [listRules.deny]: {
    ja: (facts) =>
      `${subjectJa(facts)}拒否リストにあります（${provenanceJa(facts)}）${
        facts['overruled'] === 'official' ? 'が、公的な番号や守る番号は拒否しません' : ''
      }。`,
    en: (facts) =>
      `${subjectEn(facts)} on the deny list (${provenanceEn(facts)})${
        facts['overruled'] === 'official' ? ', but official and protected numbers are never rejected' : ''
      }.`,
  },
};

const byWhat = {
  number: { ja: '', en: '' },
  prefix: { ja: '、先頭の数字により', en: ', by its first digits,' },
  carrier: { ja: '、割当事業者により', en: ', by its carrier,' },
  kind: { ja: '、番号種別により', en: ', by its kind,' },
} as const satisfies Readonly<Record<ListMatch['by'], Readonly<Record<Language, string>>>>;

function subjectJa({ number, by }: Facts): string {
  return `${number} は${byWhat[by as ListMatch['by']].ja}`;
}

function subjectEn({ number, by }: Facts): string {
  return `${number} is${byWhat[by as ListMatch['by']].en}`;
}

function provenanceJa({ source, reason, expires }: Facts): string {
  const parts = [`出所: ${source}`];
  if (reason !== '') parts.push(`理由: ${reason}`);
  if (expires !== '') parts.push(`期限: ${expires}`);
  return parts.join('、');
}

function provenanceEn({ source, reason, expires }: Facts): string {
  const parts = [`source: ${source}`];
  if (reason !== '') parts.push(`reason: ${reason}`);
  if (expires !== '') parts.push(`until ${expires}`);
  return parts.join('; ');
}
