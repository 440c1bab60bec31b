import { join } from 'node:path';
import { readPublication } from '../../../src/ministry/publication';
import { readTables } from '../../../src/ministry/tables';
import { matrixSheet, workbook } from '../../support/workbooks';

const silent = { fetching: () => undefined, retrying: () => undefined };

describe('the workbooks of a folder', () => {
  it('are known by what they hold', async () => {
    const { pageDate, workbooks } = await readPublication(join(__dirname, '../../fixtures/ministry'), silent);
    const { issues, unknown, flaws } = readTables(workbooks);
    expect({ pageDate, unknown, flaws }).toEqual({ pageDate: null, unknown: [], flaws: [] });
    expect(issues.map(({ source, table }) => [source, table.prefix, table.asOf, table.blocks.size])).toEqual([
      ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((file) => [`00012407${file}.xls`, '0', '2016-07-05', 7]),
      ['000697542.xlsx', '00', '2024-09-02', 7],
      ['000697567.xlsx', '090', '2024-09-02', 14],
      ['000697573.xlsx', '050', '2024-09-02', 11],
    ]);
  });

  it('give carriers of old names their lasting ids', async () => {
    const { workbooks } = await readPublication(join(__dirname, '../../fixtures/ministry'), silent);
    const used = readTables(workbooks).issues.flatMap(({ table }) => [...table.blocks.values()]);
    const ids = new Set(used.flatMap((use) => (typeof use === 'string' ? [] : use.id)));
    for (const id of ['ntt-east', 'ntt-west', 'ntt-com', 'ntt-docomo', 'rakuten-mobile', 'optage', 'enecom', 'jcom']) {
      expect(ids).toContain(id);
    }
  });
});

describe('a workbook', () => {
  const matrix = matrixSheet('令和6年9月2日', { '09010': ['KDDI'] });

  it('may hold a table in any of its worksheets', () => {
    const bytes = workbook({ 表紙: [['電気通信番号指定状況']], 一覧: matrix }, 'xlsx');
    expect(readTables([{ name: 'a.xlsx', bytes }]).issues).toMatchObject([
      { source: 'a.xlsx', table: { prefix: '090' } },
    ]);
  });

  it('may hold none that is used: the page has others', () => {
    const bytes = workbook({ Sheet1: [['端末設備識別番号', '440-00']] }, 'xlsx');
    expect(readTables([{ name: 'mnc.xlsx', bytes }])).toEqual({ issues: [], unknown: ['mnc.xlsx'], flaws: [] });
  });

  it('that is damaged is told with its name', () => {
    const damaged = workbook({ Sheet1: [...matrix, ['08010', 'KDDI']] }, 'xlsx');
    const { flaws } = readTables([
      { name: 'a.xls', bytes: Buffer.from('502 Bad Gateway') },
      { name: 'b.xlsx', bytes: damaged },
    ]);
    expect(flaws).toEqual([
      { kind: 'unreadable', source: 'a.xls', why: 'something-else' },
      { kind: 'damaged', source: 'b.xlsx', flaw: { kind: 'stray-row', row: 6, found: '08010' } },
    ]);
  });
});
