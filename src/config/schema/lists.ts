import { z } from 'zod';
import { carrierId, phoneNumber, ruleId, say } from './fields';
import { numberKinds } from './trunk';

export const longestReason = 200;
export const longestSource = 80;

export const listEntrySchema = z
  .strictObject({
    list: z
      .enum(['allow', 'deny', 'report'])
      .describe(
        say(
          'allow: 許可、deny: 拒否、report: 迷惑電話の報告 (決め手にはならず、点数になる)',
          'allow, deny, or report: a block list says so, which decides nothing but counts',
        ),
      ),
    number: phoneNumber.optional().describe(say('番号そのもの', 'one number')),
    prefix: phoneNumber.optional().describe(say('番号の前方一致', 'numbers that begin so')),
    carrier: carrierId.optional().describe(say('割当事業者 id', 'allocated carrier id')),
    kind: z.enum(numberKinds).optional().describe(say('番号種別', 'kind of number')),
    reason: z.string().max(longestReason).default('').describe(say('理由', 'why')),
    source: z.string().max(longestSource).default('config').describe(say('出所', 'where the entry comes from')),
    expires: z.iso
      .datetime({ offset: true, error: 'date-time' })
      .nullable()
      .default(null)
      .describe(say('有効期限。null は無期限', 'when it ends; null: never')),
    votes: z.number().int().min(1).max(1_000_000).default(1).describe(say('報告の件数', 'how many reported it')),
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
  .refine(({ number, prefix, carrier, kind }) => [number, prefix, carrier, kind].filter(isGiven).length === 1, {
    message: 'one-of-number-prefix-carrier-kind',
  })
  .refine(({ list, carrier, kind }) => list !== 'report' || (carrier === undefined && kind === undefined), {
    path: ['list'],
    message: 'report-of-number-or-prefix',
  })
  .describe(
    say(
      '番号・前方一致・事業者・種別のどれかひとつについての許可・拒否・報告',
      'allow, deny or report one number, prefix, carrier or kind',
    ),
  );

export const listsSchema = z
  .array(listEntrySchema)
  .default([])
  .describe(say('許可・拒否・報告のリスト', 'the allow, deny and report lists'));

function isGiven(value: unknown): boolean {
  return value !== undefined;
}
