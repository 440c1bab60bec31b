import { z } from 'zod';
import { parseJson } from '../text/json';

/** A remembered verdict, as it is kept. */
export interface Envelope<Verdict> {
  readonly verdict: Verdict;
  /** Epoch milliseconds when it was remembered. */
  readonly at: number;
  /** Key of the memory of earlier calls it was made with: under another memory it does not hold. */
  readonly memory: string;
  /** The caller passed the challenge: then it holds whatever other calls did since. */
  readonly passed: boolean;
}

/** Goes up when the envelope changes its meaning; older values are then not understood, and so forgotten. */
const schema = 2;

const envelopeSchema = z.object({
  schema: z.literal(schema),
  at: z.number(),
  memory: z.string(),
  passed: z.boolean(),
  verdict: z.unknown(),
});

export function sealVerdict<Verdict>({ verdict, at, memory, passed }: Envelope<Verdict>): string {
  return JSON.stringify({ schema, at, memory, passed, verdict });
}

/** `null` for what this version of the service did not write. */
export function openVerdict<Verdict>(
  text: string,
  parse: (value: unknown) => Verdict | null,
): Envelope<Verdict> | null {
  const envelope = envelopeSchema.safeParse(parseJson(text)).data;
  const verdict = envelope === undefined ? null : parse(envelope.verdict);
  if (envelope === undefined || verdict === null) return null;
  const { at, memory, passed } = envelope;
  return { verdict, at, memory, passed };
}
