import { gatherEditions, type Issue } from '../../../../src/numbering/update/edition';
import { edition, row } from './small-world';

const terms = { pageDate: null, latest: '2027-01-01' };

/** A workbook of the blocks that begin so. */
function issue(source: string, asOf: string | null, prefix: string, first: string, use = 'kddi'): Issue {
  const { blocks } = edition(prefix, '', row(first, 3, use));
  return { source, table: { prefix, asOf, blocks, areaCodes: new Map(), covers: new Set(blocks.keys()) } };
}

const landlines = (asOf: string, digits = '123456789') =>
  [...digits].map((digit) => issue(`${digit}.xls`, asOf, '0', `0${digit}2220`));

describe('nine workbooks make the table of landlines', () => {
  it('whole', () => {
    const { editions, flaws } = gatherEditions(landlines('2026-09-01'), terms);
    expect(flaws).toEqual([]);
    expect(editions.map(({ prefix, asOf, blocks }) => [prefix, asOf, blocks.size])).toEqual([['0', '2026-09-01', 27]]);
  });

  it('or else the missing ones are named: their blocks would look closed', () => {
    const { flaws } = gatherEditions(landlines('2026-09-01', '1245789'), terms);
    expect(flaws).toEqual([{ kind: 'missing-parts', table: '0', parts: ['03', '06'] }]);
  });

  it('of the date of the newest, for a workbook keeps its date until something in it changes', () => {
    const issues = [...landlines('2023-07-01', '12345678'), ...landlines('2026-09-01', '9')];
    expect(gatherEditions(issues, terms).editions[0]?.asOf).toBe('2026-09-01');
  });
});

describe('of two issues of one table', () => {
  const old = issue('000697579.xlsx', '2023-07-01', '0800', '0800100', 'softbank');

  it.each([
    ['the one with the later date counts', issue('000500000.xlsx', '2024-09-02', '0800', '0800102')],
    ['of the same date, the one with the higher number', issue('001045206.xlsx', '2023-07-01', '0800', '0800100')],
  ])('%s', (_, young) => {
    for (const issues of [
      [old, young],
      [young, old],
    ]) {
      const { editions, superseded } = gatherEditions(issues, terms);
      expect(superseded).toEqual(['000697579.xlsx']);
      expect([...(editions[0]?.blocks ?? [])]).toEqual([...young.table.blocks]);
    }
  });

  it('both count when they are of different blocks', () => {
    const other = issue('phs.xlsx', '2023-07-01', '0800', '0800500');
    const { editions, superseded } = gatherEditions([old, other], terms);
    expect([editions[0]?.blocks.size, superseded]).toEqual([6, []]);
  });
});

describe('the date of a table', () => {
  const undated = issue('a.xlsx', null, '090', '090100');
  const dated = issue('b.xlsx', '2024-09-02', '090', '090100');

  it('is the page’s, where there is one: the ministry says what holds on that day', () => {
    expect(gatherEditions([dated], { ...terms, pageDate: '2026-11-01' }).editions[0]?.asOf).toBe('2026-11-01');
  });

  it('may be missing', () => {
    expect(gatherEditions([undated], terms).flaws).toEqual([{ kind: 'undated', table: '090' }]);
  });

  it('may not be to come: the table would look fresh until then', () => {
    const { flaws } = gatherEditions([dated], { ...terms, pageDate: '2098-09-01' });
    expect(flaws).toEqual([{ kind: 'postdated', table: '090', asOf: '2098-09-01' }]);
  });
});
