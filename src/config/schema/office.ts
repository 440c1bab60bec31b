import { z } from 'zod';
import { country, phoneNumber, say } from './fields';

export const officeSchema = z
  .strictObject({
    numbers: z
      .array(phoneNumber)
      .default([])
      .describe(
        say(
          '自社とグループの番号。外からこの番号で掛かってくれば偽装とみる',
          "the office's and its group's own numbers; from outside they are taken for forged",
        ),
      ),
    lines: z
      .array(
        z
          .strictObject({
            number: phoneNumber.describe(say('着信番号', 'the called number')),
            exempt: z
              .enum(['fax', 'alarm', 'lift', 'intercom', 'other'])
              .nullable()
              .default(null)
              .describe(say('判定せずに通す理由。null は判定する', 'why it is never screened; null: it is screened')),
          })
          .describe(say('着信番号ひとつ', 'one called number')),
      )
      .default([])
      .describe(say('着信番号ごとの扱い', 'how single called numbers are treated')),
    protectedNumbers: z
      .array(
        z.strictObject({
          number: phoneNumber.describe(say('守る番号', 'the number to protect')),
          name: z.string().min(1).max(80).describe(say('持ち主の名', 'whose number it is')),
        }),
      )
      .default([])
      .describe(say('なりすましから守る番号 (取引銀行など)', 'numbers to protect from imitation (your bank …)')),
    countries: z
      .strictObject({
        welcome: z
          .array(country)
          .default([])
          .describe(say('取引のある国 (ISO 3166 の2文字)', 'countries you deal with (ISO 3166 alpha-2)')),
        highRisk: z.array(country).default([]).describe(say('特に警戒する国', 'countries to be most wary of')),
      })
      .prefault({})
      .describe(say('国外番号の国ごとの扱い', 'how foreign numbers are treated by country')),
  })
  .prefault({})
  .describe(say('事務所のこと', 'the office'));
