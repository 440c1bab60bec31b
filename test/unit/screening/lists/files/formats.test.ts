import fc from 'fast-check';
import { decodeListFile } from '../../../../../src/screening/lists/files/decode';
import {
  detectFormat,
  type ListFormat,
  listFormats,
  readListFile,
} from '../../../../../src/screening/lists/files/format';

const lines = (...text: string[]) => text.join('\r\n');

/** Line, what and reason of every entry; the English flaw of every damaged line. */
function read(text: string, format: ListFormat) {
  return readListFile(text, format).map((read) =>
    'flaw' in read ? [read.line, read.flaw.en] : [read.line, read.row.what, read.row.reason ?? ''],
  );
}

describe('the format of a file is seen by its first line', () => {
  test.each<[ListFormat, string]>([
    ['text', '0312345678'],
    ['text', '# numbers, that is\n0312345678'],
    ['text', '\n\n+44*  # abroad'],
    ['text', ''],
    ['text', '"0312345678'],
    ['freepbx', 'number,description\n0312345678,spam'],
    ['freepbx', '"number","description"'],
    ['freepbx', '0312345678,spam'],
    ['freepbx', '"0312345678"'],
    ['csv', 'list,what,reason'],
    ['csv', 'What,List'],
    ['vcard', 'BEGIN:VCARD\nVERSION:3.0'],
    ['vcard', '\r\nbegin:vcard\r\n'],
  ])('%s: %j', (format, text) => {
    expect(detectFormat(text)).toBe(format);
  });
});

test('plain text: one a line, with comments that may be reasons', () => {
  const text = lines(
    '# 迷惑電話',
    '',
    '0312345678',
    ' 03-1234-5679\t# 無言 電話',
    '+44*##abroad',
    '+44* ## abroad',
    '*67#',
  );
  expect(read(text, 'text')).toEqual([
    [3, '0312345678', ''],
    [4, '03-1234-5679', '無言 電話'],
    [5, '+44*##abroad', ''],
    [6, '+44*', 'abroad'],
    [7, '*67#', ''],
  ]);
});

describe('the FreePBX blacklist', () => {
  test('with its header, the settings among the numbers, and 1 for no description', () => {
    const text = lines(
      'number,description',
      '0312345678,1',
      'blocked,1',
      'dest,"app-blackhole,hangup,1"',
      '"0312345679","sells ""gold"", daily"',
      '0312345670',
    );
    expect(read(text, 'freepbx')).toEqual([
      [2, '0312345678', ''],
      [5, '0312345679', 'sells "gold", daily'],
      [6, '0312345670', ''],
    ]);
  });

  test('without a header', () => {
    expect(read('0312345678,spam\n', 'freepbx')).toEqual([[1, '0312345678', 'spam']]);
  });
});

