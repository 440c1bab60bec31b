import { z } from 'zod';
import { presentations } from '../caller/caller';
import { verdicts } from '../screening/assessment';
import { type FailOpenReason, isFailOpenReason } from '../text/fail-open';
import { challengeKinds, challengeResults, type Decision, outcomes } from './decision';
import { numberKind, recordedEvidenceSchema } from './recorded-evidence';

const failOpenReason = z.custom<FailOpenReason>((value) => typeof value === 'string' && isFailOpenReason(value));

/** A {@link Decision} as it stands in the journal. Fields it does not know are passed over: a newer version may add some. */
export const decisionSchema = z.object({
  schema: z.literal(1),
  id: z.string(),
  at: z.iso.datetime({ offset: true }),
  channel: z.string(),
  sipCallId: z.string().nullable(),
  trunk: z.string(),
  called: z.string().nullable(),
  caller: z.object({
    presentation: z.enum(presentations),
    masked: z.string().nullable(),
    id: z.string().nullable(),
    kind: numberKind.nullable(),
    claimedCarrier: z.string().nullable(),
    country: z.string().nullable(),
  }),
  verdict: z.enum(verdicts),
  score: z.number(),
  threshold: z.number(),
  findings: z.array(
    z.object({
      rule: z.string(),
      weight: z.number(),
      mode: z.enum(['enforce', 'observe']),
      text: z.object({ ja: z.string(), en: z.string() }),
    }),
  ),
  // Later than the first version's records.
  wouldBe: z
    .object({ verdict: z.enum(verdicts), score: z.number(), sipCode: z.number().nullable() })
    .nullable()
    .default(null),
  source: z.enum(['rules', 'list', 'cache', 'fail-open']),
  cachedSeconds: z.number().nullable(),
  challenge: z
    .object({
      kind: z.enum(challengeKinds),
      result: z.enum(challengeResults),
      attempts: z.number(),
    })
    .nullable(),
  outcome: z.enum(outcomes),
  failedOpen: failOpenReason.nullable(),
  sipCode: z.number().nullable(),
  ms: z.object({ verdict: z.number().nullable(), firstAction: z.number().nullable(), total: z.number() }),
  // Absent in the first version's records; what another version may write into it leaves the rest of the record good.
  evidence: recordedEvidenceSchema.nullable().catch(null).default(null),
}) satisfies z.ZodType<Decision>;
