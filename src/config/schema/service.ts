import { z } from 'zod';
import { listenAddress, say, seconds, timeToLive } from './fields';

/** Settings of the running service: its neighbours, its deadlines and what it plays to callers. */

export const ariSchema = z
  .strictObject({
    url: z
      .url({ protocol: /^https?$/, error: 'http-url' })
      .default('http://127.0.0.1:8088')
      .describe(say('Asterisk の HTTP サーバー', "Asterisk's HTTP server")),
    username: z
      .string()
      .min(1)
      .max(80)
      .default('denwaban')
      .describe(
        say(
          'ari.conf のユーザー名。パスワードは環境変数 DENWABAN_ARI_PASSWORD で渡す',
          'user in ari.conf; its password comes from DENWABAN_ARI_PASSWORD',
        ),
      ),
    app: z
      .string()
      .regex(/^[\w-]{1,40}$/, 'app-name')
      .default('denwaban')
      .describe(say('Stasis アプリ名', 'Stasis application name')),
    requestTimeoutMs: z
      .number()
      .int()
      .min(50)
      .max(10_000)
      .default(2_000)
      .describe(say('ARI への要求ごとの期限 (ミリ秒)', 'deadline of each ARI request, milliseconds')),
    heartbeatMs: z
      .number()
      .int()
      .min(500)
      .max(10_000)
      .default(4_000)
      .describe(say('接続の生存確認の間隔 (ミリ秒)', 'how often the connection is checked for life, milliseconds')),
  })
  .prefault({})
  .describe(say('Asterisk REST Interface (ARI) への接続', 'connection to the Asterisk REST Interface (ARI)'));

export const deadlinesSchema = z
  .strictObject({
    firstActionMs: z
      .number()
      .int()
      .min(50)
      .max(5_000)
      .default(800)
      .describe(
        say(
          '着信から最初の動作までの期限 (ミリ秒)。過ぎれば通す',
          'from arrival to the first action, milliseconds; beyond it the call is let through',
        ),
      ),
    screeningSeconds: seconds(45).describe(
      say(
        '確認にかける時間の上限 (秒)。過ぎれば通す',
        'longest time a call is screened, seconds; beyond it the call is let through',
      ),
    ),
  })
  .prefault({})
  .describe(say('期限。守れなければ電話を通す', 'deadlines; where one is missed the call is let through'));

export const cacheSchema = z
  .strictObject({
    url: z
      .string()
      .refine((url) => /^rediss?:\/\/[^\s/]+/.test(url) && URL.canParse(url), 'redis-url')
      .nullable()
      .default(null)
      .describe(
        say(
          'Redis の URL。null は組込み。パスワードは環境変数 DENWABAN_REDIS_PASSWORD で渡す',
          'Redis URL; null: embedded. Its password comes from DENWABAN_REDIS_PASSWORD',
        ),
      ),
    timeoutMs: z
      .number()
      .int()
      .min(5)
      .max(1_000)
      .default(50)
      .describe(say('保管先を待つ期限 (ミリ秒)', 'how long the store is waited for, milliseconds')),
    ttl: z
      .strictObject({
        allowSeconds: timeToLive(86_400).describe(say('allow の判定 (秒)', 'verdict allow, seconds')),
        passedSeconds: timeToLive(86_400).describe(say('確認に通った発信者 (秒)', 'a challenge passed, seconds')),
        screenSeconds: timeToLive(3_600).describe(say('screen の判定 (秒)', 'verdict screen, seconds')),
        rejectSeconds: timeToLive(600).describe(say('reject の判定 (秒)', 'verdict reject, seconds')),
      })
      .prefault({})
      .describe(say('判定を覚えておく時間。0 は覚えない', 'how long verdicts are remembered; 0: not at all')),
  })
  .prefault({})
  .describe(say('記憶・リスト・判定の保管先', 'the store of memory, lists and verdicts'));

const tag = (value: string) => z.string().max(20).default(value);

export const callerNameSchema = z
  .strictObject({
    allow: tag('').describe(say('問題なしの電話', 'calls allowed')),
    screened: tag('[確認済]').describe(say('確認に通った電話', 'calls that passed the challenge')),
    suspect: tag('[注意]').describe(
      say('疑わしいが確認していない電話 (FastAGI)', 'suspect calls that nobody has challenged (FastAGI)'),
    ),
    failedOpen: tag('[未確認]').describe(say('判定できずに通した電話', 'calls let through unjudged')),
  })
  .prefault({})
  .describe(say('電話機の表示名の前に付ける札 (20 文字まで)', 'tag put before the caller name, at most 20 characters'));

export const healthSchema = z
  .strictObject({
    listen: listenAddress
      .nullable()
      .default('127.0.0.1:8089')
      .describe(say('アドレス:ポート。null は無し', 'address:port; null: none')),
  })
  .prefault({})
  .describe(say('状態を返す HTTP の待受け', 'the health page over HTTP'));

export const agiSchema = z
  .strictObject({
    listen: listenAddress
      .nullable()
      .default(null)
      .describe(
        say('アドレス:ポート (例 127.0.0.1:4573)。null は無し', 'address:port, e.g. 127.0.0.1:4573; null: none'),
      ),
  })
  .prefault({})
  .describe(
    say(
      'Stasis を使わない PBX のための FastAGI の待受け。判定だけを変数で返す',
      'FastAGI for exchanges that do not use Stasis: it answers with the verdict only, in variables',
    ),
  );
