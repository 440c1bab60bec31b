import { z } from 'zod';
import { type Fingerprint, sameFingerprint } from '../fingerprint';
import type { CallerMemory } from '../memory';
import { fingerprintSchema } from '../memory-schema';
import { parseRecord } from './record';

const proofSchema = z.object({
  /** Where the call came from that was called back. */
  fingerprint: fingerprintSchema,
  /** `verified`: the owner of the number had called. `spoof`: the owner had not. */
  result: z.enum(['verified', 'spoof']),
  /** When it was proven, and how long it counts: epoch ms. */
  at: z.number(),
  until: z.number(),
});

const recordSchema = z.object({
  schema: z.literal(1),
  /** One for each fingerprint, oldest first. */
  proofs: z.array(proofSchema),
});

/** What calling a number back brought. It does not hold the number. */
export type ProofRecord = Readonly<z.infer<typeof recordSchema>>;
export type Proof = Readonly<z.infer<typeof proofSchema>>;

/** Kept of one number: a forger who comes over more trunks than that is called back anew. */
const mostProofs = 8;

export function parseProofRecord(text: string | null): ProofRecord | null {
  return parseRecord(recordSchema, text);
}

/** The latest answer counts: who pressed the wrong key may press the right one next time. */
export function learnProof(record: ProofRecord | null, proof: Proof): ProofRecord {
  const others = (record?.proofs ?? []).filter(
    ({ fingerprint, until }) => !sameFingerprint(fingerprint, proof.fingerprint) && until > proof.at,
  );
  return { schema: 1, proofs: [...others, proof].slice(-mostProofs) };
}

/** Milliseconds from `now` for which the record says anything. */
export function proofRecordTtl({ proofs }: ProofRecord, now: number): number {
  return Math.max(0, ...proofs.map(({ until }) => until - now));
}

/** It speaks for the very fingerprint, and for no other. */
export function recallProof(record: ProofRecord | null, fingerprint: Fingerprint, now: number): CallerMemory['proof'] {
  const proof = record?.proofs.find((one) => sameFingerprint(one.fingerprint, fingerprint));
  return proof !== undefined && now < proof.until ? proof.result : 'none';
}
