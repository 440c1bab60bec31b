import { countStates, type StateCounts } from '../../numbering/block-table';
import type { Carrier, OfficialNumber } from '../../numbering/number-info';
import { BlockCode, type Snapshot } from '../../numbering/snapshot';
import { decodeSnapshot } from '../../numbering/snapshot-decode';
import { type DataAge, dataAge, dataAgeScale, daysSince } from '../../screening/data-age';
import type { ChosenNumbering, PassedOver } from '../choose-numbering';

/** Which numbering data are used, why, how old they are, and what they hold. */
export interface NumberingStatus {
  readonly file: string;
  readonly origin: ChosenNumbering['origin'];
  readonly passedOver: PassedOver | null;
  /** ISO date, and how many whole days ago it was. */
  readonly date: string;
  readonly ageDays: number;
  readonly age: DataAge;
  /** What part of its weight `unallocated-block` has with tables of this age. */
  readonly unallocatedBlockScale: number;
  readonly tables: readonly (TableStatus & StateCounts)[];
  /** Blocks in use by each carrier, most first. */
  readonly carriers: readonly (Carrier & { readonly blocks: number })[];
  readonly accessCodes: number;
  readonly specialNumbers: number;
  readonly areaCodes: number;
  readonly official: Readonly<Record<OfficialNumber['kind'], number>>;
  readonly credit: readonly string[];
}

interface TableStatus {
  readonly table: string;
  readonly asOf: string;
  readonly complete: boolean;
}

export function statusOf({ file, origin, passedOver, text, numbering }: ChosenNumbering, now: number): NumberingStatus {
  const snapshot = decodeSnapshot(text);
  const { date } = snapshot;
  const age = dataAge(date, now);
  return {
    file,
    origin,
    passedOver,
    date,
    ageDays: Math.max(0, Math.floor(daysSince(date, now))),
    age,
    unallocatedBlockScale: dataAgeScale[age],
    tables: snapshot.tables.map((table) => {
      const { prefix, asOf, complete } = table;
      return { table: prefix, asOf, complete, ...countStates(table) };
    }),
    carriers: blocksByCarrier(snapshot),
    accessCodes: snapshot.accessCodes.size,
    specialNumbers: snapshot.specialNumbers.size,
    areaCodes: numbering.snapshot.counts['areaCodes'] ?? 0,
    official: countOfficial(snapshot.official),
    credit: snapshot.credit,
  };
}

function blocksByCarrier({ tables, carriers }: Snapshot): NumberingStatus['carriers'] {
  const blocks = carriers.map(() => 0);
  for (const table of tables) {
    for (const code of table.blocks) {
      const place = code - BlockCode.firstCarrier;
      if (place >= 0) blocks[place] = (blocks[place] ?? 0) + 1;
    }
  }
  return carriers
    .map((carrier, place) => ({ ...carrier, blocks: blocks[place] ?? 0 }))
    .sort((a, b) => b.blocks - a.blocks);
}

function countOfficial(official: Iterable<OfficialNumber>): NumberingStatus['official'] {
  const counts = { 'police-hq': 0, 'police-station': 0, koban: 0, municipality: 0 };
  for (const { kind } of official) counts[kind] += 1;
  return counts;
}
