import { findShrinkage } from '../../../../src/numbering/update/shrinkage';
import { type Blocks, row, snapshot, table } from './small-world';

const found = (prefix: string, complete: boolean, before: Blocks, after: Blocks) =>
  findShrinkage(
    snapshot([table(prefix, '2026-07', complete, before)]),
    snapshot([table(prefix, '2026-09-01', true, after)]),
  );

describe('a complete table of a thousand blocks', () => {
  it.each([
    ['stays', 1000, true],
    ['grows', 1100, true],
    ['loses 3 %', 970, true],
    ['loses more', 969, false],
    ['is empty', 0, false],
  ])('%s', (_, after, fine) => {
    const flaws = found('0', true, row('033000', 1000, 'kddi'), row('033000', after, 'kddi'));
    expect(flaws).toEqual(
      fine ? [] : [{ kind: 'shrunken', table: '0', part: '03', counted: 'listed', before: 1000, after }],
    );
  });
});

it('a table that lists all, but hardly any in use, is told as well', () => {
  expect(
    found('0', true, row('033000', 100, 'kddi'), { ...row('033000', 10, 'kddi'), ...row('033010', 90, 'unused') }),
  ).toEqual([{ kind: 'shrunken', table: '0', part: '03', counted: 'in-use', before: 100, after: 10 }]);
});

it('landlines are judged by workbook: one of nine that is cut does not hide behind the others', () => {
  const others = { ...row('011000', 2000, 'kddi'), ...row('066000', 2000, 'kddi') };
  const flaws = found(
    '0',
    true,
    { ...others, ...row('033000', 100, 'kddi') },
    { ...others, ...row('033000', 50, 'kddi') },
  );
  expect(flaws).toMatchObject([{ part: '03', before: 100, after: 50 }]);
});

it('blocks that cannot be used may vanish: the ministry does not list them every year', () => {
  expect(
    found('0', true, { ...row('033000', 200, 'unusable'), ...row('034200', 100, 'kddi') }, row('034200', 100, 'kddi')),
  ).toEqual([]);
});

it.each([
  ['may differ by a fifth', 80, true],
  ['but not by more', 79, false],
])('a partial table is of another source: it %s', (_, after, fine) => {
  expect(found('070', false, row('070100', 100, 'kddi'), row('070100', after, 'kddi')).length === 0).toBe(fine);
});

it('a handful of blocks is no damage, however small the table', () => {
  expect(found('060', true, row('060100', 5, 'kddi'), {})).toEqual([]);
});

it('a new table cannot have shrunk', () => {
  expect(findShrinkage(snapshot([]), snapshot([table('090', '2026-09-01', true, {})]))).toEqual([]);
});

it('access codes are watched, too', () => {
  const codes = (count: number) =>
    new Map(Array.from({ length: count }, (_, place) => [`00${place + 10}`, 'kddi'] as const));
  const shrunk = (after: number) =>
    findShrinkage(snapshot([], { accessCodes: codes(37) }), snapshot([], { accessCodes: codes(after) }));
  expect(shrunk(31)).toEqual([]);
  expect(shrunk(20)).toEqual([{ kind: 'shrunken', table: '00', part: '00', counted: 'listed', before: 37, after: 20 }]);
});
