import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { carrierNamed, carriersNamed } from '../../src/numbering/carriers';
import type { Snapshot } from '../../src/numbering/snapshot';
import { fixedTable, nongeographicTables } from './block-tables';
import { withoutRepeats } from './official-numbers';
import { readTsv } from './tsv';

const credit = [
  '「電気通信番号指定状況」（総務省）を加工して作成',
  '警察庁オープンデータ（PDL1.0）を加工して作成',
  '市区町村の電話番号（CC BY 4.0）を加工して作成',
  'libphonenumber metadata, Google (Apache-2.0): blocks of mobile numbers',
  'oooooooo/carrier-search, fetus-hina/yii2-jp-phone-validator, kobesoft-labs/jp-phone-number-db, ' +
    'ciscorn/phonenumbers-jp-py (MIT), moknoi/tel-number-split: machine-readable forms of the tables',
];

/** Reads a folder of facts: tab-separated tables, and the rules that split area codes. Throws on what it does not understand. */
export function readFacts(folder: string): Snapshot {
  const fixed = readTsv(join(folder, 'fixed-blocks.tsv'), ['prefix', 'area_code', 'carrier', 'status', 'as_of']);
  const other = readTsv(join(folder, 'nongeographic-blocks.tsv'), ['prefix', 'allocated_carrier', 'source']);
  const access = readTsv(join(folder, 'carrier-access-00XY.tsv'), ['code', 'carrier']);
  const special = readTsv(join(folder, 'special-1XY.tsv'), ['number']);
  const official = readTsv(join(folder, 'official-numbers.tsv'), ['number', 'kind', 'name']);

  const carriers = carriersNamed([
    ...fixed.map((row) => row.carrier),
    ...other.map((row) => row.allocated_carrier),
    ...access.map((row) => row.carrier),
  ]);
  const tables = [fixedTable(fixed, carriers), ...nongeographicTables(other, carriers)];
  return {
    date: newest(tables.map(({ asOf }) => asOf)),
    credit,
    carriers,
    areaCodeLengths: areaCodeLengths(readRules(join(folder, 'area-codes.json')), fixed),
    tables,
    accessCodes: new Map(access.map(({ code, carrier }) => [code, carrierNamed(carrier).id])),
    specialNumbers: new Set(special.map(({ number }) => number)),
    official: withoutRepeats(official),
  };
}

function readRules(file: string): ReadonlyMap<string, number> {
  const { areaCodeLength } = JSON.parse(readFileSync(file, 'utf8')) as { areaCodeLength: Record<string, number> };
  return new Map(Object.entries(areaCodeLength));
}

/**
 * The rules, and one more wherever they contradict the ministry's own row: 026-177 is an exchange of 026 that cannot
 * be used, since 177 is a special number, and no exchange 77 of 0261.
 */
function areaCodeLengths(
  rules: ReadonlyMap<string, number>,
  rows: readonly { readonly prefix: string; readonly area_code: string }[],
): ReadonlyMap<string, number> {
  const lengths = new Map(rules);
  for (const { prefix, area_code: areaCode } of rows) {
    if (lengthByRule(prefix, rules) !== areaCode.length) lengths.set(prefix, areaCode.length);
  }
  return new Map([...lengths].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function lengthByRule(prefix: string, rules: ReadonlyMap<string, number>): number | undefined {
  for (let end = prefix.length; end > 0; end--) {
    const length = rules.get(prefix.slice(0, end));
    if (length !== undefined) return length;
  }
  return undefined;
}

/** The newest of ISO dates and months; of a month its first day is meant. */
function newest(dates: readonly string[]): string {
  const days = dates.map((date) => (date.length === '2026-07'.length ? `${date}-01` : date));
  return days.sort().at(-1) ?? '';
}