describe('a damaged line of a CSV leaves the others alone', () => {
  const flaw = 'its quotation marks do not match';
  test.each([
    [
      'a quote that is never closed',
      ['1,"a', '2,b', '3,c'],
      [
        [1, flaw],
        [2, '2', 'b'],
        [3, '3', 'c'],
      ],
    ],
    [
      'a quote that another line seems to close',
      ['1,"a', '2,"b"', '3,c'],
      [
        [1, flaw],
        [2, '2', 'b'],
        [3, '3', 'c'],
      ],
    ],
    [
      'text behind a quoted cell',
      ['"1"x,a', '2,b'],
      [
        [1, flaw],
        [2, '2', 'b'],
      ],
    ],
    [
      'a quote inside a bare cell is a quote',
      ['1,5" disk', '2,b'],
      [
        [1, '1', '5" disk'],
        [2, '2', 'b'],
      ],
    ],
    [
      'a quoted cell may hold a line end',
      ['1,"a', 'b"', '2,c'],
      [
        [1, '1', 'a\r\nb'],
        [3, '2', 'c'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(lines(...text), 'freepbx')).toEqual(expected);
  });
});

test('our own CSV: columns by name, in any order', () => {
  const text = lines('votes,what,unknown,list', '7,number:+81312345678,x,report', ',kind:050');
  expect(readListFile(text, 'csv')).toEqual([
    { line: 2, row: { what: 'number:+81312345678', list: 'report', votes: '7' } },
    { line: 3, row: { what: 'kind:050' } },
  ]);
});

test('our own CSV needs a header', () => {
  expect(read('0312345678,deny', 'csv')).toEqual([[1, expect.stringContaining('no column `what`')]]);
});

describe('an address book', () => {
  test('vCard 3.0: folded lines, groups, parameters with colons, escapes', () => {
    const text = lines(
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:山田;太郎;;;',
      'FN:山田\\, 太郎 (株式会社',
      '  みらい)',
      'item1.TEL;TYPE=CELL,VOICE:090-1234-',
      ' 5678',
      'TEL;TYPE="work:main":03-1234-5678',
      'TEL:',
      'END:VCARD',
    );
    expect(read(text, 'vcard')).toEqual([
      [6, '090-1234-5678', '山田, 太郎 (株式会社 みらい)'],
      [8, '03-1234-5678', '山田, 太郎 (株式会社 みらい)'],
    ]);
  });

  test('vCard 4.0: tel URIs', () => {
    const text = lines(
      'BEGIN:VCARD',
      'VERSION:4.0',
      'TEL;VALUE=uri;TYPE=work:tel:+81-3-1234-5678;ext=9',
      'FN:Taro',
      'END:VCARD',
    );
    expect(read(text, 'vcard')).toEqual([[3, 'tel:+81-3-1234-5678;ext=9', 'Taro']]);
  });

  test('vCard 2.1 of a telephone: quoted-printable in Shift_JIS, with a soft line break', () => {
    const text = lines(
      'BEGIN:VCARD',
      'VERSION:2.1',
      'FN;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:=8E=52=93=63=',
      '=91=BE=98=59',
      'TEL;CELL:09012345678',
      'END:VCARD',
    );
    expect(read(text, 'vcard')).toEqual([[5, '09012345678', '山田太郎']]);
  });

  test.each(['UTF-8', 'no-such-charset', ''])('quoted-printable with charset %j is told by its bytes', (charset) => {
    const text = lines(`FN;QUOTED-PRINTABLE;CHARSET=${charset}:=E5=B1=B1=E7=94=B0`, 'TEL:0312345678');
    expect(read(text, 'vcard')).toEqual([[2, '0312345678', '山田']]);
  });

  test('the organisation stands in for a name', () => {
    const text = lines(
      'BEGIN:VCARD',
      'ORG:みらい銀行;本店',
      'TEL:0312345678',
      'END:VCARD',
      'BEGIN:VCARD',
      'TEL:1',
      'END:VCARD',
    );
    expect(read(text, 'vcard')).toEqual([
      [3, '0312345678', 'みらい銀行 本店'],
      [6, '1', ''],
    ]);
  });

  test('a file that was cut off, and what is no property', () => {
    expect(read(lines('BEGIN:VCARD', 'nonsense', ':', 'TEL:0312345678', 'FN:Taro'), 'vcard')).toEqual([
      [4, '0312345678', 'Taro'],
    ]);
  });
});

describe('the encoding of a file', () => {
  const shiftJis = [0x96, 0xc0, 0x98, 0x66];
  test.each<[string, number[], string]>([
    ['UTF-8', [...new TextEncoder().encode('迷惑')], '迷惑'],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...new TextEncoder().encode('迷惑')], '迷惑'],
    ['Shift_JIS', shiftJis, '迷惑'],
    ['UTF-16 of a spreadsheet', [0xff, 0xfe, 0xf7, 0x8f, 0xd1, 0x60], '迷惑'],
    ['UTF-16, the other way round', [0xfe, 0xff, 0x8f, 0xf7, 0x60, 0xd1], '迷惑'],
    ['nothing', [], ''],
    ['none at all', [0xff, 0x41], '\ufffdA'],
  ])('%s', (_, bytes, text) => {
    expect(decodeListFile(new Uint8Array(bytes))).toBe(text);
  });
});

test('no text is too odd for any format, and every line of it is told at most once', () => {
  const text = fc.array(
    fc.constantFrom('"', ',', '\n', '\r\n', '#', ':', '=', ' ', 'TEL', 'FN', 'BEGIN:VCARD', '0', 'what'),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        text.map((parts) => parts.join('')),
        fc.string({ unit: 'binary' }),
      ),
      (anything) => {
        for (const format of listFormats) {
          const told = readListFile(anything, format).map(({ line }) => line);
          expect(new Set(told).size).toBe(told.length);
          expect(Math.max(0, ...told)).toBeLessThanOrEqual(anything.split(/\r\n|[\n\r]/).length);
        }
        expect(listFormats).toContain(detectFormat(anything));
      },
    ),
  );
});

test('no bytes are too odd to be a text', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof decodeListFile(bytes) === 'string'));
});
