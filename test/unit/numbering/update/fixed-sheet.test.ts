import { readFixedSheet } from '../../../../src/numbering/update/fixed-sheet';
import type { Sheet } from '../../../../src/numbering/update/sheet';
import { DamagedSheet, type SheetFlaw } from '../../../../src/numbering/update/table-flaw';
import { type FixedRow, fixedSheet, oldFixedSheet } from '../../../support/workbooks';

const rows: readonly FixedRow[] = [
  ['001', '札幌', '011200', '011', '200', 'ＮＴＴ東日本', '使用中'],
  ['001', '札幌', '011201', '011', '201', '', '使用中'],
  ['001', '札幌', '011202', '011', '202', 'ＫＤＤＩ株式会社', '使用予定'],
  ['001', '札幌', '011203', '011', '203', '', '未使用'],
  ['002', '千歳', '012361', '0123', '61', '天気予報', '使用不可'],
];

function flawOf(sheet: Sheet): SheetFlaw {
  try {
    readFixedSheet(sheet);
  } catch (error) {
    if (error instanceof DamagedSheet) return error.flaw;
    throw error;
  }
  throw new Error('it was read');
}

const changed = (row: number, cells: Partial<Record<number, string>>): Sheet =>
  oldFixedSheet('平成28年7月5日', rows).map((cell, place) => (place === row ? Object.assign([...cell], cells) : cell));

describe.each([
  ['of until 2023', oldFixedSheet('平成28年7月5日', rows), '2016-07-05'],
  ['of today', fixedSheet('令和8年9月1日', rows), '2026-09-01'],
  ['with more title rows', [['電気通信番号指定状況'], [], ...fixedSheet('令和8年9月1日', rows)], '2026-09-01'],
  ['with spaces in its headings', changed(1, { 3: '市 外 局 番', 5: '指定\n事業者' }), '2016-07-05'],
  ['whose numbers became quantities', changed(2, { 2: '11200', 3: '11' }), '2016-07-05'],
])('a worksheet of landlines %s', (_, sheet, asOf) => {
  const table = readFixedSheet(sheet);

  it('says whose each block is, and which are in no use', () => {
    expect([...(table?.blocks ?? [])]).toEqual([
      ['011200', { id: 'ntt-east', name: '東日本電信電話株式会社' }],
      ['011201', 'in-use'],
      ['011202', { id: 'kddi', name: 'KDDI株式会社' }],
      ['011203', 'unused'],
      ['012361', 'unusable'],
    ]);
  });

  it('says the area code of each block', () => {
    expect(table?.areaCodes.get('011203')).toBe('011');
    expect(table?.areaCodes.get('012361')).toBe('0123');
  });

  it('says of what date it is', () => {
    expect(table).toMatchObject({ prefix: '0', asOf });
  });
});

describe('a damaged worksheet is told by row', () => {
  it.each<[string, Sheet, SheetFlaw]>([
    ['a column is missing', changed(1, { 6: '状況' }), { kind: 'no-column', column: '使用状況' }],
    ['the carrier’s column is missing', changed(1, { 5: '会社' }), { kind: 'no-column', column: '事業者' }],
    ['it has no rows', oldFixedSheet('平成28年7月5日', []), { kind: 'no-rows' }],
    ['a number is cut', changed(3, { 2: '01120' }), { kind: 'bad-number', row: 4, found: '01120 / 011 / 201' }],
    [
      'a number and its parts disagree',
      changed(3, { 4: '210' }),
      { kind: 'bad-number', row: 4, found: '011201 / 011 / 210' },
    ],
    [
      'cells are shifted',
      changed(3, { 2: '札幌', 3: '011201' }),
      { kind: 'bad-number', row: 4, found: '札幌 / 011201 / 201' },
    ],
    ['a state is not known', changed(5, { 6: '休止中' }), { kind: 'unknown-state', row: 6, found: '休止中' }],
    [
      'two rows speak of one block',
      changed(3, { 2: '011200', 4: '200' }),
      { kind: 'contradiction', row: 4, block: '011200' },
    ],
  ])('%s', (_, sheet, flaw) => {
    expect(flawOf(sheet)).toEqual(flaw);
  });

  it('but a row that is there twice is no damage', () => {
    expect(readFixedSheet([...changed(0, {}), rows[0] ?? []])?.blocks.size).toBe(rows.length);
  });
});

it('other worksheets are left to others', () => {
  expect(
    readFixedSheet([
      ['番号', '０', '１'],
      ['050100', 'x'],
    ]),
  ).toBeNull();
  expect(readFixedSheet([])).toBeNull();
});
