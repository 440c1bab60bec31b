import { blockAt, fixedShape } from '../block-table';
import { BlockCode, type BlockTable, type Snapshot } from '../snapshot';
import { accessCodes } from './published-table';
import type { TableFlaw } from './table-flaw';

type Shrinkage = Extract<TableFlaw, { readonly kind: 'shrunken' }>;

/**
 * What part of its blocks a table may lose from one issue to the next: in a year the ministry closes far fewer.
 * A partial table is another source's, or an old one; it may differ more.
 */
const tolerableLoss = { complete: 0.03, partial: 0.2 } as const;

/** So few blocks are no damage, however small the table. */
const tolerableBlocks = 5;

/**
 * The parts that lost more blocks than the ministry ever closes at once: what such a table leaves out would look
 * forged. Landlines are judged by workbook, so that a cut one does not hide behind eight whole ones.
 */
export function findShrinkage(before: Snapshot, after: Snapshot): Shrinkage[] {
  const tables = after.tables.flatMap((table) => {
    const old = before.tables.find(({ prefix }) => prefix === table.prefix);
    return old === undefined || old.blocks === table.blocks ? [] : lossesOf(old, table);
  });
  return [...tables, ...accessCodeLosses(before.accessCodes.size, after.accessCodes.size)];
}

function lossesOf(old: BlockTable, table: BlockTable): Shrinkage[] {
  const tolerable = old.complete ? tolerableLoss.complete : tolerableLoss.partial;
  const [before, after] = [countParts(old), countParts(table)];
  return [...before].flatMap(([part, counts]) => {
    const losses = (['listed', 'in-use'] as const).map((counted) => {
      return { counted, before: counts[counted], after: after.get(part)?.[counted] ?? 0 };
    });
    const loss = losses.find((candidate) => isTooMuch(candidate, tolerable));
    return loss === undefined ? [] : { kind: 'shrunken', table: old.prefix, part, ...loss };
  });
}

function accessCodeLosses(before: number, after: number): Shrinkage[] {
  const loss = { before, after };
  if (!isTooMuch(loss, tolerableLoss.partial)) return [];
  return [{ kind: 'shrunken', table: accessCodes, part: accessCodes, counted: 'listed', ...loss }];
}

function isTooMuch({ before, after }: { readonly before: number; readonly after: number }, tolerable: number): boolean {
  const lost = before - after;
  return lost > tolerableBlocks && lost > before * tolerable;
}

type Counts = Record<Shrinkage['counted'], number>;

/** Blocks that cannot be used are not counted: the ministry has listed them in some years, and not in others. */
function countParts(table: BlockTable): Map<string, Counts> {
  const parts = new Map<string, Counts>();
  for (const [place, code] of table.blocks.entries()) {
    if (code === BlockCode.absent || code === BlockCode.unusable) continue;
    const part = table.prefix === fixedShape.prefix ? blockAt(table, place).slice(0, 2) : table.prefix;
    const counts = parts.get(part) ?? { listed: 0, 'in-use': 0 };
    counts.listed += 1;
    if (code >= BlockCode.inUse) counts['in-use'] += 1;
    parts.set(part, counts);
  }
  return parts;
}
