import { z } from 'zod';
import type { Flood, TrunkMemory } from '../memory';
import { days, hours, minutes, parseRecord } from './record';

/** A caller nobody here knows, who called within the last hour: epoch ms, id, and whether the number ends 0110. */
const newcomerSchema = z.tuple([z.number(), z.string(), z.boolean()]);
/** A call of less than ten seconds that nobody took: epoch ms and id of the caller. */
const shortCallSchema = z.tuple([z.number(), z.string()]);

const trunkSchema = z.object({
  schema: z.literal(1),
  /** Each number once, oldest first. */
  newcomers: z.array(newcomerSchema),
  /** Within the last five minutes. */
  short: z.array(shortCallSchema),
  /** One sign for each of the latest calls, oldest first: `n`ational or `i`nternational form of Japanese numbers. */
  forms: z.string(),
  /** `1`: a number was asserted along with the one shown, `0`: it was not. */
  asserted: z.string(),
  /** `p`: a number was presented, `u`: withheld for no stated reason, `w`: withheld for one. */
  presented: z.string(),
  /** When a number was last presented: epoch ms. */
  presentedAt: z.number().nullable().default(null),
  /** The hour of the latest newcomer (hours since 1970), and how many came in it. */
  hour: z.number(),
  inHour: z.number(),
  /** Newcomers in an ordinary hour in which anybody called: a moving average. */
  newPerHour: z.number(),
});

/** What is kept of one trunk: its latest callers, and its habits. */
export type TrunkRecord = Readonly<z.infer<typeof trunkSchema>>;

/** Something the trunk did. */
export type TrunkEvent =
  | {
      readonly type: 'arrived';
      /** Epoch ms. */
      readonly at: number;
      readonly presented: 'presented' | 'withheld' | 'withheld-unknown';
      /** The caller nobody here knows; `null` for one somebody knows, or who shows no number. */
      readonly newcomer: { readonly id: string; readonly policeEnding: boolean } | null;
      /** Of a Japanese number; `null` for others. */
      readonly form: 'national' | 'international' | null;
      /** `null` where the trunk is not trusted to assert, or no number is presented. */
      readonly asserted: boolean | null;
    }
  /** A call was over within ten seconds, and nobody had taken it. */
  | { readonly type: 'short'; readonly at: number; readonly caller: string };

const mostNewcomers = 600;
const mostShort = 50;
const fewestNewcomers = 20;
const shortCallsThatTell = 3;
const policeEndingsThatTell = 3;
const habitCalls = 60;
const fewestForHabit = 50;
const silentCalls = 40;
const fewestForSilence = 20;
/** Longer than any holidays: a line that shows numbers to its callers shows one within it. */
const silentMs = 7 * days;
/** Busy hours that the average looks back on. */
const averagedHours = 24;

/** How long a trunk's record is worth keeping after its latest call. */
export const trunkRecordTtl = 400 * days;

export const newTrunkRecord: TrunkRecord = {
  schema: 1,
  newcomers: [],
  short: [],
  forms: '',
  asserted: '',
  presented: '',
  presentedAt: null,
  hour: 0,
  inHour: 0,
  newPerHour: 0,
};

export function parseTrunkRecord(text: string | null): TrunkRecord | null {
  return parseRecord(trunkSchema, text);
}

export function learnTrunk(record: TrunkRecord, event: TrunkEvent): TrunkRecord {
  return event.type === 'arrived' ? learnArrival(record, event) : learnShort(record, event);
}

/** What the trunk's past says of a call that comes now. */
export function recallTrunk(record: TrunkRecord, now: number): TrunkMemory {
  return {
    flood: floodOf(record, now),
    usualForm: usualForm(record.forms),
    alwaysAsserts: record.asserted.length >= fewestForHabit && shareOf('1', record.asserted) >= 0.98,
    showsNoNumbers: showsNoNumbers(record, now),
  };
}

/** The record without a caller; the same object when the caller is not in it. `id` may be longer than what is kept. */
export function forgetCaller(record: TrunkRecord, id: string): TrunkRecord {
  const isOther = (kept: string) => !id.startsWith(kept);
  const newcomers = record.newcomers.filter(([, kept]) => isOther(kept));
  const short = record.short.filter(([, kept]) => isOther(kept));
  const same = newcomers.length === record.newcomers.length && short.length === record.short.length;
  return same ? record : { ...record, newcomers, short };
}

