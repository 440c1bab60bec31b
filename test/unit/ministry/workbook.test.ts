import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbook, UnreadableWorkbook } from '../../../src/ministry/workbook';
import { workbook } from '../../support/workbooks';

const fixture = readFileSync(join(__dirname, '../../fixtures/ministry/000124070.xls'));

describe.each(['biff8', 'xlsx'] as const)('a workbook of the form %s', (form) => {
  it('gives all its worksheets, cell by cell', () => {
    const bytes = workbook(
      { 表紙: [['電気通信番号指定状況']], 公開データ: [[], ['', '011', '', 'ＮＴＴ東日本']] },
      form,
    );
    expect(readWorkbook(bytes)).toEqual([[['電気通信番号指定状況']], [[], ['', '011', '', 'ＮＴＴ東日本']]]);
  });

  it('cut anywhere is refused, unless only padding is cut off', () => {
    const rows = Array.from({ length: 500 }, (_, row) => [`0112${row}`, '使用中']);
    const bytes = workbook({ 公開データ: rows }, form);
    for (let length = 0; length < bytes.length; length += 499) {
      try {
        expect(readWorkbook(bytes.subarray(0, length))).toEqual([rows]);
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableWorkbook);
      }
    }
  });
});

it('a workbook that a spreadsheet program would show as text is read as text', () => {
  expect(readWorkbook(fixture)[0]?.[2]).toEqual(['001', '札幌', '011200', '011', '200', 'ＮＴＴ東日本', '使用中']);
});

it.each([
  ['an error page', '<html><table><tr><td>502 Bad Gateway</td></tr></table></html>'],
  ['a table in text', '番号,市外局番\n011200,011'],
  ['nothing', ''],
])('%s is no workbook', (_, text) => {
  expect(() => readWorkbook(Buffer.from(text))).toThrow(UnreadableWorkbook);
});
