import type { OfficialNumber } from './number-info';
import type { BlockTable, Snapshot } from './snapshot';
import { completeness, header, rowLength, sealOf, signOf } from './snapshot-format';

/** Writes a snapshot as text; equal snapshots give equal text. Texts in it must hold no tab and no line break. */
export function encodeSnapshot(snapshot: Snapshot): string {
  const lines = [
    header,
    record('date', snapshot.date),
    ...snapshot.credit.map((credit) => record('credit', credit)),
    ...snapshot.carriers.map(({ id, name }) => record('carrier', id, name)),
    ...[...snapshot.areaCodeLengths].map(([prefix, length]) => record('area', prefix, String(length))),
    ...[...snapshot.accessCodes].map(([code, carrier]) => record('access', code, carrier)),
    ...[...snapshot.specialNumbers].map((number) => record('special', number)),
    ...snapshot.tables.flatMap(tableLines),
    ...officialLines(snapshot.official),
  ];
  const body = `${lines.join('\n')}\n`;
  return `${body}${record('end', sealOf(body))}\n`;
}

function record(...fields: readonly string[]): string {
  return fields.join('\t');
}

function tableLines(table: BlockTable): string[] {
  const lines = [record('table', table.prefix, String(table.digits), table.asOf, completeness[`${table.complete}`])];
  const rowDigits = table.digits - 2;
  for (let start = 0; start < table.blocks.length; start += rowLength) {
    const row = table.blocks.subarray(start, start + rowLength);
    if (row.every((code) => code === 0)) continue;
    const digits = rowDigits === 0 ? '' : String(start / rowLength).padStart(rowDigits, '0');
    lines.push(record(`${table.prefix}${digits}`, [...row].map(signOf).join('')));
  }
  return lines;
}

function officialLines(official: Iterable<OfficialNumber>): string[] {
  const lines: string[] = [];
  let kind = '';
  let previous = '';
  for (const entry of official) {
    if (entry.kind !== kind) lines.push(record('official', entry.kind));
    const shared = sharedLength(previous, entry.name);
    lines.push(record(entry.national, String(shared), entry.name.slice(shared)));
    kind = entry.kind;
    previous = entry.name;
  }
  return lines;
}

/** Length of the common beginning; never cuts a surrogate pair, of which UTF-8 could not write one half. */
function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  const last = a.charCodeAt(length - 1);
  return last >= 0xd800 && last < 0xdc00 ? length - 1 : length;
}
