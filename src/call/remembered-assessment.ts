import { z } from 'zod';
import { type Assessment, rejectCodes, verdicts } from '../screening/assessment';

const verdict = z.enum(verdicts);
const rejectCode = z.literal(rejectCodes).nullable();

const assessmentSchema = z.object({
  verdict,
  score: z.number(),
  threshold: z.number(),
  findings: z.array(
    z.object({
      rule: z.string(),
      weight: z.number(),
      mode: z.enum(['enforce', 'observe']),
      facts: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  decidedBy: z.enum([
    'exception',
    'allow-entry',
    'deny-entry',
    'proven-spoof',
    'withheld-policy',
    'score',
    'observe-mode',
  ]),
  rejectCode,
  validUntil: z.number().nullable(),
  wouldBe: z.object({ verdict, score: z.number(), rejectCode }).nullable(),
  cacheable: z.boolean(),
}) satisfies z.ZodType<Assessment>;

/** An assessment that was remembered, as this version writes it; `null` for anything else. */
export function parseRemembered(value: unknown): Assessment | null {
  return assessmentSchema.safeParse(value).data ?? null;
}
