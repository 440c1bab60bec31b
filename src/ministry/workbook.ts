import type { Sheet } from '../numbering/update/sheet';

/** The bytes are something else than a workbook, or a cut or damaged one. */
export class UnreadableWorkbook extends Error {
  override readonly name = 'UnreadableWorkbook';

  constructor(
    readonly why: 'something-else' | 'damaged',
    options?: { readonly cause: unknown },
  ) {
    super(why, options);
  }
}

/** The longest table of the ministry has some six thousand rows, the widest eleven columns. */
const limits = { rows: 20_000, columns: 32 } as const;

/** First bytes of a compound file (.xls, BIFF8) and of a ZIP archive (.xlsx). */
const signatures = ['d0cf11e0', '504b0304'];

/**
 * The worksheets of a workbook, cells as it shows them.
 *
 * @throws UnreadableWorkbook
 */
export function readWorkbook(bytes: Buffer): Sheet[] {
  // Without this the library takes any text for a table: an error page in place of a workbook, too.
  if (!signatures.includes(bytes.subarray(0, 4).toString('hex'))) throw new UnreadableWorkbook('something-else');
  // Takes as long to load as everything else of a command together.
  const xlsx: typeof import('@e965/xlsx') = require('@e965/xlsx');
  try {
    const { SheetNames, Sheets } = xlsx.read(bytes, { type: 'buffer', dense: true, sheetRows: limits.rows });
    return SheetNames.map((name) => textsOf(Sheets[name]?.['!data'] ?? []));
  } catch (cause) {
    throw new UnreadableWorkbook('damaged', { cause });
  }
}

type Cell = import('@e965/xlsx').CellObject;

/** Rows and cells that are empty are holes in the library's arrays. */
function textsOf(rows: readonly (readonly (Cell | undefined)[] | undefined)[]): Sheet {
  return Array.from(rows, (row) => Array.from(row ?? [], textOf).slice(0, limits.columns));
}

function textOf(cell: Cell | undefined): string {
  return cell?.w ?? String(cell?.v ?? '');
}
