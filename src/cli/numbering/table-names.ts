import type { Said } from '../../errors';
import { fixedShape } from '../../numbering/block-table';
import { accessCodes } from '../../numbering/update/published-table';

const names: ReadonlyMap<string, Said> = new Map([
  [fixedShape.prefix, { ja: '固定電話', en: 'landlines' }],
  [accessCodes, { ja: '00XY', en: '00XY' }],
]);

/** What people call a table: the digits its numbers begin with, but for landlines and carrier access codes. */
export function tableName(prefix: string): Said {
  return names.get(prefix) ?? { ja: prefix, en: prefix };
}
