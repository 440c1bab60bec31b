import { createColors } from 'picocolors';
import type { Config } from '../../config/schema';
import { fillTemplate, type Said } from '../../errors';
import { formatNational } from '../../numbering/format';
import type { NumberInfo, Numbering } from '../../numbering/number-info';
import type { Conclusion, Consultation, Statement } from '../../screening/lists/consultation';
import { police } from '../../screening/protected-numbers';
import { padCells } from '../../text/cells';
import { kindLabels, listLabels } from '../../text/labels';
import type { Language } from '../../text/language';
import { printable } from '../../text/printable';
import type { Io } from '../io';
import { statusLabels } from '../number-labels';
import { officialLabels, sayEnd, sayMeaning, sayNamed } from './words';

/** What lists say of one number, for people. */
export function consultationText(
  consultation: Consultation,
  { policy }: Config,
  numbering: Numbering,
  { language, colours }: Io,
): string {
  const { number, entries } = consultation;
  const { bold, dim } = createColors(colours);
  const lines = [
    numberLine(number, language, bold),
    ...entries.map((statement) => statementLine(statement, numbering, language, dim)),
    ...remarks(consultation, numbering).map((remark) => `  ${remark[language]}`),
    ...conclusions(consultation, policy).map((conclusion) => `  → ${conclusion[language]}`),
  ];
  return `${lines.join('\n')}\n`;
}

function numberLine(number: NumberInfo, language: Language, bold: (text: string) => string): string {
  const { e164, kind, areaCode, status, carrier } = number;
  const facts = [
    e164,
    `${kindLabels[kind][language]}${areaCode === null ? '' : ` (${areaCode})`}`,
    status === null ? null : statusLabels[status][language],
    carrier === null ? null : `${carrier.name} [${carrier.id}]`,
  ];
  return [bold(printable(formatNational(number))), ...facts.filter((fact) => fact !== null)].join('  ');
}

function statementLine(
  { entry, place, state }: Statement,
  numbering: Numbering,
  language: Language,
  dim: (text: string) => string,
): string {
  const { list, source, expires, reason, votes, excuses } = entry;
  const details: (Said | null)[] = [
    sayMeaning(entry, numbering),
    reason === '' ? null : { ja: reason, en: reason },
    votes === 1 ? null : { ja: `${votes} 件`, en: `${votes} votes` },
    { ja: `出所: ${source}`, en: `source: ${source}` },
    place === 'config' ? { ja: '設定ファイル', en: 'in the configuration file' } : null,
    expires === null ? null : { ja: `${sayEnd(expires)} まで`, en: `until ${sayEnd(expires)}` },
    excuses.length === 0 ? null : { ja: `見逃す: ${excuses.join(' ')}`, en: `excuses ${excuses.join(' ')}` },
  ];
  const told = details.flatMap((detail) => (detail === null ? [] : [detail[language]])).join(' · ');
  const mark = padCells(stateLabels[state][language], language === 'ja' ? 14 : 12);
  const line = `  ${mark}${padCells(listLabels[list][language], 7)}${sayNamed(entry, numbering)}  ${printable(told)}`;
  return state === 'expired' || state === 'off' ? dim(line) : line;
}

const stateLabels: Readonly<Record<Statement['state'], Said>> = {
  speaks: { ja: '効いている', en: 'decides' },
  'on-trial': { ja: '試用中', en: 'on trial' },
  reports: { ja: '加点', en: 'counts' },
  outweighed: { ja: '効いていない', en: 'outweighed' },
  expired: { ja: '期限切れ', en: 'expired' },
  off: { ja: '使わない', en: 'off' },
};

/** What is known of the number besides the entries. */
function remarks({ own, official, owner, reports }: Consultation, { snapshot }: Numbering): Said[] {
  const remarks: Said[] = [];
  if (own) remarks.push(ownNumber);
  if (official !== null) {
    const kind = officialLabels[official.kind];
    const origin = { ja: `${snapshot.date} の番号データ`, en: `numbering data of ${snapshot.date}` };
    const credit = snapshot.credit.map((line) => `\n    ${line}`).join('');
    remarks.push({
      ja: `公的な番号: ${official.name} (${kind.ja})。出所: ${origin.ja}${credit}`,
      en: `official number: ${official.name} (${kind.en}). Source: ${origin.en}${credit}`,
    });
  } else if (owner === police) {
    remarks.push(policeLike);
  } else if (owner !== null) {
    remarks.push({
      ja: `守る番号: ${printable(owner)} (設定の office.protectedNumbers)`,
      en: `protected number: ${printable(owner)} (office.protectedNumbers of the configuration)`,
    });
  }
  if (reports !== null) {
    const sources = printable(reports.sources.join(', '));
    remarks.push({
      ja: `迷惑電話の報告 ${reports.votes} 件 (${sources})`,
      en: `reported ${reports.votes} times (${sources})`,
    });
  }
  return remarks;
}

const ownNumber: Said = {
  ja: '自社の番号。外からこの番号で掛かってくれば偽装とみます († own-number-from-outside)',
  en: "one of the office's own: from outside it is taken for forged († own-number-from-outside)",
};

const policeLike: Said = {
  ja: '警察の番号帯にあり 0110 で終わる番号。警察の番号として扱います',
  en: 'ends in 0110 within a block of the police: treated as a number of theirs',
};

function conclusions({ conclusion, entries, owner, reports }: Consultation, policy: Config['policy']): Said[] {
  const excused = entries.find(({ state }) => state === 'speaks')?.entry.excuses ?? [];
  return [
    filled(sentences[conclusion], { screenAt: policy.screenAt }),
    ...(conclusion === 'allowed' && excused.length > 0 ? [filled(excuses, { rules: excused.join(', ') })] : []),
    ...(reports === null || owner !== null ? [] : [reportsCount]),
    ...(policy.mode === 'observe' ? [observing] : []),
  ];
}

const sentences: Readonly<Record<Conclusion, Said>> = {
  'no-entry': {
    ja: '決め手になる項目はありません。規則だけで判定します。',
    en: 'No entry decides: the rules alone judge such a call.',
  },
  allowed: {
    ja: '通します。ただし、番号を偽っている疑い († の規則) が {screenAt} 点以上なら確認します。',
    en: 'Let through; but where the signs of forgery (rules marked †) reach {screenAt} points, the caller is challenged.',
  },
  rejected: {
    ja: '断ります (607。rejectCodes: plain の回線では 603)。',
    en: 'Rejected with 607 (603 on trunks with rejectCodes: plain).',
  },
  'denied-but-protected': {
    ja: '拒否リストにありますが、公的な番号や守る番号は断らず、確認します。',
    en: 'On the deny list, but official and protected numbers are never rejected: the caller is challenged.',
  },
};

const excuses: Said = {
  ja: 'この項目が見逃す † の規則: {rules}',
  en: 'Rules marked † that the entry excuses: {rules}',
};

const reportsCount: Said = {
  ja: '報告は、規則 reported の点数になります (許可の項目があれば効きません)。',
  en: 'The reports count by the rule `reported`, unless an entry allows the number.',
};

const observing: Said = {
  ja: 'いまは policy.mode: observe なので、どの電話も通し、記録だけします。',
  en: 'policy.mode is observe: every call is let through, and this is only recorded.',
};

function filled(template: Said, params: Readonly<Record<string, string | number>>): Said {
  return { ja: fillTemplate(template.ja, params, 'ja'), en: fillTemplate(template.en, params, 'en') };
}
