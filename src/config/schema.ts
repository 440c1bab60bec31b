import { z } from 'zod';
import { challengeSchema, messageSchema, staffSchema } from './schema/challenge';
import { longestChallenge } from './schema/challenge-length';
import { say } from './schema/fields';
import { listEntrySchema, listsSchema, longestReason, longestSource } from './schema/lists';
import { noticesSchema } from './schema/notices';
import { officeSchema } from './schema/office';
import { policySchema, rulesSchema } from './schema/policy';
import { agiSchema, ariSchema, cacheSchema, callerNameSchema, deadlinesSchema, healthSchema } from './schema/service';
import { numberKinds, trunkSchema, trunksSchema } from './schema/trunk';

export { listEntrySchema, longestReason, longestSource, numberKinds, trunkSchema };

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
    message: messageSchema,
    staff: staffSchema,
    notices: noticesSchema,
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
  .refine(({ challenge, deadlines }) => longestChallenge(challenge) <= deadlines.screeningSeconds, {
    path: ['deadlines', 'screeningSeconds'],
    message: 'challenge-outlasts-screening',
  })
  .refine(({ challenge }) => challenge.callBack.trunk !== null || !callsBack(challenge), {
    path: ['challenge', 'callBack', 'trunk'],
    message: 'call-back-without-trunk',
  })
  .refine(({ challenge }) => challenge.callBack.callerNumber !== null || !callsBack(challenge), {
    path: ['challenge', 'callBack', 'callerNumber'],
    message: 'call-back-without-number',
  })
  .describe(say('電話番の設定', 'configuration of Denwaban'));

function callsBack({ usual, choices }: z.infer<typeof challengeSchema>): boolean {
  return [usual, ...choices.map(({ kind }) => kind)].includes('call-back');
}

/** A whole configuration, defaults filled in. Immutable by convention. */
export type Config = z.infer<typeof configSchema>;
/** What a file may say: every setting optional. */
export type ConfigInput = z.input<typeof configSchema>;
export type TrunkProfile = z.infer<typeof trunkSchema>;
export type ListEntry = z.infer<typeof listEntrySchema>;
