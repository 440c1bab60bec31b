import type { Carrier } from './number-info';
import { OfficialDirectory } from './official-directory';
import { type BlockTable, emptyBlocks, type Snapshot, SnapshotError } from './snapshot';
import { assertIntact, codeOf, completeness, header, rowLength } from './snapshot-format';

/** A snapshot that was read; its official numbers can be found by number. */
export interface DecodedSnapshot extends Snapshot {
  readonly official: OfficialDirectory;
}

/** Reads what {@link encodeSnapshot} wrote. Throws {@link SnapshotError} for anything else. */
export function decodeSnapshot(text: string): DecodedSnapshot {
  const end = assertIntact(text);
  const official = text.indexOf('\nofficial\t') + 1 || end;
  const lines = text.slice(header.length + 1, official).split('\n');
  const reader = new SnapshotReader();
  for (const line of lines.slice(0, -1)) reader.read(line);
  return { ...reader.facts, official: new OfficialDirectory(text.slice(official, end)) };
}

class SnapshotReader {
  private date = '';
  private readonly credit: string[] = [];
  private readonly carriers: Carrier[] = [];
  private readonly areaCodeLengths = new Map<string, number>();
  private readonly accessCodes = new Map<string, string>();
  private readonly specialNumbers = new Set<string>();
  private readonly tables: BlockTable[] = [];

  get facts(): Omit<Snapshot, 'official'> {
    const { date, credit, carriers, areaCodeLengths, tables, accessCodes, specialNumbers } = this;
    return { date, credit, carriers, areaCodeLengths, tables, accessCodes, specialNumbers };
  }

  read(line: string): void {
    const [word = '', a = '', b = '', c = '', d = ''] = line.split('\t');
    switch (word) {
      case 'date':
        this.date = a;
        return;
      case 'credit':
        this.credit.push(a);
        return;
      case 'carrier':
        this.carriers.push({ id: a, name: b });
        return;
      case 'area':
        this.areaCodeLengths.set(a, Number(b));
        return;
      case 'access':
        this.accessCodes.set(a, b);
        return;
      case 'special':
        this.specialNumbers.add(a);
        return;
      case 'table': {
        const digits = Number(b);
        this.tables.push({
          prefix: a,
          digits,
          asOf: c,
          complete: d === completeness.true,
          blocks: emptyBlocks(digits),
        });
        return;
      }
      default:
        this.readRow(word, a);
    }
  }

  /** A row belongs to the table above it: the leading digits of a hundred blocks, then their signs. */
  private readRow(digits: string, signs: string): void {
    const table = this.tables.at(-1);
    if (table === undefined || !digits.startsWith(table.prefix)) {
      throw new SnapshotError(`it has a record “${digits}” that this version does not know`);
    }
    const first = Number(digits.slice(table.prefix.length)) * rowLength;
    for (let place = 0; place < rowLength; place++) table.blocks[first + place] = codeOf(signs.charCodeAt(place));
  }
}
