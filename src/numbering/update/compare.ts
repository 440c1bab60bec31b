import { blockAt } from '../block-table';
import type { Carrier } from '../number-info';
import { BlockCode, type BlockTable, type Snapshot } from '../snapshot';
import { accessCodes } from './published-table';

/** Neighbouring blocks to which the same happened. */
export interface BlockRun {
  /** Leading digits of the first block and the last. */
  readonly first: string;
  readonly last: string;
  readonly blocks: number;
  /** Ids of the carriers before and after; `null` for none, or one that nobody names. */
  readonly from: string | null;
  readonly to: string | null;
}

/** What an update changes in one table. */
export interface TableChanges {
  /** Prefix of the table, or {@link accessCodes}. */
  readonly table: string;
  /** ISO dates or months; `null` for a table that is not there, and for access codes. */
  readonly asOf: { readonly from: string | null; readonly to: string | null };
  /** Whether its silence counts. */
  readonly complete: { readonly from: boolean; readonly to: boolean };
  /** Blocks that came into use. */
  readonly opened: readonly BlockRun[];
  /** Blocks that went out of use. */
  readonly closed: readonly BlockRun[];
  /** Blocks in use that went to another carrier. */
  readonly moved: readonly BlockRun[];
  /** Blocks in use neither before nor after that the table now marks otherwise, or not at all. */
  readonly relisted: number;
}

/** What of each table differs, down to single blocks; tables that stay the same are left out. */
export function compareSnapshots(before: Snapshot, after: Snapshot): TableChanges[] {
  const prefixes = new Set([...before.tables, ...after.tables].map(({ prefix }) => prefix));
  const changes = [...prefixes].sort().map((prefix) => {
    const [from, to] = [before, after].map(({ tables }) => tables.find((table) => table.prefix === prefix));
    return compareTables(prefix, { table: from, carriers: before.carriers }, { table: to, carriers: after.carriers });
  });
  return [...changes, compareAccessCodes(before.accessCodes, after.accessCodes)].filter(isChange);
}

/** How many blocks some runs are. */
export function blocksIn(runs: readonly BlockRun[]): number {
  return runs.reduce((sum, { blocks }) => sum + blocks, 0);
}

interface Side {
  readonly table: BlockTable | undefined;
  readonly carriers: readonly Carrier[];
}

function compareTables(prefix: string, before: Side, after: Side): TableChanges {
  const shape = after.table ?? before.table;
  const runs = new RunRecorder();
  let relisted = 0;
  const places = Math.max(before.table?.blocks.length ?? 0, after.table?.blocks.length ?? 0);
  for (let place = 0; place < places && shape !== undefined; place++) {
    const [from, to] = [codeAt(before, place), codeAt(after, place)];
    const [fromCarrier, toCarrier] = [carrierOf(from, before), carrierOf(to, after)];
    const [wasInUse, isInUse] = [from >= BlockCode.inUse, to >= BlockCode.inUse];
    if (wasInUse || isInUse) {
      if (wasInUse && isInUse && fromCarrier === toCarrier) continue;
      const kind = wasInUse ? (isInUse ? 'moved' : 'closed') : 'opened';
      runs.add(kind, place, blockAt(shape, place), fromCarrier, toCarrier);
    } else if (from !== to) relisted += 1;
  }
  return {
    table: prefix,
    asOf: { from: before.table?.asOf ?? null, to: after.table?.asOf ?? null },
    complete: { from: before.table?.complete ?? false, to: after.table?.complete ?? false },
    ...runs.recorded,
    relisted,
  };
}

function codeAt({ table }: Side, place: number): number {
  return table?.blocks[place] ?? BlockCode.absent;
}

function carrierOf(code: number, { carriers }: Side): string | null {
  return carriers[code - BlockCode.firstCarrier]?.id ?? null;
}

function compareAccessCodes(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): TableChanges {
  const runs = new RunRecorder();
  for (const code of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [from, to] = [before.get(code) ?? null, after.get(code) ?? null];
    if (from === to) continue;
    const kind = from === null ? 'opened' : to === null ? 'closed' : 'moved';
    // Codes are of several lengths: none is another's neighbour.
    runs.add(kind, Number.NaN, code, from, to);
  }
  const [asOf, complete] = [
    { from: null, to: null },
    { from: false, to: false },
  ];
  return { table: accessCodes, asOf, complete, ...runs.recorded, relisted: 0 };
}

type ChangeKind = 'opened' | 'closed' | 'moved';

/** Joins changes of neighbouring blocks, which come in the order of their places. */
class RunRecorder {
  readonly recorded: Readonly<Record<ChangeKind, BlockRun[]>> = { opened: [], closed: [], moved: [] };
  private last = { kind: '', place: Number.NaN };

  add(kind: ChangeKind, place: number, block: string, from: string | null, to: string | null): void {
    const runs = this.recorded[kind];
    const run = runs.at(-1);
    const goesOn = this.last.kind === kind && this.last.place + 1 === place && run?.from === from && run.to === to;
    if (goesOn) runs[runs.length - 1] = { ...run, last: block, blocks: run.blocks + 1 };
    else runs.push({ first: block, last: block, blocks: 1, from, to });
    this.last = { kind, place };
  }
}

function isChange({ asOf, complete, opened, closed, moved, relisted }: TableChanges): boolean {
  const isSaidOtherwise = asOf.from !== asOf.to || complete.from !== complete.to;
  return isSaidOtherwise || opened.length + closed.length + moved.length + relisted > 0;
}
