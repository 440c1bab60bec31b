import { createColors } from 'picocolors';
import type { Said } from '../../errors';
import type { OfficialNumber } from '../../numbering/number-info';
import { dataAgeDays } from '../../screening/data-age';
import type { Language } from '../../text/language';
import { printable } from '../../text/printable';
import { alignColumns } from '../../text/table';
import type { PassedOver } from '../choose-numbering';
import type { Io } from '../io';
import type { NumberingStatus } from './status';
import { tableName } from './table-names';

/** Carriers shown; the rest is summed up. */
const shownCarriers = 12;

/** The status for people. */
export function statusText(status: NumberingStatus, { language, colours }: Io): string {
  const { bold, yellow } = createColors(colours);
  const { file, passedOver } = status;
  const lines = [
    `${bold(words.file[language])} ${printable(file)}`,
    `  ${words.origin[status.origin][language]}`,
    ...(passedOver === null ? [] : [yellow(`  ${words.passedOver(passedOver)[language]}`)]),
    `  ${words.age(status)[language]}`,
    `  ${words.effect[status.age][language]}`,
    '',
    ...tableLines(status, language),
    '',
    ...carrierLines(status, language),
    '',
    words.others(status)[language],
    words.official(status.official)[language],
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function tableLines({ tables }: NumberingStatus, language: Language): string[] {
  const rows = tables.map(({ table, asOf, complete, inUse, unused, unusable }) => [
    tableName(table)[language],
    asOf,
    words.completeness[`${complete}`][language],
    ...[inUse, unused, unusable].map(String),
  ]);
  return alignColumns([words.columns[language], ...rows], 3);
}

function carrierLines({ carriers }: NumberingStatus, language: Language): string[] {
  const [shown, rest] = [carriers.slice(0, shownCarriers), carriers.slice(shownCarriers)];
  const others = rest.reduce((sum, { blocks }) => sum + blocks, 0);
  return alignColumns(
    [
      words.carrierColumns[language],
      ...shown.map(({ id, name, blocks }) => [printable(`${name} [${id}]`), String(blocks)]),
      ...(rest.length === 0 ? [] : [[words.otherCarriers(rest.length)[language], String(others)]]),
    ],
    1,
  );
}

const words = {
  file: { ja: '電話番号データ', en: 'Numbering data' },
  origin: {
    environment: { ja: 'DENWABAN_NUMBERING_FILE で指定', en: 'named by DENWABAN_NUMBERING_FILE' },
    updated: { ja: 'denwaban numbering update で取り込み', en: 'taken over by `denwaban numbering update`' },
    shipped: { ja: '電話番に付属', en: 'shipped with Denwaban' },
  },
  passedOver: (passedOver: PassedOver): Said => {
    const { file } = passedOver;
    switch (passedOver.why) {
      case 'older':
        return {
          ja: `${file} は ${passedOver.date} のもので、付属のデータより古いため使いません`,
          en: `${file} is of ${passedOver.date}, older than the shipped data, and not used`,
        };
      case 'damaged':
        return {
          ja: `${file} が壊れているため、付属のデータを使います (${passedOver.reason})。denwaban numbering update で書き直せます`,
          en: `${file} is damaged (${passedOver.reason}): the shipped data are used. \`denwaban numbering update\` writes it anew`,
        };
    }
  },
  age: ({ date, ageDays }: NumberingStatus): Said => ({
    ja: `${date} 現在、${ageDays} 日前`,
    en: `as of ${date}, ${ageDays} day${ageDays === 1 ? '' : 's'} ago`,
  }),
  effect: {
    fresh: {
      ja: `unallocated-block (使われていない番号帯) の重みはそのまま。${dataAgeDays.fresh} 日を過ぎると半分、${dataAgeDays.ageing} 日で 0`,
      en: `unallocated-block has its full weight (half of it after ${dataAgeDays.fresh} days, none after ${dataAgeDays.ageing})`,
    },
    ageing: {
      ja: `unallocated-block (使われていない番号帯) の重みは半分。${dataAgeDays.ageing} 日を過ぎると 0。denwaban numbering update で戻ります`,
      en: `unallocated-block has half its weight (none after ${dataAgeDays.ageing} days): run \`denwaban numbering update\``,
    },
    stale: {
      ja: `${dataAgeDays.ageing} 日を過ぎたため、unallocated-block (使われていない番号帯) は効きません。denwaban numbering update で戻ります`,
      en: `unallocated-block is silent after ${dataAgeDays.ageing} days: run \`denwaban numbering update\``,
    },
  },
  columns: {
    ja: ['表', '現在', '記載', '使用中', '未使用', '使用不可'],
    en: ['table', 'as of', 'lists', 'in use', 'unused', 'unusable'],
  },
  completeness: {
    true: { ja: 'すべて', en: 'all' },
    false: { ja: '一部', en: 'some' },
  },
  carrierColumns: { ja: ['事業者', '番号帯'], en: ['carrier', 'blocks'] },
  otherCarriers: (carriers: number): Said => ({ ja: `ほか ${carriers} 社`, en: `${carriers} others` }),
  others: ({ areaCodes, accessCodes, specialNumbers }: NumberingStatus): Said => ({
    ja: `市外局番 ${areaCodes}、事業者識別番号 (00XY) ${accessCodes}、特番 (1XY) ${specialNumbers}`,
    en: `${areaCodes} area codes, ${accessCodes} carrier access codes (00XY), ${specialNumbers} special numbers (1XY)`,
  }),
  official: (counts: Readonly<Record<OfficialNumber['kind'], number>>): Said => ({
    ja: `公的機関: 警察本部 ${counts['police-hq']}、警察署 ${counts['police-station']}、交番・駐在所 ${counts.koban}、市区町村 ${counts.municipality}`,
    en: `official numbers: ${counts['police-hq']} police headquarters, ${counts['police-station']} police stations, ${counts.koban} kobans, ${counts.municipality} municipalities`,
  }),
} as const;
