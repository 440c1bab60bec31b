import { carrierCoder, fillTable, fixedShape, nongeographicShapes } from '../../../../src/numbering/block-table';
import { carriersNamed } from '../../../../src/numbering/carriers';
import { BlockCode, type BlockTable, type Snapshot } from '../../../../src/numbering/snapshot';
import type { Edition } from '../../../../src/numbering/update/edition';
import type { BlockUse } from '../../../../src/numbering/update/published-table';

/** Carriers and states by what one types: `ntt-east`, `unused`. */
export type Blocks = Readonly<Record<string, string>>;

export const carriers = carriersNamed(['NTT東日本', 'KDDI', 'ソフトバンク']);

const states: Readonly<Record<string, number>> = {
  unused: BlockCode.unused,
  unusable: BlockCode.unusable,
  'in-use': BlockCode.inUse,
};

export function table(prefix: string, asOf: string, complete: boolean, blocks: Blocks): BlockTable {
  const shape = [fixedShape, ...nongeographicShapes].find((known) => known.prefix === prefix) ?? fixedShape;
  const coded = carrierCoder(carriers);
  const codes = Object.entries(blocks).map(([block, use]) => {
    return [block, states[use] ?? coded({ id: use, name: use })] as const;
  });
  return fillTable({ ...shape, asOf, complete }, codes);
}

export function snapshot(tables: readonly BlockTable[], rest: Partial<Snapshot> = {}): Snapshot {
  return {
    date: '2026-07-17',
    credit: [],
    carriers,
    areaCodeLengths: new Map([
      ['0', 4],
      ['011', 3],
    ]),
    tables,
    accessCodes: new Map([['0077', 'kddi']]),
    specialNumbers: new Set(['110']),
    official: [],
    ...rest,
  };
}

export function edition(prefix: string, asOf: string, blocks: Blocks, areaCodes: Blocks = {}): Edition {
  const uses = Object.entries(blocks).map(([block, use]) => [block, useOf(use)] as const);
  return { prefix, asOf, blocks: new Map(uses), areaCodes: new Map(Object.entries(areaCodes)) };
}

function useOf(use: string): BlockUse {
  if (use === 'in-use' || use === 'unused' || use === 'unusable') return use;
  return carriers.find(({ id }) => id === use) ?? { id: use, name: use };
}

/** So many neighbouring blocks of one use. */
export function row(first: string, count: number, use: string): Blocks {
  const width = first.length;
  return Object.fromEntries(
    Array.from({ length: count }, (_, place) => [String(Number(first) + place).padStart(width, '0'), use]),
  );
}
