import { readMatrixSheet } from '../../../../src/numbering/update/matrix-sheet';
import { DamagedSheet } from '../../../../src/numbering/update/table-flaw';
import { matrixHead, matrixSheet } from '../../../support/workbooks';

const date = '令和6年9月2日';
const kddi = { id: 'kddi', name: 'KDDI株式会社' };

/** Blocks → ids of carriers, or states. */
function blocksOf(rows: Readonly<Record<string, readonly string[]>>): Record<string, string> | null {
  const table = readMatrixSheet(matrixSheet(date, rows));
  if (table === null) return null;
  return Object.fromEntries([...table.blocks].map(([block, use]) => [block, typeof use === 'string' ? use : use.id]));
}

describe('a row and a column name a block of', () => {
  it.each([
    ['050', '050100', '0501003'],
    ['0120', '012034', '0120343'],
    ['0800', '080010', '0800103'],
    ['0570', '057000', '0570003'],
    ['060', '06010', '060103'],
    ['070', '07010', '070103'],
    ['080', '08010', '080103'],
    ['090', '09010', '090103'],
    ['020', '02010', '020103'],
    ['00', '003', '0033'],
    ['00', '00', '003'],
    ['00', '00913', '009133'],
  ])('%s: row %s', (prefix, row, block) => {
    const table = readMatrixSheet(matrixSheet(date, { [row]: ['', '', '', 'ＫＤＤＩ株式会社'] }));
    expect(table).toMatchObject({ prefix, asOf: '2024-09-02' });
    expect([...(table?.blocks ?? [])]).toEqual([[block, kddi]]);
  });
});

describe('a cell', () => {
  it.each([
    ['names the carrier', 'ドコモ', 'ntt-docomo'],
    ['is empty', '', undefined],
    ['has a dash', '－', undefined],
    ['has a hyphen', '-', undefined],
    ['says that the block is in no use', '未使用', 'unused'],
    ['says that it cannot be used', '使用不可', 'unusable'],
    ['names a carrier that nobody knew', 'はじめて通信', 'はじめて通信'],
  ])('%s', (_, cell, use) => {
    expect(blocksOf({ '09010': ['ＫＤＤＩ', cell] })?.['090101']).toBe(use);
  });
});

describe('rows are found', () => {
  it('wherever the heading is', () => {
    const indented = matrixSheet(date, { '09010': ['KDDI'] }).map((row) => ['', '', ...row]);
    expect(readMatrixSheet(indented)?.blocks.get('090100')).toEqual(kddi);
  });

  it('below a second heading, too, and not in remarks', () => {
    const sheet = [
      ...matrixSheet(date, { '003': ['', 'KDDI'] }),
      [],
      ['○００９１Ｎ１Ｎ２'],
      matrixHead,
      ['00912', 'KDDI'],
    ];
    expect([...(readMatrixSheet(sheet)?.blocks.keys() ?? [])]).toEqual(['0031', '009120']);
  });

  it('written in full width, with hyphens, or as a quantity that lost its zero', () => {
    expect(blocksOf({ '０９０－１０': ['KDDI'], 9011: ['KDDI'] })).toEqual({ '090100': 'kddi', '090110': 'kddi' });
  });

  it('silent ones count as covered', () => {
    const table = readMatrixSheet(matrixSheet(date, { '09010': ['KDDI'], '09011': [] }));
    expect([...(table?.covers ?? [])]).toEqual(['09010', '09011']);
  });
});

describe('numbers of a class of their own', () => {
  it('are left out of the matrix around them', () => {
    expect(blocksOf({ '06000': ['KDDI'], '06010': ['KDDI'] })).toEqual({ '060100': 'kddi' });
  });

  it.each([
    ['pagers', '02040'],
    ['numbers of machines with 14 digits', '02000000'],
    ['premium numbers', '099000'],
  ])('that are not looked up are nothing to read: %s', (_, row) => {
    expect(blocksOf({ [row]: ['KDDI'] })).toBeNull();
  });
});

describe('a damaged matrix', () => {
  it.each([
    ['names nobody', { '09010': ['-'], '09011': [] }, { kind: 'no-rows' }],
    [
      'holds numbers of another table',
      { '09010': ['KDDI'], '08010': ['KDDI'] },
      { kind: 'stray-row', row: 6, found: '08010' },
    ],
    ['has a row that is cut', { '09010': ['KDDI'], '0901': ['KDDI'] }, { kind: 'stray-row', row: 6, found: '0901' }],
    [
      'says two things of one block',
      { '09010': ['KDDI'], '090-10': ['ドコモ'] },
      { kind: 'contradiction', row: 6, block: '090100' },
    ],
  ])('%s', (_, rows, flaw) => {
    const reading = () => readMatrixSheet(matrixSheet(date, rows));
    expect(reading).toThrow(DamagedSheet);
    expect(reading).toThrow(expect.objectContaining({ flaw }));
  });
});

it('other worksheets are left to others', () => {
  expect(
    readMatrixSheet([
      ['番号', '０', '１'],
      ['090', 'x'],
    ]),
  ).toBeNull();
  expect(readMatrixSheet([])).toBeNull();
});