type Arrival = Extract<TrunkEvent, { type: 'arrived' }>;

function learnArrival(record: TrunkRecord, { at, presented, newcomer, form, asserted }: Arrival): TrunkRecord {
  const sign = { presented: 'p', withheld: 'w', 'withheld-unknown': 'u' }[presented];
  const habits = {
    forms: form === null ? record.forms : latest(record.forms + form.charAt(0), habitCalls),
    asserted: asserted === null ? record.asserted : latest(record.asserted + (asserted ? '1' : '0'), habitCalls),
    presented: latest(record.presented + sign, silentCalls),
    presentedAt: presented === 'presented' ? at : record.presentedAt,
  };
  const learnt = { ...record, ...habits };
  return newcomer === null ? learnt : learnNewcomer(learnt, at, newcomer);
}

function learnNewcomer(
  record: TrunkRecord,
  at: number,
  { id, policeEnding }: NonNullable<Arrival['newcomer']>,
): TrunkRecord {
  const recent = record.newcomers.filter(([then]) => at - then <= hours);
  const isRepeated = recent.some(([, kept]) => kept === id);
  const newcomer: z.infer<typeof newcomerSchema> = [at, id, policeEnding];
  const newcomers = isRepeated ? recent : [...recent, newcomer];
  return { ...countHour(record, at, isRepeated ? 0 : 1), newcomers: newcomers.slice(-mostNewcomers) };
}

/** An hour is averaged in when the next one begins; a flood teaches no more than the limit it broke. */
function countHour(record: TrunkRecord, at: number, count: number): TrunkRecord {
  const hour = Math.floor(at / hours);
  if (hour === record.hour || record.hour === 0) return { ...record, hour, inHour: record.inHour + count };
  const lesson = Math.min(record.inHour, newcomerLimit(record));
  const newPerHour = record.newPerHour + (lesson - record.newPerHour) / averagedHours;
  return { ...record, hour, inHour: count, newPerHour: Math.round(newPerHour * 100) / 100 };
}

function learnShort(record: TrunkRecord, { at, caller }: Extract<TrunkEvent, { type: 'short' }>): TrunkRecord {
  const recent = record.short.filter(([then]) => at - then <= 5 * minutes);
  const call: z.infer<typeof shortCallSchema> = [at, caller];
  return { ...record, short: [...recent, call].slice(-mostShort) };
}

function floodOf(record: TrunkRecord, now: number): Flood | null {
  const newcomers = record.newcomers.filter(([at]) => now - at <= hours);
  const limit = newcomerLimit(record);
  if (newcomers.length > limit) return { sign: 'new-callers', limit };
  const short = new Set(record.short.filter(([at]) => now - at <= 5 * minutes).map(([, caller]) => caller));
  if (short.size >= shortCallsThatTell) return { sign: 'short-calls', limit: shortCallsThatTell };
  const police = newcomers.filter(([, , policeEnding]) => policeEnding).length;
  return police >= policeEndingsThatTell ? { sign: 'police-endings', limit: policeEndingsThatTell } : null;
}

/**
 * Five times the ordinary, and never so few that a busy morning of a small office is taken for a flood; nor as many as
 * the record keeps, for then none would ever be seen.
 */
function newcomerLimit({ newPerHour }: TrunkRecord): number {
  return Math.min(Math.max(fewestNewcomers, Math.ceil(5 * newPerHour)), mostNewcomers - 1);
}

/** Somebody who dials forty times without a number must not make the trunk one that shows none. */
function showsNoNumbers({ presented, presentedAt }: TrunkRecord, now: number): boolean {
  if (presentedAt !== null && now - presentedAt < silentMs) return false;
  return presented.length >= fewestForSilence && shareOf('u', presented) > 0.95;
}

function usualForm(forms: string): TrunkMemory['usualForm'] {
  if (forms.length < fewestForHabit) return null;
  if (shareOf('n', forms) >= 0.9) return 'national';
  return shareOf('i', forms) >= 0.9 ? 'international' : null;
}

function shareOf(sign: string, signs: string): number {
  let count = 0;
  for (const each of signs) if (each === sign) count++;
  return count / signs.length;
}

function latest(signs: string, count: number): string {
  return signs.slice(-count);
}
