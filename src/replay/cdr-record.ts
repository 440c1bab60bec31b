import { parseCsv } from '../text/csv';

/** One record of Asterisk's `cdr-csv/Master.csv`, as far as screening cares. */
export interface CdrRecord {
  /** Caller's number, as `CALLERID(num)` was at the end. */
  readonly src: string;
  readonly dst: string;
  /** `"Name" <number>` */
  readonly clid: string;
  readonly channel: string;
  readonly dstChannel: string;
  /** Epoch milliseconds; Asterisk writes local time, to the second. */
  readonly start: number;
  readonly durationMs: number;
  readonly answered: boolean;
  /** What the dialplan of Denwaban wrote into `CDR(userfield)`: `denwaban SCREEN 80/40 …`; `null` without it. */
  readonly told: string | null;
}

/** Columns that every installation writes; `uniqueid`, `userfield` and others may follow. */
const fewestColumns = 16;
const dateTime = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

/** `null` for a line that is no such record. */
export function parseCdrRecord(line: string): CdrRecord | null {
  const [record] = parseCsv(line);
  const fields = record !== undefined && 'cells' in record ? record.cells : [];
  const at = (column: number) => fields[column] ?? '';
  const start = startOf(at(9));
  if (fields.length < fewestColumns || start === null) return null;
  return {
    src: at(1),
    dst: at(2),
    clid: at(4),
    channel: at(5),
    dstChannel: at(6),
    start,
    durationMs: Number(at(12)) * 1000,
    answered: at(14) === 'ANSWERED',
    told: fields.slice(fewestColumns).find((field) => field.startsWith('denwaban ')) ?? null,
  };
}

function startOf(text: string): number | null {
  const at = dateTime.test(text) ? Date.parse(text.replace(' ', 'T')) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}
