import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { areaCodeLengths } from '../../src/numbering/area-code-lengths';
import { newestDay } from '../../src/numbering/as-of';
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
    date: newestDay(tables.map(({ asOf }) => asOf)),
    credit,
    carriers,
    areaCodeLengths: areaCodeLengths(
      readRules(join(folder, 'area-codes.json')),
      fixed.map(({ prefix, area_code: areaCode }) => [prefix, areaCode]),
    ),
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
