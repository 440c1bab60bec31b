import { createColors } from 'picocolors';
import { formatNational } from '../numbering/format';
import type { NumberInfo } from '../numbering/number-info';
import { kindLabels } from '../text/labels';
import { printable } from '../text/printable';
import { fixedColumns } from '../text/table';
import { numberingFor } from './compose';
import type { Io } from './io';
import { columnLabels, statusLabels } from './number-labels';
import { linesOf } from './stdin';

export interface NumberOptions {
  readonly json?: boolean;
}

/** Writes what is known of each number as soon as it is read: `-` stands for the lines of standard input. */
export async function lookUpNumbers(io: Io, numbers: readonly string[], { json }: NumberOptions): Promise<void> {
  const { lookUp } = numberingFor(io.env);
  if (!json) io.out(heading(io));
  for await (const number of everyNumber(numbers, io)) {
    if (io.readerGone.aborted) return;
    const info = lookUp(number);
    io.out(json ? `${JSON.stringify(factsOf(info))}\n` : row(info, io));
  }
}

async function* everyNumber(numbers: readonly string[], io: Io): AsyncGenerator<string> {
  for (const number of numbers) {
    if (number !== '-') yield number;
    else for await (const line of linesOf(io.stdin)) if (line.trim() !== '') yield line;
  }
}

/** The keys that scripts rely on. */
function factsOf({ input, e164, national, kind, areaCode, status, carrier, country }: NumberInfo) {
  return { input, e164, national, kind, areaCode, status, carrier, country };
}

/** Columns in terminal cells. */
const widths = [20, 18, 24, 10] as const;

function heading({ language, colours }: Io): string {
  const { number, e164, kind, status, carrier } = columnLabels[language];
  return `${createColors(colours).dim(fixedColumns([number, e164, kind, status, carrier], widths))}\n`;
}

function row(info: NumberInfo, { language }: Io): string {
  const place = info.areaCode ?? (info.kind === 'foreign' ? info.country : null);
  const kind = kindLabels[info.kind][language];
  const cells = [
    printable(formatNational(info)),
    info.e164 ?? '–',
    place === null ? kind : `${kind} (${place})`,
    info.status === null ? '–' : statusLabels[info.status][language],
    info.carrier === null ? '–' : `${info.carrier.name} [${info.carrier.id}]`,
  ];
  return `${fixedColumns(cells, widths)}\n`;
}
