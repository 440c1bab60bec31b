import { z } from 'zod';
import { showPath } from '../config/problem';
import { schemaFlaws } from '../config/schema-flaws';
import { DenwabanError, type ErrorLanguage, messageOf, type Said } from '../errors';
import { type Memory, noMemory } from './memory';
import {
  callerMemorySchema,
  expectedSchema,
  fingerprintSchema,
  officeMemorySchema,
  trunkMemorySchema,
} from './memory-schema';

const originSchema = fingerprintSchema
  .extend({
    assertedHost: fingerprintSchema.shape.assertedHost.default(null),
    origIoi: fingerprintSchema.shape.origIoi.default(null),
    form: fingerprintSchema.shape.form.default('national'),
  })
  .strict();

/** Strict, unlike what the service itself wrote: a person's slip must not pass for something that has not happened. */
const memorySchema = z.strictObject({
  withheldJustRejected: z.boolean().default(noMemory.withheldJustRejected),
  caller: callerMemorySchema
    .extend({ usualOrigins: z.array(originSchema).default([]) })
    .strict()
    .prefault({}),
  trunk: trunkMemorySchema.strict().prefault({}),
  office: officeMemorySchema
    .extend({ expected: expectedSchema.strict().nullable().default(noMemory.office.expected) })
    .strict()
    .prefault({}),
}) satisfies z.ZodType<Memory>;

/**
 * What earlier calls left behind, as a person writes it down: a {@link Memory} in JSON of which any part may be left out.
 *
 * @throws DenwabanError DENWABAN_MEMORY_INVALID, which names `file` and every fault of the text
 */
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
