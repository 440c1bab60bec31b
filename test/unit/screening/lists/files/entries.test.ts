import fc from 'fast-check';
import { type ListEntry, numberKinds } from '../../../../../src/config/schema';
import { ruleIds } from '../../../../../src/screening/context';
import { entryOf, listNames, tidy } from '../../../../../src/screening/lists/files/entry';
import { detectFormat, readListFile } from '../../../../../src/screening/lists/files/format';
import { writeFreepbxCsv } from '../../../../../src/screening/lists/files/freepbx-csv';
import type { ListRow } from '../../../../../src/screening/lists/files/line';
import { writeOwnCsv } from '../../../../../src/screening/lists/files/own-csv';
import { fromSafeCell, toSafeCell } from '../../../../../src/screening/lists/files/safe-cell';
import { readNamed } from '../../../../../src/screening/lists/notation';
import { subjectText } from '../../../../../src/screening/lists/subject';
import { anyNumber } from '../../arbitrary';
import { numbering } from '../../evidence';

const defaults = { list: 'deny', source: 'bl.csv' } as const;
const entry = (row: ListRow) => entryOf(row, defaults, numbering);
const number = '03-1234-5678';

describe('the entry that a row means', () => {
  const plain = {
    list: 'deny',
    number: '+81312345678',
    reason: '',
    source: 'bl.csv',
    expires: null,
    votes: 1,
    excuses: [],
  };
  test.each<[string, ListRow, object]>([
    ['only a number', { what: number }, {}],
    ['a list of its own', { what: number, list: ' Allow ' }, { list: 'allow' }],
    ['a source of its own', { what: number, source: 'fair list' }, { source: 'fair list' }],
    ['no source', { what: number, source: '  ' }, {}],
    ['the name that is reserved for the configuration', { what: number, source: 'config' }, {}],
    ['votes', { what: number, list: 'report', votes: '12' }, { list: 'report', votes: 12 }],
    ['an end', { what: number, expires: '2027-03-31T23:59:59+09:00' }, { expires: '2027-03-31T23:59:59+09:00' }],
    [
      'excuses',
      { what: number, excuses: 'impossible-number  lookalike-number' },
      { excuses: ['impossible-number', 'lookalike-number'] },
    ],
    ['a reason that steers a terminal', { what: number, reason: ' \u001b[2J\n迷惑\u202e ' }, { reason: '[2J 迷惑' }],
    ['a reason that is too long', { what: number, reason: '迷'.repeat(300) }, { reason: '迷'.repeat(200) }],
    [
      'a long one that ends in a surrogate pair',
      { what: number, reason: `${'a'.repeat(199)}𠮷野家` },
      { reason: 'a'.repeat(199) },
    ],
  ])('%s', (_, row, expected) => {
    expect(entry(row)).toEqual({ ok: true, value: { ...plain, ...expected } });
  });

  test.each<[ListRow, string]>([
    [{ what: 'anonymous' }, 'no telephone number'],
    [{ what: number, list: 'block' }, 'must be one of allow, deny, report'],
    [{ what: number, votes: '0' }, 'votes must be'],
    [{ what: number, votes: '1.5' }, 'votes must be'],
    [{ what: number, expires: '2027-03-31' }, 'must be a date and time with an offset'],
    [{ what: number, excuses: 'imposible-number' }, 'did you mean "impossible-number"?'],
    [{ what: 'kind:050', list: 'report' }, 'can be report only with number or prefix'],
  ])('is none: %j', (row, flaw) => {
    expect(entry(row)).toMatchObject({ ok: false, flaw: { en: expect.stringContaining(flaw) } });
  });
});

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const hostile = fc
  .tuple(fc.constantFrom('=', '+', '-', '@', "'", "'=", '"', ',', '＝', ' #'), text)
  .map((parts) => parts.join(''));
const said = fc.oneof(text, hostile).map((words) => tidy(words, 80));

const named = fc
  .oneof(
    anyNumber.map((written) => `number:${written}`),
    anyNumber.map((written) => `prefix:${written}`),
    fc.constantFrom(...numberKinds).map((kind) => `kind:${kind}`),
    fc.constantFrom('carrier:ips', 'carrier:kddi'),
  )
  .map((written) => readNamed(written, numbering))
  .filter((read) => read.ok)
  .map((read) => (read.ok ? read.value : {}));

const anyEntry: fc.Arbitrary<ListEntry> = fc
  .record({
    list: fc.constantFrom(...listNames),
    named,
    reason: said,
    source: said.filter((source) => source !== '' && source !== 'config'),
    expires: fc.option(
      fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2099-12-31') }).map((end) => end.toISOString()),
    ),
    votes: fc.integer({ min: 1, max: 1_000_000 }),
    excuses: fc.subarray([...ruleIds], { maxLength: 3 }),
  })
  .filter(({ list, named: { carrier, kind } }) => list !== 'report' || (carrier === undefined && kind === undefined))
  .map(({ named: about, ...rest }) => ({ ...rest, ...about }));

const entries = fc.array(anyEntry, { maxLength: 20 });

describe('what is exported and imported again', () => {
  test('is the same, in our own CSV', () => {
    fc.assert(
      fc.property(entries, (before) => {
        const csv = writeOwnCsv(before, numbering);
        expect(detectFormat(csv)).toBe('csv');
        const after = readListFile(csv, 'csv').map((line) => ('row' in line ? entry(line.row) : line));
        expect(after).toEqual(before.map((value) => ({ ok: true, value })));
      }),
    );
  });

  test('is the same numbers with their reasons, in that of FreePBX', () => {
    const numbersOnly = entries.map((all) => all.filter((one) => one.number !== undefined && one.reason !== '1'));
    fc.assert(
      fc.property(numbersOnly, (before) => {
        const csv = writeFreepbxCsv(before, numbering);
        expect(detectFormat(csv)).toBe('freepbx');
        const after = readListFile(csv, 'freepbx').flatMap((line) => {
          const read = 'row' in line ? entry(line.row) : null;
          return read?.ok ? [[subjectText(read.value, numbering), read.value.reason]] : [];
        });
        const reasons = new Map<string, string>();
        for (const one of before) {
          const subject = subjectText(one, numbering);
          reasons.set(subject, reasons.get(subject) || one.reason);
        }
        expect(after).toEqual([...reasons]);
      }),
    );
  });

  test('holds no cell that a spreadsheet would take for a formula, but for a number', () => {
    const csv = writeOwnCsv([{ ...formula, reason: '=HYPERLINK("http://example.invalid")', source: '+x' }], numbering);
    expect(csv).toContain(`deny,number:+81312345678,"'=HYPERLINK(""http://example.invalid"")",'+x,`);
  });
});

const formula: ListEntry = {
  list: 'deny',
  number: '+81312345678',
  reason: '',
  source: 'manual',
  expires: null,
  votes: 1,
  excuses: [],
};

test('a cell is made safe and comes back as it was', () => {
  fc.assert(
    fc.property(fc.oneof(text, hostile), (cell) => {
      expect(fromSafeCell(toSafeCell(cell))).toBe(cell);
      expect(toSafeCell(cell)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    }),
  );
});

test('FreePBX gets each number once, with the first reason there is', () => {
  const twice = [formula, { ...formula, reason: 'silent', source: 'bl.csv' }, { ...formula, number: '+442079460018' }];
  expect(writeFreepbxCsv(twice, numbering)).toBe('number,description\r\n0312345678,silent\r\n+442079460018,\r\n');
});
