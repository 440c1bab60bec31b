import { z } from 'zod';
import { type Fingerprint, sameFingerprint, sameOrigin } from '../fingerprint';
import type { CallerMemory, Standing } from '../memory';
import { fingerprintSchema } from '../memory-schema';
import { days, isoDate, minutes, parseRecord } from './record';

const originSchema = fingerprintSchema.extend({
  calls: z.number(),
  answered: z.number(),
  /** Epoch ms of the last passed challenge. */
  passedAt: z.number().nullable(),
  /** Challenges it hung up on since. */
  avoided: z.number(),
  first: z.number(),
  last: z.number(),
});

const callerSchema = z.object({
  schema: z.literal(1),
  origins: z.array(originSchema),
  /** Epoch ms of the latest short calls, oldest first. */
  shortAt: z.array(z.number()),
  /** Epoch ms when the office last dialled the number. */
  dialledAt: z.number().nullable(),
});

/** What is kept of one number: where its calls came from, and how they went. It does not hold the number. */
export type CallerRecord = Readonly<z.infer<typeof callerSchema>>;
type OriginRecord = Readonly<z.infer<typeof originSchema>>;

/** One call that is over. */
export interface CallTrace {
  /** Epoch ms of its arrival. */
  readonly at: number;
  readonly fingerprint: Fingerprint;
  /** Somebody at the office took it. */
  readonly answered: boolean;
  readonly challenge: 'none' | 'passed' | 'avoided';
  /** It was over within ten seconds, and nobody had taken it. */
  readonly short: boolean;
}

/** A call shorter than this is a sign, many of them are a finding. */
export const shortCallMs = 10_000;

/** Origins kept of one number: nobody honest has more. */
const mostOrigins = 8;
const answeredToBeKnown = 3;
const shortCallsThatTell = 3;
const avoidedThatTell = 2;
const dialledCountsMs = 30 * days;

const nothing: CallerRecord = { schema: 1, origins: [], shortAt: [], dialledAt: null };

export function parseCallerRecord(text: string | null): CallerRecord | null {
  return parseRecord(callerSchema, text);
}

export function learnCall(record: CallerRecord | null, trace: CallTrace): CallerRecord {
  const known = record ?? nothing;
  const there = known.origins.find((origin) => sameFingerprint(origin, trace.fingerprint));
  const others = known.origins.filter((origin) => origin !== there);
  const shortAt = trace.short ? [...known.shortAt, trace.at].slice(-shortCallsThatTell) : known.shortAt;
  return { ...known, origins: withinBounds([learnOrigin(there, trace), ...others]), shortAt };
}

export function learnDialled(record: CallerRecord | null, at: number): CallerRecord {
  return { ...(record ?? nothing), dialledAt: at };
}

/** How long a record is worth keeping after its latest call: a business partner of last year is still one. */
export function callerRecordTtl({ origins }: CallerRecord): number {
  return origins.some(isVouchedFor) ? 400 * days : 35 * days;
}

/**
 * What the number's past says of a call that comes now, from an origin of this fingerprint.
 *
 * @param proof what calling it back brought, which is kept apart
 */
export function recallCaller(
  record: CallerRecord | null,
  fingerprint: Fingerprint,
  now: number,
  proof: CallerMemory['proof'] = 'none',
): CallerMemory {
  const { origins, shortAt, dialledAt } = record ?? nothing;
  const here = origins.find((origin) => sameFingerprint(origin, fingerprint));
  const vouched = origins.filter(isVouchedFor);
  const standing = standingOf(vouched, fingerprint);
  return {
    standing,
    since: vouched.length === 0 ? null : isoDate(Math.min(...vouched.map(({ first }) => first))),
    usualOrigins: standing === 'origin-changed' ? usual(vouched) : [],
    shortCalls: shortAt.filter((at) => now - at <= 10 * minutes).length >= shortCallsThatTell,
    challenge: challengeHistory(here),
    proof,
    dialledByUs: dialledAt !== null && now - dialledAt <= dialledCountsMs ? isoDate(dialledAt) : null,
  };
}

function standingOf(vouched: readonly OriginRecord[], fingerprint: Fingerprint): Standing {
  if (vouched.length === 0) return 'stranger';
  const isKnown = ({ answered }: OriginRecord) => answered >= answeredToBeKnown;
  if (vouched.some((origin) => sameFingerprint(origin, fingerprint) && isKnown(origin))) return 'known';
  const fromHere = vouched.some((origin) => sameOrigin(origin, fingerprint));
  return !fromHere && vouched.some(isKnown) ? 'origin-changed' : 'seen';
}

function challengeHistory(here: OriginRecord | undefined): CallerMemory['challenge'] {
  if (here === undefined) return 'none';
  if (here.avoided >= avoidedThatTell) return 'avoided';
  return here.passedAt !== null && here.avoided === 0 ? 'passed' : 'none';
}

/** A caller nobody ever talked to vouches for no origin: a forger must not make his own the usual one by calling. */
function isVouchedFor({ answered, passedAt }: OriginRecord): boolean {
  return answered > 0 || passedAt !== null;
}

function usual(vouched: readonly OriginRecord[]): readonly Fingerprint[] {
  return [...vouched]
    .sort((a, b) => b.answered - a.answered)
    .map(({ trunk, assertedHost, origIoi, form }) => ({ trunk, assertedHost, origIoi, form }));
}

function learnOrigin(there: OriginRecord | undefined, trace: CallTrace): OriginRecord {
  const { at, fingerprint, answered, challenge } = trace;
  const { calls = 0, first = at, last = at } = there ?? {};
  const passedAt = challenge === 'passed' ? at : (there?.passedAt ?? null);
  const avoided = challenge === 'passed' ? 0 : (there?.avoided ?? 0) + (challenge === 'avoided' ? 1 : 0);
  return {
    trunk: fingerprint.trunk,
    assertedHost: fingerprint.assertedHost,
    origIoi: fingerprint.origIoi,
    form: fingerprint.form,
    calls: calls + 1,
    answered: (there?.answered ?? 0) + (answered ? 1 : 0),
    passedAt,
    avoided,
    first: Math.min(first, at),
    last: Math.max(last, at),
  };
}

/** Origins that nobody vouches for go first, then those not heard of for the longest time. */
function withinBounds(origins: readonly OriginRecord[]): OriginRecord[] {
  if (origins.length <= mostOrigins) return [...origins];
  return [...origins]
    .sort((a, b) => Number(isVouchedFor(b)) - Number(isVouchedFor(a)) || b.last - a.last)
    .slice(0, mostOrigins);
}
