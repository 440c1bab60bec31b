import { createColors } from 'picocolors';
import { formatNational } from '../../numbering/format';
import type { Numbering, OfficialNumber } from '../../numbering/number-info';
import { padCells } from '../../text/cells';
import type { Io } from '../io';
import { officialLabels } from './words';

/** Columns in terminal cells. */
const widths = { number: 16, kind: 22 } as const;

/** Writes every number of police and town halls that the numbering data bring along, and where these come from. */
export function showOfficial(io: Io, numbering: Numbering, json: boolean): void {
  const { date, credit } = numbering.snapshot;
  for (const national of numbering.officialNumbers()) {
    const official = numbering.official(national);
    if (io.readerGone.aborted) return;
    if (official !== null) io.out(json ? jsonOf(official, date) : lineOf(official, numbering, io));
  }
  if (!json) io.out(createColors(io.colours).dim([date, ...credit, ''].join('\n')));
}

/** The keys that scripts rely on. */
function jsonOf({ national, kind, name }: OfficialNumber, date: string): string {
  return `${JSON.stringify({ list: 'official', what: `number:${national}`, kind, name, source: 'numbering data', date })}\n`;
}

function lineOf({ national, kind, name }: OfficialNumber, numbering: Numbering, { language }: Io): string {
  const number = padCells(formatNational(numbering.lookUp(national)), widths.number);
  return `${number}${padCells(officialLabels[kind][language], widths.kind)}${name}\n`;
}
