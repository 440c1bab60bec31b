import { blocksIn, compareSnapshots } from '../../../../src/numbering/update/compare';
import { type Blocks, row, snapshot, table } from './small-world';

const compare = (before: Blocks, after: Blocks) =>
  compareSnapshots(
    snapshot([table('0', '2026-07', true, before)]),
    snapshot([table('0', '2026-09-01', true, after)]),
  )[0];

describe('a block', () => {
  it.each<[string, string | null, string | null, 'opened' | 'closed' | 'moved', (string | null)[]]>([
    ['comes into use', 'unused', 'kddi', 'opened', [null, 'kddi']],
    ['is listed for the first time', null, 'kddi', 'opened', [null, 'kddi']],
    ['is in use by nobody named', 'unused', 'in-use', 'opened', [null, null]],
    ['goes out of use', 'kddi', 'unused', 'closed', ['kddi', null]],
    ['is no longer listed', 'kddi', null, 'closed', ['kddi', null]],
    ['goes to another carrier', 'kddi', 'softbank', 'moved', ['kddi', 'softbank']],
    ['gets a name', 'in-use', 'kddi', 'moved', [null, 'kddi']],
  ])('%s', (_, before, after, kind, [from, to]) => {
    const blocks = (use: string | null): Blocks => (use === null ? {} : { '033200': use });
    const changes = compare(blocks(before), blocks(after));
    expect(changes).toMatchObject({
      table: '0',
      opened: [],
      closed: [],
      moved: [],
      relisted: 0,
      [kind]: [{ first: '033200', last: '033200', blocks: 1, from, to }],
    });
  });

  it.each([
    ['unused', 'unusable'],
    ['unusable', null],
    [null, 'unused'],
  ])('in no use before and after is only counted: %s → %s', (before, after) => {
    const blocks = (use: string | null): Blocks => (use === null ? {} : { '033200': use });
    expect(compare(blocks(before), blocks(after))).toMatchObject({ opened: [], closed: [], moved: [], relisted: 1 });
  });
});

it('neighbours to which the same happened stand together', () => {
  const before = { ...row('033200', 5, 'unused'), '033205': 'kddi', ...row('033206', 2, 'unused') };
  const after = { ...row('033200', 3, 'kddi'), ...row('033203', 2, 'softbank'), ...row('033205', 3, 'kddi') };
  const { opened = [], moved } = compare(before, after) ?? {};
  expect(opened.map(({ first, last, blocks, to }) => [first, last, blocks, to])).toEqual([
    ['033200', '033202', 3, 'kddi'],
    ['033203', '033204', 2, 'softbank'],
    ['033206', '033207', 2, 'kddi'],
  ]);
  expect([moved, blocksIn(opened)]).toEqual([[], 7]);
});

it('but not with others between them', () => {
  const before = { '033200': 'unused', '033201': 'kddi', '033202': 'unused' };
  const after = row('033200', 3, 'kddi');
  expect(compare(before, after)?.opened.map(({ first, last }) => [first, last])).toEqual([
    ['033200', '033200'],
    ['033202', '033202'],
  ]);
});

describe('tables', () => {
  const same = table('050', '2024-09', false, { '0501000': 'kddi' });

  it('that stay the same are left out', () => {
    expect(compareSnapshots(snapshot([same]), snapshot([same]))).toEqual([]);
  });

  it('that hold the same of a later day are told', () => {
    const changes = compareSnapshots(snapshot([same]), snapshot([{ ...same, asOf: '2026-09-01', complete: true }]));
    expect(changes).toEqual([
      {
        table: '050',
        asOf: { from: '2024-09', to: '2026-09-01' },
        complete: { from: false, to: true },
        opened: [],
        closed: [],
        moved: [],
        relisted: 0,
      },
    ]);
  });

  it('that are new are all opened', () => {
    expect(compareSnapshots(snapshot([]), snapshot([same]))).toMatchObject([
      { table: '050', asOf: { from: null, to: '2024-09' }, opened: [{ first: '0501000', to: 'kddi' }] },
    ]);
  });
});

it('carrier access codes are compared one by one', () => {
  const before = snapshot([], {
    accessCodes: new Map([
      ['0031', 'ips'],
      ['0033', 'ntt-com'],
      ['0077', 'kddi'],
    ]),
  });
  const after = snapshot([], {
    accessCodes: new Map([
      ['0033', 'softbank'],
      ['0077', 'kddi'],
      ['0078', 'kddi'],
    ]),
  });
  const code = (first: string, from: string | null, to: string | null) => ({ first, last: first, blocks: 1, from, to });
  expect(compareSnapshots(before, after)).toMatchObject([
    {
      table: '00',
      opened: [code('0078', null, 'kddi')],
      closed: [code('0031', 'ips', null)],
      moved: [code('0033', 'ntt-com', 'softbank')],
    },
  ]);
});
