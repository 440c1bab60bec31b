import { z } from 'zod';
import { ruleId, say, verdict } from './fields';

export const policySchema = z
  .strictObject({
    mode: z
      .enum(['enforce', 'observe'])
      .default('enforce')
      .describe(
        say(
          'enforce: 判定どおりに扱う、observe: 何もせずに通し、どう扱うはずだったかを記録する',
          'enforce: calls are treated as judged; observe: all are let through, and what would have been done is recorded',
        ),
      ),
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
