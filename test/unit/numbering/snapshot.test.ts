import fc from 'fast-check';
import { readSnapshot } from '../../../src/cli/snapshot';
import type { OfficialNumber } from '../../../src/numbering/number-info';
import { openNumbering } from '../../../src/numbering/numbering';
import { type BlockTable, emptyBlocks, type Snapshot, SnapshotError } from '../../../src/numbering/snapshot';
import { decodeSnapshot } from '../../../src/numbering/snapshot-decode';
import { encodeSnapshot } from '../../../src/numbering/snapshot-encode';
import { sealOf } from '../../../src/numbering/snapshot-format';

const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => !/[\t\n]/.test(text));
const numberBeginning = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: length }).map((rest) => `0${rest}`);

const table: fc.Arbitrary<BlockTable> = fc
  .record({
    prefix: fc.constantFrom('0', '050', '0120', '090'),
    digits: fc.constantFrom(2, 3),
    asOf: fc.constantFrom('2024-09', '2026-07-17'),
    complete: fc.boolean(),
    codes: fc.array(fc.tuple(fc.nat(99_999), fc.nat(300)), { maxLength: 40 }),
  })
  .map(({ codes, ...rest }) => {
    const blocks = emptyBlocks(rest.digits);
    for (const [place, code] of codes) blocks[place % blocks.length] = code;
    return { ...rest, blocks };
  });

const official: fc.Arbitrary<OfficialNumber[]> = fc.uniqueArray(
  fc.record({
    national: fc.nat(999_999_999).map((value) => `0${String(value).padStart(9, '1')}`),
    kind: fc.constantFrom('police-hq', 'police-station', 'koban', 'municipality'),
    name: fc
      .array(fc.constantFrom('警察署', '𠮷野', '𠮟', '中央', '交番', 'A'), { minLength: 1 })
      .map((parts) => parts.join('')),
  }),
  { selector: ({ national }) => national },
);

const snapshot: fc.Arbitrary<Snapshot> = fc.record({
  date: fc.constant('2026-07-17'),
  credit: fc.array(word),
  carriers: fc.uniqueArray(fc.record({ id: word, name: word }), { selector: ({ id }) => id }),
  areaCodeLengths: fc.array(fc.tuple(numberBeginning(5), fc.integer({ min: 2, max: 5 }))).map((all) => new Map(all)),
  tables: fc.uniqueArray(table, { selector: ({ prefix }) => prefix }),
  accessCodes: fc.array(fc.tuple(numberBeginning(5), word)).map((all) => new Map(all)),
  specialNumbers: fc.array(numberBeginning(2)).map((all) => new Set(all)),
  official,
});

describe('a snapshot', () => {
  it('that was written, as UTF-8, is read as it was', () => {
    fc.assert(
      fc.property(snapshot, (written) => {
        const text = Buffer.from(encodeSnapshot(written)).toString();
        const read = decodeSnapshot(text);
        expect({ ...read, official: [...read.official] }).toEqual(written);
        expect(encodeSnapshot(read)).toBe(text);
      }),
    );
  });

  it('as it ships is what the encoder writes', () => {
    const text = readSnapshot();
    expect(encodeSnapshot(decodeSnapshot(text))).toBe(text);
    expect(Buffer.byteLength(text)).toBeLessThan(400_000);
  });
});

describe('what is no intact snapshot is refused with a reason', () => {
  const text = readSnapshot();
  const sealed = (body: string) => `${body}end\t${sealOf(body)}\n`;

  it.each([
    ['an empty file', '', 'does not begin with'],
    ['some other file', '<!doctype html>', 'does not begin with'],
    ['a later version', text.replace('denwaban-numbering 1', 'denwaban-numbering 2'), 'does not begin with'],
    ['cut short', text.slice(0, 200_000), 'end is missing'],
    ['without its last line break', text.slice(0, -1), 'changed'],
    ['with something behind', `${text}\n`, 'changed'],
    ['with one sign changed', text.replace('\tA', '\tB'), 'changed'],
    ['with a record of the future', sealed('denwaban-numbering 1\nnovelty\tx\n'), '“novelty”'],
    [
      'with a row outside its table',
      sealed('denwaban-numbering 1\ntable\t050\t4\t2024-09\tpartial\n0700\t..\n'),
      '“0700”',
    ],
  ])('%s', (_what, damaged, reason) => {
    expect(() => openNumbering(damaged)).toThrow(SnapshotError);
    expect(() => openNumbering(damaged)).toThrow(reason);
  });
});
