import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { showPath } from '../config/problem';
import { schemaFlaws } from '../config/schema-flaws';
import { DenwabanError, type ErrorLanguage, messageOf, reasonOf, type Said } from '../errors';
import { type Memory, noMemory } from '../screening/memory';

const { caller, trunk, office } = noMemory;
const day = z.iso.date({ error: 'date' }).nullable();

const fingerprintSchema = z.strictObject({
  trunk: z.string(),
  assertedHost: z.string().nullable().default(null),
  origIoi: z.string().nullable().default(null),
  form: z
    .enum(['national', 'plus', 'bare', 'plus-trunk-zero', 'dialled-international', 'short', 'other'])
    .default('national'),
});

const floodSchema = z.strictObject({
  sign: z.enum(['new-callers', 'short-calls', 'police-endings']),
  limit: z.number().int().positive(),
});

/** What a file may say of earlier calls; what it leaves out has not happened. */
const memorySchema = z.strictObject({
  withheldJustRejected: z.boolean().default(noMemory.withheldJustRejected),
  caller: z
    .strictObject({
      standing: z.enum(['stranger', 'seen', 'known', 'origin-changed']).default(caller.standing),
      since: day.default(caller.since),
      usualOrigins: z.array(fingerprintSchema).default([]),
      shortCalls: z.boolean().default(caller.shortCalls),
      challenge: z.enum(['none', 'passed', 'avoided']).default(caller.challenge),
      dialledByUs: day.default(caller.dialledByUs),
    })
    .prefault({}),
  trunk: z
    .strictObject({
      flood: floodSchema.nullable().default(trunk.flood),
      usualForm: z.enum(['national', 'international']).nullable().default(trunk.usualForm),
      alwaysAsserts: z.boolean().default(trunk.alwaysAsserts),
      showsNoNumbers: z.boolean().default(trunk.showsNoNumbers),
    })
    .prefault({}),
  office: z
    .strictObject({
      emergencyDialled: z.enum(['110', '118', '119']).nullable().default(office.emergencyDialled),
      disasterUntil: z.number().int().nullable().default(office.disasterUntil),
    })
    .prefault({}),
}) satisfies z.ZodType<Memory>;

/**
 * What earlier calls left behind, from a JSON file: a {@link Memory} of which any part may be left out.
 *
 * @throws DenwabanError DENWABAN_FILE_UNREADABLE, DENWABAN_MEMORY_INVALID
 */
export function readMemoryFile(file: string): Memory {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new DenwabanError('DENWABAN_FILE_UNREADABLE', { file, reason: reasonOf(error) }, { cause: error });
  }
  return parseMemory(text, file);
}

/** @throws DenwabanError DENWABAN_MEMORY_INVALID, which names `file` and every fault of the text */
export function parseMemory(text: string, file: string): Memory {
  const value = parseJson(text, file);
  const parsed = memorySchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const flaws = schemaFlaws(memorySchema, value, parsed.error.issues);
  const problems = (language: ErrorLanguage): string =>
    flaws.map(({ path, text }) => `${path.length === 0 ? '' : `${showPath(path)}: `}${text[language]}`).join('\n');
  throw invalid(file, { ja: problems('ja'), en: problems('en') });
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = messageOf(error);
    throw invalid(file, { ja: `JSON として読めません (${reason})`, en: `it is no JSON: ${reason}` });
  }
}

function invalid(file: string, problems: Said): DenwabanError {
  return new DenwabanError('DENWABAN_MEMORY_INVALID', { file, problems });
}
