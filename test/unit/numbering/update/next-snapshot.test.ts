import fc from 'fast-check';
import { blockAt, fixedShape } from '../../../../src/numbering/block-table';
import { openNumbering } from '../../../../src/numbering/numbering';
import { encodeSnapshot } from '../../../../src/numbering/snapshot-encode';
import { compareSnapshots } from '../../../../src/numbering/update/compare';
import { nextSnapshot } from '../../../../src/numbering/update/next-snapshot';
import { edition, snapshot, table } from './small-world';

const base = snapshot([
  table('0', '2026-07', true, { '011200': 'ntt-east', '011201': 'unused' }),
  table('050', '2024-09', false, { '0501000': 'softbank' }),
]);

const open = (...editions: Parameters<typeof nextSnapshot>[1]) =>
  openNumbering(encodeSnapshot(nextSnapshot(base, editions).snapshot));

describe('a published table', () => {
  it('takes the place of the one in use, all of it', () => {
    const numbering = open(edition('0', '2026-09-01', { '011200': 'kddi', '012361': 'unusable' }));
    expect(numbering.lookUp('0112000000')).toMatchObject({ status: 'in-use', carrier: { id: 'kddi' } });
    expect(numbering.lookUp('0112010000')).toMatchObject({ status: 'unlisted' });
    expect(numbering.lookUp('0123610000')).toMatchObject({ status: 'unusable' });
  });

  it('leaves the others as they are', () => {
    const { tables, official, specialNumbers } = nextSnapshot(base, [edition('0', '2026-09-01', {})]).snapshot;
    expect(tables[1]).toEqual(base.tables[1]);
    expect({ official, specialNumbers }).toEqual({ official: base.official, specialNumbers: base.specialNumbers });
  });

  it('may be one that there was none of', () => {
    const numbering = open(edition('0570', '2026-09-01', { '0570000': 'kddi' }));
    expect(numbering.lookUp('0570000000')).toMatchObject({ status: 'in-use', carrier: { id: 'kddi' } });
    expect(numbering.lookUp('0570001000').status).toBe('unlisted');
  });

  it('brings carriers that nobody knew, after those that a configuration may name', () => {
    const { carriers } = nextSnapshot(base, [edition('050', '2026-09-01', { '0501000': 'はじめて通信' })]).snapshot;
    expect(carriers.map(({ id }) => id)).toEqual(['ntt-east', 'kddi', 'softbank', 'はじめて通信']);
  });

  it('brings the area codes of its blocks', () => {
    const numbering = open(edition('0', '2026-09-01', { '013720': 'kddi', '013777': 'kddi' }, { '013777': '01377' }));
    expect(numbering.lookUp('0137200000').areaCode).toBe('0137');
    expect(numbering.lookUp('0137770000').areaCode).toBe('01377');
  });

  it('may be that of the access codes', () => {
    const { accessCodes } = nextSnapshot(base, [
      edition('00', '2026-09-01', { '0088': 'softbank', '001': 'kddi' }),
    ]).snapshot;
    expect([...accessCodes]).toEqual([
      ['001', 'kddi'],
      ['0088', 'softbank'],
    ]);
  });
});

describe('an older table than the one in use', () => {
  it.each([
    ['0', '2026-06-30', true],
    ['0', '2026-07-01', false],
    ['050', '2024-08-31', true],
    ['050', '2024-09-02', false],
    ['0570', '2001-01-01', false],
    ['00', '2026-07-16', true],
    ['00', '2026-07-17', false],
  ])('%s of %s is left out: %s', (prefix, asOf, isOutdated) => {
    const { outdated } = nextSnapshot(base, [edition(prefix, asOf, {})]);
    expect(outdated.length > 0).toBe(isOutdated);
  });
});

describe('the date, from which the age of the tables is counted,', () => {
  const dateAfter = (...editions: Parameters<typeof nextSnapshot>[1]) => nextSnapshot(base, editions).snapshot.date;

  it('is that of the landlines', () => {
    expect(dateAfter(edition('0', '2026-09-01', {}), edition('050', '2026-10-01', {}))).toBe('2026-09-01');
  });

  it('does not become younger by another table', () => {
    expect(dateAfter(edition('050', '2026-10-01', {}))).toBe('2026-07-17');
  });

  it('never goes back', () => {
    expect(dateAfter(edition('0', '2026-07-05', {}))).toBe('2026-07-17');
  });
});

describe('the silence of a table counts', () => {
  const isComplete = (prefix: string, ...editions: Parameters<typeof nextSnapshot>[1]) =>
    nextSnapshot(base, editions).snapshot.tables.find((one) => one.prefix === prefix)?.complete;

  it.each([
    ['when it is as young as the landlines', '2026-09-01', true],
    ['when it is younger', '2026-09-02', true],
    ['not when it is older: it would be believed for longer than it should', '2026-08-31', false],
  ])('%s', (_, asOf, complete) => {
    expect(isComplete('050', edition('0', '2026-09-01', {}), edition('050', asOf, {}))).toBe(complete);
  });

  it('no longer, once younger landlines come without it', () => {
    const complete = nextSnapshot(base, [edition('050', '2026-08-01', {})]).snapshot;
    expect(complete.tables[1]?.complete).toBe(true);
    const next = nextSnapshot(complete, [edition('0', '2026-09-01', {})]).snapshot;
    expect(next.tables.map(({ prefix, complete }) => [prefix, complete])).toEqual([
      ['0', true],
      ['050', false],
    ]);
  });
});

describe('whatever the tables say', () => {
  const use = fc.constantFrom('unused', 'unusable', 'in-use', 'ntt-east', 'kddi', 'はじめて通信');
  const blocks = fc.dictionary(
    fc.nat(99_999).map((place) => blockAt(fixedShape, place)),
    use,
    { maxKeys: 30 },
  );

  it('taking them over a second time changes nothing', () => {
    fc.assert(
      fc.property(blocks, (published) => {
        const editions = [edition('0', '2026-09-01', published)];
        const once = nextSnapshot(base, editions).snapshot;
        const twice = nextSnapshot(once, editions).snapshot;
        expect(encodeSnapshot(twice)).toBe(encodeSnapshot(once));
        expect(compareSnapshots(once, twice)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
