import { lookUpPlain } from './fast-path';
import { JapanesePlan } from './japan';
import { lookUpAny } from './look-up';
import type { Numbering } from './number-info';
import { BlockCode } from './snapshot';
import { type DecodedSnapshot, decodeSnapshot } from './snapshot-decode';

/** Opens the room on a snapshot's text. Throws `SnapshotError` when the text is no intact snapshot. */
export function openNumbering(text: string): Numbering {
  const snapshot = decodeSnapshot(text);
  const plan = new JapanesePlan(snapshot);
  const { date, credit, carriers, official } = snapshot;
  return {
    lookUp: (input) => lookUpPlain(plan, input) ?? lookUpAny(plan, input),
    official: (national) => official.find(national),
    isPoliceBlock: (national) => official.isPoliceBlock(national),
    officialNumbers: () => official.nationals(),
    snapshot: {
      date,
      credit,
      carriers,
      get counts() {
        return { ...count(snapshot), areaCodes: plan.areaCodeCount };
      },
    },
  };
}

function count({ tables, carriers, accessCodes, specialNumbers, official }: DecodedSnapshot): Record<string, number> {
  const blocks = tables.flatMap((table) => [...table.blocks]);
  return {
    blocks: blocks.filter((code) => code !== BlockCode.absent).length,
    blocksInUse: blocks.filter((code) => code >= BlockCode.inUse).length,
    carriers: carriers.length,
    accessCodes: accessCodes.size,
    specialNumbers: specialNumbers.size,
    official: [...official].length,
    policeBlocks: official.policeBlockCount,
  };
}
