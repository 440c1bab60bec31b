import { z } from 'zod';
import { type CallIdentity, presentations } from '../caller/caller';
import { type Telltale, telltaleOf } from '../caller/redaction';
import { maskNumber } from '../numbering/mask';
import type { NumberInfo, NumberKind } from '../numbering/number-info';
import { type Memory, noMemory } from '../screening/memory';
import {
  callerMemorySchema,
  numberFormSchema,
  officeMemorySchema,
  trunkMemorySchema,
} from '../screening/memory-schema';
import { dialKey, endsLikePolice } from '../screening/number-groups';
import { kindLabels } from '../text/labels';

/**
 * What a call was judged by, as the journal keeps it: everything the rules look at, but for the digits of the caller's
 * numbers. Absent fields are `null`, `false` or empty in the evidence. The area code is left out: beside the mask it
 * would leave as little as one digit hidden, and no rule looks at it.
 */
export type RecordedEvidence = Readonly<z.infer<typeof recordedEvidenceSchema>>;
export type RecordedNumber = Readonly<z.infer<typeof numberSchema>>;
export type RecordedMemory = Readonly<z.infer<typeof memorySchema>>;

export const numberKind = z.custom<NumberKind>(
  (value) => typeof value === 'string' && Object.hasOwn(kindLabels, value),
);

const numberSchema = z.object({
  masked: z.string(),
  /** Keyed hash of its {@link dialKey}: who knows a number and the key can tell that it was this one. */
  id: z.string(),
  /** Characters of the number as it arrived: what is short may be an extension. */
  length: z.number(),
  form: numberFormSchema,
  kind: numberKind,
  /** Whether it has such a form. */
  e164: z.literal(true).optional(),
  national: z.literal(true).optional(),
  /** It ends in 0110: the mask of a short number shows fewer digits. */
  policeEnding: z.literal(true).optional(),
  status: z.enum(['in-use', 'unused', 'unusable', 'unlisted']).optional(),
  carrier: z.string().optional(),
  country: z.string().optional(),
  callingCode: z.string().optional(),
});

/** The parts of a {@link Memory} that held something. */
const memorySchema = z.object({
  withheldJustRejected: z.literal(true).optional(),
  caller: callerMemorySchema.optional(),
  trunk: trunkMemorySchema.optional(),
  office: officeMemorySchema.optional(),
});

export const recordedEvidenceSchema = z.object({
  trunk: z.string(),
  presentation: z.enum(presentations),
  number: numberSchema.optional(),
  assertedNumber: numberSchema.optional(),
  asserted: z.literal(true).optional(),
  assertedHost: z.string().optional(),
  fromHost: z.string().optional(),
  origIoi: z.string().optional(),
  divertedBy: numberSchema.optional(),
  diverted: z.literal(true).optional(),
  verstat: z.enum(['passed', 'failed', 'not-validated']).optional(),
  attestation: z.enum(['A', 'B', 'C']).optional(),
  shakenResult: z.string().optional(),
  privacy: z.array(z.string()).optional(),
  fromAnonymous: z.literal(true).optional(),
  peer: z.string().optional(),
  /** The numbers that may have been called, as dialled; first the one it was taken for. */
  called: z.array(z.string()),
  memory: memorySchema.optional(),
});

export interface JudgedBy {
  readonly identity: CallIdentity;
  readonly trunk: { readonly name: string };
  readonly memory: Memory;
}

/**
 * @param callerId keyed hash of a number
 * @param tells of the same call, see {@link tellsCaller}
 */
export function recordEvidence(
  { identity, trunk, memory }: JudgedBy,
  callerId: (number: string) => string,
  tells: Telltale,
): RecordedEvidence {
  const { caller, origin, called } = identity;
  const number = (info: NumberInfo | null) => (info === null ? undefined : recordNumber(info, callerId));
  const host = (text: string | null) => (text === null || tells(text) ? undefined : text);
  return {
    trunk: trunk.name,
    presentation: caller.presentation,
    number: number(caller.number),
    assertedNumber: number(origin.assertedNumber),
    asserted: origin.asserted || undefined,
    assertedHost: host(origin.assertedHost),
    fromHost: host(origin.fromHost),
    origIoi: host(origin.origIoi),
    divertedBy: number(origin.divertedBy),
    diverted: origin.diverted || undefined,
    verstat: origin.verstat ?? undefined,
    attestation: origin.attestation ?? undefined,
    shakenResult: origin.shakenResult ?? undefined,
    privacy: origin.privacy.length === 0 ? undefined : [...origin.privacy],
    fromAnonymous: origin.fromAnonymous || undefined,
    peer: origin.peerAddress ?? undefined,
    called: numbersCalled(called).map(({ national, input }) => national ?? input),
    memory: recordMemory(memory, tells),
  };
}

/** Whether a text repeats a number of the caller's side: some networks make host names and Call-IDs of them. */
export function tellsCaller({ caller, origin }: Pick<CallIdentity, 'caller' | 'origin'>): Telltale {
  const numbers = [caller.number, origin.assertedNumber, origin.divertedBy].filter((number) => number !== null);
  return telltaleOf(numbers.flatMap(({ input, national, e164 }) => [input, national ?? e164 ?? input]));
}

function recordNumber(info: NumberInfo, callerId: (number: string) => string): RecordedNumber {
  return {
    masked: maskNumber(info),
    id: callerId(dialKey(info)),
    length: info.input.length,
    form: info.form,
    kind: info.kind,
    e164: info.e164 !== null || undefined,
    national: info.national !== null || undefined,
    policeEnding: endsLikePolice(info) || undefined,
    status: info.status ?? undefined,
    carrier: info.carrier?.id,
    country: info.country ?? undefined,
    callingCode: info.callingCode ?? undefined,
  };
}

function numbersCalled({ number, candidates }: CallIdentity['called']): readonly NumberInfo[] {
  return number === null ? candidates : [number, ...candidates.filter((candidate) => candidate !== number)];
}

function recordMemory(memory: Memory, tells: Telltale): RecordedMemory | undefined {
  const { withheldJustRejected, caller, trunk, office } = memory;
  const recorded = {
    withheldJustRejected: withheldJustRejected || undefined,
    caller: differs(caller, noMemory.caller) ? withoutNumber(caller, tells) : undefined,
    trunk: differs(trunk, noMemory.trunk) ? trunk : undefined,
    office: differs(office, noMemory.office) ? withoutReason(office, tells) : undefined,
  };
  return Object.values(recorded).some((part) => part !== undefined) ? recorded : undefined;
}

function withoutNumber(caller: Memory['caller'], tells: Telltale) {
  const unlessIt = (text: string | null) => (text === null || tells(text) ? null : text);
  const usualOrigins = caller.usualOrigins.map(({ trunk, assertedHost, origIoi, form }) => ({
    trunk,
    assertedHost: unlessIt(assertedHost),
    origIoi: unlessIt(origIoi),
    form,
  }));
  return { ...caller, usualOrigins };
}

/** Whoever waits for a call may have written down from which number. */
function withoutReason(office: Memory['office'], tells: Telltale): Memory['office'] {
  const { expected } = office;
  return expected === null || !tells(expected.reason)
    ? office
    : { ...office, expected: { ...expected, reason: '****' } };
}

function differs(part: object, blank: object): boolean {
  return JSON.stringify(part) !== JSON.stringify(blank);
}
