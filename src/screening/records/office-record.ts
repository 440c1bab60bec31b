import { z } from 'zod';
import type { EmergencyNumber, ExpectedCall, OfficeMemory } from '../memory';
import { emergencyNumberSchema, expectedSchema } from '../memory-schema';
import { hours, parseRecord } from './record';

const expectationSchema = expectedSchema.extend({
  /** Keyed hash and mask of the number; `null` but for kind `number`. */
  callerId: z.string().nullable(),
  masked: z.string().nullable(),
  /** Epoch ms. */
  since: z.number(),
  /** It is over with the first call that it lets through. */
  once: z.boolean(),
});

const officeSchema = z.object({
  schema: z.literal(1),
  /** The latest emergency call of the office: epoch ms. */
  emergency: z.object({ number: emergencyNumberSchema, at: z.number() }).nullable(),
  /** Switched on by the operator, from and until: epoch ms. */
  disaster: z.object({ since: z.number(), until: z.number(), reason: z.string() }).nullable(),
  /** Calls that somebody waits for. */
  expected: z.array(expectationSchema).default([]),
  /** Nobody is screened, from and until: epoch ms. */
  pause: z.object({ since: z.number(), until: z.number(), by: z.string() }).nullable().default(null),
});

/** What holds for the whole office for a while. */
export type OfficeRecord = Readonly<z.infer<typeof officeSchema>>;
export type Expectation = Readonly<z.infer<typeof expectationSchema>>;

/** For so long after an emergency call anybody who calls may be the one who calls back. */
const callBackMs = 2 * hours;

/** Each call reads them all. */
export const mostExpectations = 50;

export const newOfficeRecord: OfficeRecord = { schema: 1, emergency: null, disaster: null, expected: [], pause: null };

export function parseOfficeRecord(text: string | null): OfficeRecord | null {
  return parseRecord(officeSchema, text);
}

export function learnEmergency(record: OfficeRecord, number: EmergencyNumber, at: number): OfficeRecord {
  return { ...record, emergency: { number, at } };
}

/** Who switches it on again while it is on changes its end, not its beginning. Times in epoch ms. */
export function switchDisasterOn(
  record: OfficeRecord,
  { until, reason, at }: { readonly until: number; readonly reason: string; readonly at: number },
): OfficeRecord {
  const { disaster } = record;
  const since = disaster !== null && at < disaster.until ? disaster.since : at;
  return { ...record, disaster: { since, until, reason } };
}

export function switchDisasterOff(record: OfficeRecord): OfficeRecord {
  return { ...record, disaster: null };
}

/** Takes the place of an expectation of the same calls; those that are over go. */
export function expectCall(record: OfficeRecord, expectation: Expectation): OfficeRecord {
  const others = currentExpectations(record, expectation.since).filter((other) => !isAbout(other, expectation));
  return { ...record, expected: [...others, expectation] };
}

/** The next caller without a number is let through. Times in epoch ms. */
export function expectWithheld(
  record: OfficeRecord,
  {
    until,
    by,
    reason = '',
    at,
  }: { readonly until: number; readonly by: string; readonly reason?: string; readonly at: number },
): OfficeRecord {
  const kind = 'withheld';
  return expectCall(record, { kind, callerId: null, masked: null, since: at, until, once: true, by, reason });
}

/** The same object where nobody waited for these calls. */
export function expectNoMore(record: OfficeRecord, calls: Pick<Expectation, 'kind' | 'callerId'>): OfficeRecord {
  const expected = record.expected.filter((one) => !isAbout(one, calls));
  return expected.length === record.expected.length ? record : { ...record, expected };
}

/** The call has come that was waited for: what was said anew since then stays. The same object where it was gone. */
export function useUp(record: OfficeRecord, used: Expectation): OfficeRecord {
  const expected = record.expected.filter((one) => !(isAbout(one, used) && one.since === used.since));
  return expected.length === record.expected.length ? record : { ...record, expected };
}

/** Everybody is let through meanwhile. Times in epoch ms. */
export function pauseScreening(
  record: OfficeRecord,
  { until, by, at }: { readonly until: number; readonly by: string; readonly at: number },
): OfficeRecord {
  return { ...record, pause: { since: at, until, by } };
}

export function currentExpectations({ expected }: Pick<OfficeRecord, 'expected'>, now: number): readonly Expectation[] {
  return expected.filter(({ until }) => now < until);
}

/**
 * The expectation that speaks for a call, the number's own first.
 *
 * @param callerId of the number shown; `null` for a caller who shows none
 */
export function expectationOf(record: OfficeRecord, callerId: string | null, now: number): Expectation | null {
  const current = currentExpectations(record, now);
  const of = (kind: Expectation['kind']) => current.find((one) => one.kind === kind && one.callerId === null);
  if (callerId === null) return of('withheld') ?? null;
  return current.find((one) => one.callerId === callerId) ?? of('any') ?? null;
}

/** @param callerId as for {@link expectationOf} */
export function recallOffice(record: OfficeRecord, now: number, callerId: string | null): OfficeMemory {
  const { emergency, disaster, pause } = record;
  return {
    emergencyDialled: emergency !== null && now - emergency.at <= callBackMs ? emergency.number : null,
    disasterUntil: disaster !== null && now < disaster.until ? disaster.until : null,
    expected: coarse(expectationOf(record, callerId, now)),
    pausedUntil: pause !== null && now < pause.until ? pause.until : null,
  };
}

function coarse(expectation: Expectation | null): ExpectedCall | null {
  if (expectation === null) return null;
  const { kind, until, by, reason } = expectation;
  return { kind, until, by, reason };
}

function isAbout(one: Expectation, { kind, callerId }: Pick<Expectation, 'kind' | 'callerId'>): boolean {
  return one.kind === kind && one.callerId === callerId;
}
