import { z } from 'zod';
import { phoneNumber, ruleId, say, seconds } from './fields';

/** What a screened caller has to do, and who has to do what. */

export const challengeKinds = ['press-digit', 'state-name', 'call-back'] as const;

const kind = z
  .enum(challengeKinds)
  .describe(
    say(
      'press-digit: 数字を押してもらう、state-name: 名乗ってもらい、電話に出た人が決める、call-back: 表示された番号へ掛け直す',
      'press-digit: the caller presses a digit; state-name: states a name, and whoever answers decides; call-back: we call the presented number back',
    ),
  );

const count = (value: number, most: number) => z.number().int().min(1).max(most).default(value);

const choiceSchema = z
  .strictObject({
    rules: z
      .array(ruleId)
      .min(1)
      .optional()
      .describe(say('このどれかの規則が働いたとき', 'when one of these rules spoke against the caller')),
    trunks: z.array(z.string().min(1)).min(1).optional().describe(say('この回線への着信', 'on these trunks')),
    hours: z
      .enum(['open', 'closed'])
      .optional()
      .describe(say('営業時間 (office.hours) の内か外か', 'within office.hours or outside')),
    kind,
    preface: z
      .enum(['none', 'dial-published'])
      .default('none')
      .describe(
        say(
          'dial-published: 「いったん切って、公表されている番号へ」と先に案内する',
          'dial-published: the caller first hears to hang up and dial the published number',
        ),
      ),
    alert: z
      .boolean()
      .default(false)
      .describe(say('ただちにお知らせを送るか', 'whether a notice is sent at once, whatever notices say')),
  })
  .describe(
    say(
      '最初に当てはまった行が使われる。書かない条件は問わない',
      'the first that fits; what is left out does not matter',
    ),
  );

/** Who hides behind one's own number is to be heard; an authority gladly takes the call on its published number. */
const usualChoices: z.input<typeof choiceSchema>[] = [
  { rules: ['own-number-from-outside'], kind: 'state-name', alert: true },
  { rules: ['official-number', 'police-like-number'], kind: 'state-name', preface: 'dial-published' },
  { rules: ['foreign-number'], kind: 'press-digit' },
];

const callBackSchema = z
  .strictObject({
    trunk: z
      .string()
      .regex(/^[\w.@-]{1,80}$/, 'endpoint')
      .nullable()
      .default(null)
      .describe(say('掛け直しに使う回線 (PJSIP エンドポイント)', 'trunk to call back through (PJSIP endpoint)')),
    callerNumber: phoneNumber
      .nullable()
      .default(null)
      .describe(say('掛け直すときに通知する自社の番号', 'our own number, presented when we call back')),
    dialPrefix: z
      .string()
      .regex(/^[0-9*#]{0,8}$/, 'dial-prefix')
      .default('')
      .describe(say('番号の前に付けて掛ける数字 (例 186)', 'digits dialled before the number, e.g. 186')),
    kinds: z
      .array(z.enum(['fixed', 'mobile', '050']))
      .min(1)
      .default(['fixed', 'mobile', '050'])
      .describe(say('掛け直してよい番号の種別', 'kinds of number that may be called back')),
    againAfterMinutes: z
      .number()
      .int()
      .min(10)
      .max(1440)
      .default(10)
      .describe(say('同じ番号へ次に掛けられるまで (分)', 'until the same number may be called again, minutes')),
    perHour: count(6, 60).describe(say('1時間に掛ける上限', 'at most so many an hour')),
    perDay: count(30, 500).describe(say('1日に掛ける上限', 'at most so many a day')),
    atOnce: count(1, 10).describe(say('同時に掛ける上限', 'at most so many at once')),
    ringSeconds: z
      .number()
      .int()
      .min(5)
      .max(60)
      .default(25)
      .describe(say('呼び出す長さ (秒)', 'how long it rings, seconds')),
    rememberDays: z
      .number()
      .int()
      .min(1)
      .max(365)
      .default(30)
      .describe(say('結果を覚えておく日数', 'how long the result is remembered, days')),
  })
  .prefault({})
  .describe(
    say(
      '掛け直しによる確認。challenge の usual か choices で選んだときだけ行う',
      'verification by calling back; done only where challenge.usual or choices say so',
    ),
  );

export const challengeSchema = z
  .strictObject({
    usual: kind.default('press-digit'),
    choices: z
      .array(choiceSchema)
      .default(usualChoices.map((choice) => choiceSchema.parse(choice)))
      .describe(say('だれに何を求めるか', 'who has to do what')),
    attempts: z
      .number()
      .int()
      .min(1)
      .max(5)
      .default(2)
      .describe(say('押し直し・名乗り直しを含む回数', 'how many tries a caller has')),
    digitTimeoutSeconds: seconds(8).describe(
      say('案内の後、数字を待つ時間 (秒)', 'how long to wait for a digit after the prompt, seconds'),
    ),
    nameSeconds: z
      .number()
      .int()
      .min(2)
      .max(6)
      .default(6)
      .describe(say('名乗りの長さの上限 (秒)', 'longest stated name, seconds')),
    staffKeySeconds: z
      .number()
      .int()
      .min(5)
      .max(60)
      .default(12)
      .describe(
        say(
          '名乗りを聞いた人が数字を押すまで待つ時間 (秒)',
          'how long whoever answers may think before pressing a key, seconds',
        ),
      ),
    staffRingSeconds: z
      .number()
      .int()
      .min(10)
      .max(300)
      .default(45)
      .describe(say('事務所を呼び出す長さ (秒)', 'how long the office rings, seconds')),
    callBack: callBackSchema,
  })
  .prefault({})
  .describe(say('確認 (screen) された発信者への問いかけ', 'what a screened caller is asked'));

export const messageSchema = z
  .strictObject({
    enabled: z
      .boolean()
      .default(true)
      .describe(
        say(
          '確認を通らなかった発信者に伝言を残してもらうか',
          'whether screened callers who are not put through may leave a message',
        ),
      ),
    maxSeconds: z
      .number()
      .int()
      .min(10)
      .max(90)
      .default(90)
      .describe(say('伝言の長さの上限 (秒)', 'longest message, seconds')),
    silenceSeconds: z
      .number()
      .int()
      .min(2)
      .max(15)
      .default(5)
      .describe(say('この長さの無音で終わる (秒)', 'so much silence ends it, seconds')),
    retentionDays: z
      .number()
      .int()
      .min(1)
      .max(365)
      .default(30)
      .describe(say('伝言と名乗りを残す日数', 'how long messages and stated names are kept, days')),
  })
  .prefault({})
  .describe(say('伝言', 'messages'));

export const staffSchema = z
  .strictObject({
    denyDays: z
      .number()
      .int()
      .min(1)
      .max(3650)
      .default(180)
      .describe(say('電話機から拒否・許可した番号の有効日数', 'how long entries made from a telephone hold, days')),
    withheldMinutes: z
      .number()
      .int()
      .min(1)
      .max(120)
      .default(10)
      .describe(say('次の非通知の着信を待つ時間 (分)', 'how long the next withheld caller is expected, minutes')),
    pauseMinutes: z
      .number()
      .int()
      .min(1)
      .max(480)
      .default(30)
      .describe(say('確認を休む時間 (分)', 'how long screening pauses, minutes')),
    disasterHours: z
      .number()
      .int()
      .min(1)
      .max(720)
      .default(24)
      .describe(say('災害モードの長さ (時間)', 'how long disaster mode lasts, hours')),
  })
  .prefault({})
  .describe(say('電話機からの操作 (*1861 など)', 'what staff switch from a telephone (*1861 …)'));
