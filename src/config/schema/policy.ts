import { z } from 'zod';
import { carrierId, phoneNumber, ruleId, say, verdict } from './fields';

export const policySchema = z
  .strictObject({
    screenAt: z
      .number()
      .min(1)
      .max(1000)
      .default(40)
      .describe(say('この点数から確認 (screen) する', 'score from which calls are screened')),
    rejectAt: z
      .number()
      .min(1)
      .max(1000)
      .nullable()
      .default(null)
      .describe(
        say(
          'この点数から拒否 (reject) する。null は点数では拒否しない',
          'score from which calls are rejected; null: never by score',
        ),
      ),
    withheld: z
      .strictObject({
        user: verdict
          .default('reject')
          .describe(
            say(
              '発信者が非通知にした呼 (186 を案内してから断る)',
              'the caller withheld it (the 186 wording is played first)',
            ),
          ),
        payphone: verdict.default('screen').describe(say('公衆電話', 'public telephones')),
        unavailable: verdict.default('screen').describe(say('通知できない呼 (表示圏外)', 'no number can be presented')),
        unknown: verdict.default('screen').describe(say('理由の分からない非通知', 'withheld for no stated reason')),
      })
      .prefault({})
      .describe(say('番号非通知の理由ごとの扱い', 'verdict on withheld numbers, by reason')),
  })
  .refine((policy) => policy.rejectAt === null || policy.rejectAt >= policy.screenAt, {
    path: ['rejectAt'],
    message: 'reject-below-screen',
  })
  .prefault({})
  .describe(say('判定の基準', 'where the verdicts begin'));

export const rulesSchema = z
  .record(
    ruleId,
    z.strictObject({
      mode: z
        .enum(['enforce', 'observe', 'off'])
        .default('enforce')
        .describe(
          say(
            'enforce: 効かせる、observe: 記録だけ、off: 使わない',
            'enforce: it counts; observe: recorded only; off: not used',
          ),
        ),
      weight: z
        .number()
        .min(-200)
        .max(200)
        .optional()
        .describe(
          say('規則書の重みに代える値 (プラスは疑わしい)', "replaces the rule book's weight; positive is suspicious"),
        ),
    }),
  )
  .default({})
  .describe(say('規則ごとの mode と重み', 'mode and weight of single rules'));

export const listEntrySchema = z
  .strictObject({
    list: z.enum(['allow', 'deny']).describe(say('許可か拒否か', 'allow or deny')),
    number: phoneNumber.optional().describe(say('番号そのもの', 'one number')),
    prefix: phoneNumber.optional().describe(say('番号の前方一致', 'numbers that begin so')),
    carrier: carrierId.optional().describe(say('割当事業者 id', 'allocated carrier id')),
    reason: z.string().max(200).default('').describe(say('理由', 'why')),
    source: z.string().max(80).default('config').describe(say('出所', 'where the entry comes from')),
    expires: z.iso
      .datetime({ offset: true, error: 'date-time' })
      .nullable()
      .default(null)
      .describe(say('有効期限。null は無期限', 'when it ends; null: never')),
    excuses: z
      .array(ruleId)
      .default([])
      .describe(
        say(
          '許可しても見逃さない規則のうち、この項目では見逃すもの',
          'forgery rules this allow entry excuses, e.g. impossible-number',
        ),
      ),
  })
  .refine((entry) => [entry.number, entry.prefix, entry.carrier].filter((x) => x !== undefined).length === 1, {
    message: 'one-of-number-prefix-carrier',
  })
  .describe(
    say('番号・前方一致・事業者のどれかひとつについての許可または拒否', 'allow or deny one number, prefix or carrier'),
  );

export const listsSchema = z
  .array(listEntrySchema)
  .default([])
  .describe(say('許可リストと拒否リスト', 'the allow and deny lists'));
