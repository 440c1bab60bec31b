import { z } from 'zod';
import { country, phoneNumber, say } from './fields';

/** `09:00-17:30`; `24:00` ends a day. Written with two digits each, times sort as text. */
const span = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: 'hours-span', abort: true })
  .refine((value) => value.slice(0, 5) < value.slice(6), 'hours-backwards');

const spansOf = (ja: string, en: string) => z.array(span).optional().describe(say(ja, en));

const date = z.iso.date({ error: 'date' });

const hoursSchema = z
  .strictObject({
    timeZone: z
      .string()
      .refine((zone) => isTimeZone(zone), 'time-zone')
      .default('Asia/Tokyo')
      .describe(say('時間帯 (IANA の名)', 'time zone (IANA name)')),
    week: z
      .strictObject({
        mon: spansOf('月曜日', 'Monday'),
        tue: spansOf('火曜日', 'Tuesday'),
        wed: spansOf('水曜日', 'Wednesday'),
        thu: spansOf('木曜日', 'Thursday'),
        fri: spansOf('金曜日', 'Friday'),
        sat: spansOf('土曜日', 'Saturday'),
        sun: spansOf('日曜日', 'Sunday'),
      })
      .describe(say('曜日ごとの営業時間。書かない曜日は休み', 'hours by weekday; a day that is not named is closed')),
    holidays: z
      .enum(['japan', 'none'])
      .default('japan')
      .describe(say('国民の祝日と休日を休みにするか', 'whether the public holidays of Japan are closed')),
    closed: z
      .array(date)
      .default([])
      .describe(say('そのほかの休み (YYYY-MM-DD)', 'other days the office is closed (YYYY-MM-DD)')),
    open: z
      .array(date)
      .default([])
      .describe(say('祝日でも開ける日 (YYYY-MM-DD)', 'holidays on which it is open (YYYY-MM-DD)')),
  })
  .describe(say('営業時間', 'office hours'));

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}

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
            unpublished: z
              .boolean()
              .default(false)
              .describe(
                say(
                  '公表していない番号か (知らない相手からの着信を疑う)',
                  'whether it is published nowhere: strangers are suspect',
                ),
              ),
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
    hours: hoursSchema
      .nullable()
      .default(null)
      .describe(say('営業時間。null は定めなし (いつも営業中)', 'office hours; null: none, it is always open')),
  })
  .prefault({})
  .describe(say('事務所のこと', 'the office'));
