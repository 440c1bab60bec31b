import { createColors } from 'picocolors';
import type { Said } from '../../errors';
import type { Carrier } from '../../numbering/number-info';
import { type BlockRun, blocksIn, type TableChanges } from '../../numbering/update/compare';
import type { TableFlaw } from '../../numbering/update/table-flaw';
import { padCells } from '../../text/cells';
import { printable } from '../../text/printable';
import type { Io } from '../io';
import { tableName } from './table-names';

/** What an update found and did; with `--json` it is printed as it is. */
export interface NumberingUpdate {
  /** Where the tables come from: folder or address. */
  readonly from: string;
  /** The file of the updated numbering data. */
  readonly file: string;
  /** ISO dates of the numbering data before and after. */
  readonly date: { readonly from: string; readonly to: string };
  readonly changes: readonly TableChanges[];
  /** Rules added to those that split a number after its area code: blocks went to another area code. */
  readonly areaCodeRules: number;
  /** Carriers that no table named before. */
  readonly newCarriers: readonly Carrier[];
  /** What was found and not used: workbooks of other things, older issues, tables older than those in use. */
  readonly leftOut: {
    readonly unknown: readonly string[];
    readonly superseded: readonly string[];
    readonly outdated: readonly { readonly table: string; readonly asOf: string }[];
  };
  /** Why nothing was taken over; empty when all is well. */
  readonly refused: readonly TableFlaw[];
  /** Whether the tables say anything else than those in use. */
  readonly changed: boolean;
  readonly written: boolean;
  /** `DENWABAN_NUMBERING_FILE` names other data: what is written here is not used. */
  readonly isOverruled: boolean;
}

/** Runs of blocks shown of each kind of change; the rest is counted. */
const shownRuns = 8;

export function updateReport(update: NumberingUpdate, io: Io): string {
  const { language, colours } = io;
  const { bold } = createColors(colours);
  const { date, changes, areaCodeRules, newCarriers } = update;
  const lines = [
    ...(changes.length === 0 ? [] : [bold(words.heading(date)[language])]),
    ...changes.flatMap((table) => tableLines(table, io)),
    ...(areaCodeRules === 0 ? [] : [words.areaCodeRules(areaCodeRules)[language]]),
    ...(newCarriers.length === 0 ? [] : [words.newCarriers(newCarriers)[language]]),
    ...leftOut(update.leftOut).map((said) => said[language]),
    ...outcome(update).map((said) => said[language]),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function tableLines(
  { table, asOf, opened, closed, moved, relisted }: TableChanges,
  { language, colours }: Io,
): string[] {
  const { bold, green, red, yellow } = createColors(colours);
  const { labels } = words;
  const kinds = [
    { runs: opened, label: green(padCells(labels.opened[language], labelCells)) },
    { runs: closed, label: red(padCells(labels.closed[language], labelCells)) },
    { runs: moved, label: yellow(padCells(labels.moved[language], labelCells)) },
  ];
  const dates = asOf.to === null ? '' : `  ${asOf.from ?? '–'} → ${asOf.to}`;
  return [
    `${bold(tableName(table)[language])}${dates}`,
    ...kinds.flatMap(({ runs, label }) => (runs.length === 0 ? [] : runLines(runs, label, language))),
    ...(relisted === 0 ? [] : [`  ${padCells(labels.relisted[language], labelCells)} ${relisted}`]),
    ...(opened.length + closed.length + moved.length + relisted === 0 ? [`  ${labels.same[language]}`] : []),
  ];
}

const labelCells = 12;

function runLines(runs: readonly BlockRun[], label: string, language: 'ja' | 'en'): string[] {
  const rest = runs.length - shownRuns;
  return [
    `  ${label} ${blocksIn(runs)}`,
    ...runs.slice(0, shownRuns).map((run) => `    ${printable(runText(run))}`),
    ...(rest > 0 ? [`    ${words.more(rest)[language]}`] : []),
  ];
}

function runText({ first, last, from, to }: BlockRun): string {
  const blocks = first === last ? first : `${first}–${last}`;
  return [padCells(blocks, 17), from ?? '–', '→', to ?? '–'].join(' ');
}

function leftOut({ unknown, superseded, outdated }: NumberingUpdate['leftOut']): Said[] {
  const told: Said[] = [];
  if (unknown.length > 0) told.push(words.unknown(unknown));
  if (superseded.length > 0) told.push(words.superseded(superseded));
  for (const { table, asOf } of outdated) told.push(words.outdated(tableName(table), asOf));
  return told;
}

function outcome({ changed, refused, written, file, isOverruled }: NumberingUpdate): Said[] {
  if (refused.length > 0) return [];
  if (!changed) return [words.nothing];
  if (!written) return [words.dryRun];
  return [words.written(file), isOverruled ? words.overruled : words.reload];
}

const words = {
  heading: ({ from, to }: NumberingUpdate['date']): Said => ({
    ja: from === to ? `電話番号データ (${from}) の変化` : `電話番号データの変化 (${from} → ${to})`,
    en: from === to ? `Changes to the numbering data (${from})` : `Changes to the numbering data (${from} → ${to})`,
  }),
  labels: {
    opened: { ja: '使用開始', en: 'opened' },
    closed: { ja: '使用終了', en: 'closed' },
    moved: { ja: '事業者変更', en: 'moved' },
    relisted: { ja: '未使用の記載', en: 'relisted' },
    same: { ja: '番号帯の変化なし', en: 'no block changed' },
  },
  more: (runs: number): Said => ({
    ja: `ほか ${runs} か所 (--json ですべて)`,
    en: `and ${runs} more (--json has all)`,
  }),
  areaCodeRules: (rules: number): Said => ({
    ja: `市外局番の区切りの決まりが ${rules} 件増えました`,
    en: `Rules that split area codes added: ${rules}`,
  }),
  newCarriers: (carriers: readonly Carrier[]): Said => {
    const names = carriers.map(({ id, name }) => printable(`${name} [${id}]`)).join(', ');
    return { ja: `新しい事業者名: ${names}`, en: `Carriers not named before: ${names}` };
  },
  unknown: (files: readonly string[]): Said => ({
    ja: `ここで使わない表: ${printable(files.join(', '))}`,
    en: `Not used here: ${printable(files.join(', '))}`,
  }),
  superseded: (files: readonly string[]): Said => ({
    ja: `新しい版があるため使わない: ${printable(files.join(', '))}`,
    en: `Superseded by newer issues: ${printable(files.join(', '))}`,
  }),
  outdated: ({ ja, en }: Said, asOf: string): Said => ({
    ja: `${ja}: ${asOf} 現在の表は、いま使っている表より古いため取り込みません`,
    en: `${en}: the table of ${asOf} is older than the one in use, which stays`,
  }),
  nothing: { ja: '変わったところはありません。', en: 'Nothing changed.' },
  dryRun: { ja: '試しただけで、何も書いていません。', en: 'This was a trial: nothing was written.' },
  written: (file: string): Said => ({ ja: `${file} に書きました。`, en: `Written to ${file}.` }),
  reload: {
    ja: '動いている電話番は、再読み込み (systemctl reload denwaban) で新しいデータを使います。',
    en: 'A running service takes the new data over when it is reloaded (systemctl reload denwaban).',
  },
  overruled: {
    ja: 'ただし DENWABAN_NUMBERING_FILE が別のファイルを指しているため、これは使われません。',
    en: 'It is not used, though: DENWABAN_NUMBERING_FILE names another file.',
  },
} as const;
