import { type BookType, utils, write } from '@e965/xlsx';
import type { Sheet } from '../../src/numbering/update/sheet';

/** Workbooks in the ministry's forms. */

/** A workbook with these worksheets, as .xls (BIFF8) or .xlsx. */
export function workbook(
  sheets: Readonly<Record<string, Sheet>>,
  bookType: Extract<BookType, 'biff8' | 'xlsx'>,
): Buffer {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const cells = rows.map((row) => row.map((cell) => (cell === '' ? null : cell)));
    utils.book_append_sheet(book, utils.aoa_to_sheet(cells), name);
  }
  return write(book, { type: 'buffer', bookType, compression: true });
}

/** A row of landlines: 番号区画コード MA 番号 市外局番 市内局番 事業者 使用状況, as in the column order until 2023. */
export type FixedRow = readonly [
  zone: string,
  ma: string,
  block: string,
  area: string,
  exchange: string,
  carrier: string,
  state: string,
];

/** Until about 2023. */
export function oldFixedSheet(date: string, rows: readonly FixedRow[]): Sheet {
  const head = ['番号区画コード', 'MA', '番号', '市外局番', '市内局番', '指定事業者', '使用状況', '備考'];
  return [['', '', '', '', '', '', '', `(${date}現在)`], head, ...rows];
}

/** Since then: no column MA, and the carrier's has another name. */
export function fixedSheet(date: string, rows: readonly FixedRow[]): Sheet {
  const head = ['番号区画コード', '番号', '市外局番', '市内局番', '事業者', '使用状況', '備考'];
  return [['', '', '', '', '', '', `(${date}現在)`], head, ...rows.map(([zone, , ...rest]) => [zone, ...rest])];
}

/** A matrix: `rows` by their leading digits, each with the cells of the digits from 0. */
export function matrixSheet(date: string, rows: Readonly<Record<string, readonly string[]>>): Sheet {
  return [
    ['', '', '', '', '', '', '', '', '電気通信番号指定状況'],
    ['', '', '', '', '', '', '', '', `(${date}現在)`],
    ['表の"番号"列の部分はＥコードまでを、１行目の０～９はＦコードを示します。'],
    matrixHead,
    // In code order: a key like 09010 is no array index and stays where it was written.
    ...Object.entries(rows).map(([start, cells]) => [start, ...cells]),
  ];
}

export const matrixHead = ['番号', '０', '１', '２', '３', '４', '５', '６', '７', '８', '９'] as const;

const shiftJis = new Map<string, readonly number[]>();

/** A text in the encoding of the ministry's page. Node can only read it: the way back is found by trying all. */
export function inShiftJis(text: string): Buffer {
  if (shiftJis.size === 0) {
    const decoder = new TextDecoder('shift_jis');
    const add = (...bytes: number[]) => shiftJis.set(decoder.decode(Uint8Array.from(bytes)), bytes);
    for (let lead = 0x81; lead <= 0xfc; lead++) for (let trail = 0x40; trail <= 0xfc; trail++) add(lead, trail);
    for (let byte = 0; byte < 0x80; byte++) add(byte);
  }
  return Buffer.from([...text].flatMap((character) => shiftJis.get(character) ?? [0x3f]));
}
