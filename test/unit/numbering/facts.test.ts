import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNumbering } from '../../../src/numbering/numbering';
import { encodeSnapshot } from '../../../src/numbering/snapshot-encode';
import { readFacts } from '../../../tools/numbering/facts';

const folder = mkdtempSync(join(tmpdir(), 'denwaban-facts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const facts: Readonly<Record<string, readonly string[]>> = {
  'fixed-blocks.tsv': [
    'prefix area_code carrier status source as_of',
    '026170 0261 東日本電信電話株式会社 使用中 a 2022-06/2026-07',
    '026171 0261  使用中 a 2022-06/2026-07',
    '026172 0261  未使用 a 2022-06/2026-07',
    '026177 026  使用不可 a 2022-06',
  ],
  'nongeographic-blocks.tsv': [
    'prefix kind allocated_carrier source',
    '0501000 ip050 ＫＤＤＩ株式会社 MIC 2024-09',
    '090100 mobile KDDI metadata (2026-06-15)',
    '090101 mobile  metadata (2026-06-15)',
    '0800100 tollfree 株式会社はじめて通信 MIC 2024-09',
  ],
  'carrier-access-00XY.tsv': ['code carrier', '001 KDDI株式会社'],
  'special-1XY.tsv': ['number use', '110 警察機関への緊急通報'],
  'official-numbers.tsv': [
    'number kind place name source as_of',
    '0261700001 koban x 中央警察署駅前交番 a b',
    '0261700110 koban x 中央警察署内交番 a b',
    '0261700110 police-station x 中央警察署 a b',
  ],
};

function write(changed: Readonly<Record<string, readonly string[]>> = {}): string {
  const place = mkdtempSync(join(folder, 'facts-'));
  mkdirSync(place, { recursive: true });
  for (const [name, lines] of Object.entries({ ...facts, ...changed })) {
    writeFileSync(join(place, name), `${lines.map((line) => line.replaceAll(' ', '\t')).join('\n')}\n`);
  }
  writeFileSync(join(place, 'area-codes.json'), JSON.stringify({ areaCodeLength: { '0': 4, '026': 3, '0261': 4 } }));
  return place;
}

describe('compiling facts', () => {
  const text = encodeSnapshot(readFacts(write()));
  const numbering = openNumbering(text);

  it('gives equal text for equal facts', () => {
    expect(encodeSnapshot(readFacts(write()))).toBe(text);
  });

  it.each([
    ['0261701234', '0261', 'in-use', 'ntt-east'],
    ['0261711234', '0261', 'in-use', null],
    ['0261721234', '0261', 'unused', null],
    ['0261731234', '0261', 'unlisted', null],
    ['0261771234', '026', 'unusable', null],
    ['05010001234', null, 'in-use', 'kddi'],
    ['05010011234', null, null, null],
    ['09010012345', null, 'in-use', 'kddi'],
    ['09010112345', null, null, null],
    ['08001001234', null, 'in-use', 'はじめて通信'],
  ])('%s', (national, areaCode, status, carrier) => {
    const info = numbering.lookUp(national);
    expect([info.areaCode, info.status, info.carrier?.id ?? null]).toEqual([areaCode, status, carrier]);
  });

  it('dates the snapshot by its newest table', () => {
    expect(numbering.snapshot.date).toBe('2026-07-01');
  });

  it('keeps one name for a number, that of the higher office', () => {
    expect(numbering.official('0261700110')).toMatchObject({ kind: 'police-station', name: '中央警察署' });
    expect(numbering.official('0261700001')?.name).toBe('中央警察署駅前交番');
    expect([...numbering.officialNumbers()]).toEqual(['0261700110', '0261700001']);
  });

  it.each([
    ['a column that is missing', { 'special-1XY.tsv': ['code use', '110 x'] }, 'has no column “number”'],
    [
      'a state of a block it does not know',
      { 'fixed-blocks.tsv': ['prefix area_code carrier status as_of', '026170 0261 x 休止中 2026-07'] },
      'unknown status “休止中”',
    ],
    [
      'a kind of office it does not know',
      { 'official-numbers.tsv': ['number kind name', '0261700001 embassy x'] },
      'unknown kind “embassy”',
    ],
  ])('refuses %s', (_what, changed, reason) => {
    expect(() => readFacts(write(changed))).toThrow(reason);
  });
});
