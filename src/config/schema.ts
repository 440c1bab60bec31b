import { z } from 'zod';
import { say } from './schema/fields';
import { listEntrySchema, listsSchema, longestReason, longestSource } from './schema/lists';
import { officeSchema } from './schema/office';
import { policySchema, rulesSchema } from './schema/policy';
import {
  agiSchema,
  ariSchema,
  cacheSchema,
  callerNameSchema,
  challengeSchema,
  deadlinesSchema,
  healthSchema,
} from './schema/service';
import { numberKinds, trunkSchema, trunksSchema } from './schema/trunk';

export { listEntrySchema, longestReason, longestSource, numberKinds, trunkSchema };

/** No challenge takes longer to say, its digit included. */
const longestChallengeSeconds = 14;

/**
 * The one schema of the configuration: types, defaults, `config check` and the editor's JSON Schema derive from it.
 * Every setting explains itself (`describe`), Japanese first, then English. Nothing in it transforms a value, so that
 * what is printed, checked and described is what the file says.
 */
export const configSchema = z
  .strictObject({
    language: z.enum(['ja', 'en']).default('ja').describe(say('案内と記録の言語', 'language of prompts and texts')),
    dataDir: z
      .string()
      .min(1)
      .default('./denwaban-data')
      .describe(say('状態と記録を置くフォルダ', 'folder of state and journal')),
    ari: ariSchema,
    trunks: trunksSchema,
    office: officeSchema,
    policy: policySchema,
    rules: rulesSchema,
    lists: listsSchema,
    challenge: challengeSchema,
    deadlines: deadlinesSchema,
    cache: cacheSchema,
    callerName: callerNameSchema,
    health: healthSchema,
    agi: agiSchema,
  })
  .refine((config) => config.cache.timeoutMs < config.deadlines.firstActionMs, {
    path: ['cache', 'timeoutMs'],
    message: 'cache-slower-than-first-action',
  })
  .refine(
    ({ challenge, deadlines }) =>
      challenge.attempts * (longestChallengeSeconds + challenge.digitTimeoutSeconds) <= deadlines.screeningSeconds,
    { path: ['deadlines', 'screeningSeconds'], message: 'challenge-outlasts-screening' },
  )
  .describe(say('電話番の設定', 'configuration of Denwaban'));

/** A whole configuration, defaults filled in. Immutable by convention. */
export type Config = z.infer<typeof configSchema>;
/** What a file may say: every setting optional. */
export type ConfigInput = z.input<typeof configSchema>;
export type TrunkProfile = z.infer<typeof trunkSchema>;
export type ListEntry = z.infer<typeof listEntrySchema>;
