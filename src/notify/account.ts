import { z } from 'zod';
import { presentations } from '../caller/caller';
import { challengeKinds, challengeResults, outcomes } from '../journal/decision';
import { decisionSchema } from '../journal/decision-record';
import { numberKind } from '../journal/recorded-evidence';
import { verdicts } from '../screening/assessment';
import { callBackAnswers, staffAnswers } from '../text/answers';
import { isFailOpenReason } from '../text/fail-open';
import { type News, newsEvents } from './news';

/** Findings told of; the journal holds them all, the weightiest first. */
const toldFindings = 5;

const recordingSchema = z.object({ path: z.string(), seconds: z.number() });

/** What a notice says of one call. It outlives the process in the outbox, so it is a schema. */
export const accountSchema = z.object({
  event: z.enum(newsEvents),
  alert: z.boolean(),
  /** Id of the decision. */
  decision: z.string(),
  /** ISO 8601 time of arrival. */
  at: z.string(),
  trunk: z.string(),
  called: z.string().nullable(),
  caller: z.object({
    presentation: z.enum(presentations),
    masked: z.string().nullable(),
    /** All digits; `null` where withheld, and where the notice does not show them. */
    number: z.string().nullable(),
    kind: numberKind.nullable(),
    country: z.string().nullable(),
  }),
  verdict: z.enum(verdicts),
  score: z.number(),
  threshold: z.number(),
  findings: decisionSchema.shape.findings,
  challenge: z.object({ kind: z.enum(challengeKinds), result: z.enum(challengeResults) }).nullable(),
  outcome: z.enum(outcomes),
  failedOpen: z.string().refine(isFailOpenReason).nullable(),
  sipCode: z.number().nullable(),
  staff: z.enum(staffAnswers).nullable(),
  callBack: z.enum(callBackAnswers).nullable(),
  recording: recordingSchema.nullable(),
});
export type Account = z.infer<typeof accountSchema>;

/** The account of news, for a notice that shows whole numbers or does not: what is not shown is not kept either. */
export function accountOf(
  { event, alert, decision, number, recording, sequel }: News,
  numbers: 'masked' | 'full',
): Account {
  const { id, at, trunk, called, caller, verdict, score, threshold, findings, challenge, outcome } = decision;
  const { presentation, masked, kind, country } = caller;
  const shown = numbers === 'full' && presentation === 'presented';
  return {
    event,
    alert,
    decision: id,
    at,
    trunk,
    called,
    caller: { presentation, masked, number: shown ? number : null, kind, country },
    verdict,
    score,
    threshold,
    findings: findings.slice(0, toldFindings).map(({ rule, weight, mode, text }) => ({ rule, weight, mode, text })),
    challenge: challenge === null ? null : { kind: challenge.kind, result: challenge.result },
    outcome,
    failedOpen: decision.failedOpen,
    sipCode: decision.sipCode,
    staff: sequel?.staff ?? null,
    callBack: sequel?.callBack ?? null,
    recording,
  };
}
