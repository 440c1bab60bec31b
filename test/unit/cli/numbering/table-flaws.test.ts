import { wordTableFlaw } from '../../../../src/cli/numbering/table-flaws';
import type { SheetFlaw, TableFlaw } from '../../../../src/numbering/update/table-flaw';

const damaged = (flaw: SheetFlaw): TableFlaw => ({ kind: 'damaged', source: '1.xls', flaw });

describe('why published tables are not believed, in both languages', () => {
  it.each<[TableFlaw, string, string]>([
    [
      { kind: 'unreadable', source: '1.xls', why: 'something-else' },
      '1.xls: Excel ファイルではありません',
      '1.xls: is no workbook',
    ],
    [
      { kind: 'unreadable', source: '1.xls', why: 'damaged' },
      '1.xls: 途中で切れているか、壊れています',
      '1.xls: is cut or damaged',
    ],
    [
      damaged({ kind: 'no-column', column: '使用状況' }),
      '1.xls: 「使用状況」の列がありません',
      '1.xls: there is no column 「使用状況」',
    ],
    [damaged({ kind: 'no-rows' }), '1.xls: 番号が 1 つも書かれていません', '1.xls: it lists no number at all'],
    [
      damaged({ kind: 'bad-number', row: 4, found: '011200 / 011 / 201' }),
      '1.xls: 4 行目: 番号と局番が合いません (011200 / 011 / 201)',
      '1.xls: row 4: the number and its parts disagree (011200 / 011 / 201)',
    ],
    [
      damaged({ kind: 'unknown-state', row: 4, found: '休止\u001b[31m中' }),
      '1.xls: 4 行目: 知らない使用状況です (休止\ufffd[31m中)',
      '1.xls: row 4: a state that is not known (休止\ufffd[31m中)',
    ],
    [
      damaged({ kind: 'stray-row', row: 4, found: '09010' }),
      '1.xls: 4 行目: この表の番号ではありません (09010)',
      '1.xls: row 4: a number of another table (09010)',
    ],
    [
      damaged({ kind: 'contradiction', row: 4, block: '011200' }),
      '1.xls: 4 行目: 011200 について前の行と違うことが書かれています',
      '1.xls: row 4: says of 011200 something else than a row before',
    ],
    [
      { kind: 'undated', table: '050' },
      '050: 何日現在の表か書かれていません',
      '050: it does not say of what date it is',
    ],
    [
      { kind: 'postdated', table: '0', asOf: '2108-09-01' },
      '固定電話: 2108-09-01 現在とあります。先の日付です',
      'landlines: it says to be of 2108-09-01, which is to come',
    ],
    [
      { kind: 'missing-parts', table: '0', parts: ['03', '06'] },
      '固定電話: 03、06 で始まる番号の Excel がありません。9 つ揃わないと、無い番号帯が閉じたように見えます',
      'landlines: no workbook of the numbers that begin with 03, 06. Without all nine, what is missing would look closed',
    ],
    [
      { kind: 'shrunken', table: '0', part: '03', counted: 'in-use', before: 2000, after: 1900 },
      '固定電話: 03 で始まる番号の使用中の番号帯が 2000 から 1900 に減っています (−5.0%)',
      'landlines: blocks in use and beginning with 03 shrank from 2000 to 1900 (−5.0%)',
    ],
    [
      { kind: 'shrunken', table: '050', part: '050', counted: 'listed', before: 10, after: 1 },
      '050: 記載の番号帯が 10 から 1 に減っています (−90.0%)',
      '050: blocks listed shrank from 10 to 1 (−90.0%)',
    ],
  ])('%j', (flaw, ja, en) => {
    expect(wordTableFlaw(flaw)).toEqual({ ja, en });
  });
});
