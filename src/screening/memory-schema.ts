import { z } from 'zod';
import type { NumberForm } from '../numbering/number-info';
import type { Fingerprint } from './fingerprint';
import {
  type CallerMemory,
  type ExpectedCall,
  emergencyNumbers,
  noMemory,
  type OfficeMemory,
  type TrunkMemory,
} from './memory';

/** What is remembered of earlier calls, as it stands in the store, the journal and files. What is left out has not happened. */

const { caller, trunk, office } = noMemory;
const day = z.iso.date({ error: 'date' }).nullable();

export const numberFormSchema = z.enum([
  'national',
  'plus',
  'bare',
  'plus-trunk-zero',
  'dialled-international',
  'short',
  'other',
]) satisfies z.ZodType<NumberForm>;

export const emergencyNumberSchema = z.enum(emergencyNumbers);

export const fingerprintSchema = z.object({
  trunk: z.string(),
  assertedHost: z.string().nullable(),
  origIoi: z.string().nullable(),
  form: numberFormSchema,
}) satisfies z.ZodType<Fingerprint>;

export const callerMemorySchema = z.object({
  standing: z.enum(['stranger', 'seen', 'known', 'origin-changed']).default(caller.standing),
  since: day.default(caller.since),
  usualOrigins: z.array(fingerprintSchema).default([]),
  shortCalls: z.boolean().default(caller.shortCalls),
  challenge: z.enum(['none', 'passed', 'avoided']).default(caller.challenge),
  proof: z.enum(['none', 'verified', 'spoof']).default(caller.proof),
  dialledByUs: day.default(caller.dialledByUs),
}) satisfies z.ZodType<CallerMemory>;

const floodSchema = z.object({
  sign: z.enum(['new-callers', 'short-calls', 'police-endings']),
  limit: z.number().int().positive(),
});

export const trunkMemorySchema = z.object({
  flood: floodSchema.nullable().default(trunk.flood),
  usualForm: z.enum(['national', 'international']).nullable().default(trunk.usualForm),
  alwaysAsserts: z.boolean().default(trunk.alwaysAsserts),
  showsNoNumbers: z.boolean().default(trunk.showsNoNumbers),
}) satisfies z.ZodType<TrunkMemory>;

export const expectedSchema = z.object({
  kind: z.enum(['number', 'any', 'withheld']),
  until: z.number().int(),
  by: z.string().default(''),
  reason: z.string().default(''),
}) satisfies z.ZodType<ExpectedCall>;

export const officeMemorySchema = z.object({
  emergencyDialled: emergencyNumberSchema.nullable().default(office.emergencyDialled),
  disasterUntil: z.number().int().nullable().default(office.disasterUntil),
  expected: expectedSchema.nullable().default(office.expected),
  pausedUntil: z.number().int().nullable().default(office.pausedUntil),
}) satisfies z.ZodType<OfficeMemory>;
