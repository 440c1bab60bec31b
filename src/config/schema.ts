import { z } from 'zod';

/**
 * The one schema of the configuration: types, defaults, `config check` and the editor's JSON Schema derive from it.
 * Every setting explains itself (`describe`), Japanese first, then English.
 */

const say = (ja: string, en: string): string => `${ja} / ${en}`;
const seconds = (value: number) => z.number().positive().max(3600).default(value);
const phoneNumber = z.string().regex(/^[+*#0-9][0-9*#-]{1,31}$/, 'a telephone number: digits, optional leading + and hyphens');

export const numberKinds = ['fixed', 'mobile', '050', 'toll-free', 'navi', 'foreign', 'global-service'] as const;

export const trunkSchema = z
  .strictObject({
    operator: z.string().nullable().default(null).describe(say('回線の事業者 (carrier id)', 'carrier that runs the trunk (carrier id)')),
    reach: z
      .enum(['national', 'international', 'on-net', 'internal'])
      .default('national')
      .describe(say('どこからの呼が来る回線か', 'where calls on this trunk come from')),
    carriers: z
      .array(z.string())
      .nullable()
      .default(null)
      .describe(say('この回線に現れうる番号の割当事業者。null は制限なし', 'carriers whose numbers may appear here; null: any')),
    kinds: z
      .array(z.enum(numberKinds))
      .nullable()
      .default(null)
      .describe(say('この回線に現れうる番号種別。null は制限なし', 'kinds of number that may appear here; null: any')),
    carriesForeign: z.boolean().default(true).describe(say('国外番号の呼も来るか', 'whether calls with foreign numbers may come')),
    trustsAssertedIdentity: z
      .boolean()
      .default(false)
      .describe(say('P-Asserted-Identity などを信用するか', 'whether P-Asserted-Identity and the like are believed')),
    presentsNumber: z
      .boolean()
      .default(true)
      .describe(say('番号が通知される契約か (ナンバー・ディスプレイ)', 'whether this line shows numbers at all')),
    forwardsToUs: z
      .boolean()
      .default(false)
      .describe(say('自社番号を付け替えて転送してくる回線か', 'a forwarding line that shows our own number')),
    hosts: z
      .record(z.string(), z.string())
      .default({})
      .describe(say('PAI や IOI のホスト名 → 事業者 id', 'host names of PAI and IOI → carrier id')),
    peers: z
      .array(z.string())
      .nullable()
      .default(null)
      .describe(say('INVITE の送信元アドレス。null は確かめない', 'source addresses INVITEs may come from; null: not checked')),
    earlyMedia: z
      .boolean()
      .default(false)
      .describe(say('応答前に音声と押しボタンが通るか', 'whether audio and digits pass before answer')),
    rejectCodes: z
      .enum(['specific', 'plain'])
      .default('specific')
      .describe(say('433/607 を返すか、603 だけか', 'answer with 433/607, or with 603 only')),
  })
  .describe(say('回線の身元: その回線に何が現れうるか', 'the origin profile of a trunk'));

export const listEntrySchema = z
  .strictObject({
    list: z.enum(['allow', 'deny']),
    number: phoneNumber.optional().describe(say('番号そのもの', 'one number')),
    prefix: phoneNumber.optional().describe(say('番号の前方一致', 'numbers that begin so')),
    carrier: z.string().optional().describe(say('割当事業者 id', 'allocated carrier id')),
    reason: z.string().default('').describe(say('理由', 'why')),
    source: z.string().default('config').describe(say('出所', 'where the entry comes from')),
    expires: z.iso.datetime({ offset: true }).nullable().default(null).describe(say('有効期限', 'when it ends')),
    excuses: z
      .array(z.string())
      .default([])
      .describe(say('許可しても見逃さない規則のうち、この項目では見逃すもの', 'forgery rules this allow entry excuses, e.g. impossible-number')),
  })
  .refine((entry) => [entry.number, entry.prefix, entry.carrier].filter((x) => x !== undefined).length === 1, {
    message: 'exactly one of number, prefix, carrier',
  });

const ruleSetting = z.strictObject({
  mode: z.enum(['enforce', 'observe', 'off']).default('enforce'),
  weight: z.number().min(-200).max(200).optional(),
});

const withheldVerdict = z.enum(['allow', 'screen', 'reject']);

export const configSchema = z.strictObject({
  language: z.enum(['ja', 'en']).default('ja').describe(say('案内と記録の言語', 'language of prompts and texts')),
  dataDir: z.string().default('./denwaban-data').describe(say('状態と記録を置くフォルダ', 'folder of state and journal')),
  ari: z
    .strictObject({
      url: z.url().default('http://127.0.0.1:8088'),
      username: z.string().default('denwaban'),
      app: z.string().regex(/^[\w-]+$/).default('denwaban').describe(say('Stasis アプリ名', 'Stasis application name')),
      requestTimeoutMs: z.number().int().min(50).max(10_000).default(2_000),
      heartbeatMs: z.number().int().min(500).max(10_000).default(4_000),
    })
    .prefault({}),
  trunks: z.record(z.string(), trunkSchema).default({}).describe(say('PJSIP エンドポイント名 → 回線の身元', 'PJSIP endpoint → origin profile')),
  office: z
    .strictObject({
      numbers: z.array(phoneNumber).default([]).describe(say('自社とグループの番号', "the office's and its group's own numbers")),
      lines: z
        .array(
          z.strictObject({
            number: phoneNumber,
            exempt: z.enum(['fax', 'alarm', 'lift', 'intercom', 'other']).nullable().default(null),
          }),
        )
        .default([])
        .describe(say('着信番号ごとの扱い', 'how single called numbers are treated')),
      protectedNumbers: z
        .array(z.strictObject({ number: phoneNumber, name: z.string() }))
        .default([])
        .describe(say('なりすましから守る番号 (取引銀行など)', 'numbers to protect from imitation (your bank …)')),
      countries: z
        .strictObject({
          welcome: z.array(z.string().length(2)).default([]),
          highRisk: z.array(z.string().length(2)).default([]),
        })
        .prefault({}),
    })
    .prefault({}),
  policy: z
    .strictObject({
      screenAt: z.number().min(1).max(1000).default(40),
      rejectAt: z.number().min(1).max(1000).nullable().default(null),
      withheld: z
        .strictObject({
          user: withheldVerdict.default('reject'),
          payphone: withheldVerdict.default('screen'),
          unavailable: withheldVerdict.default('screen'),
          unknown: withheldVerdict.default('screen'),
        })
        .prefault({}),
    })
    .prefault({}),
  rules: z.record(z.string(), ruleSetting).default({}).describe(say('規則ごとの mode と重み', 'mode and weight of single rules')),
  lists: z.array(listEntrySchema).default([]),
  challenge: z
    .strictObject({
      attempts: z.number().int().min(1).max(5).default(2),
      digitTimeoutSeconds: seconds(8),
    })
    .prefault({}),
  deadlines: z
    .strictObject({
      firstActionMs: z.number().int().min(50).max(5_000).default(800),
      screeningSeconds: seconds(45),
    })
    .prefault({}),
  lease: z.strictObject({ seconds: z.number().int().min(3).max(10).default(8) }).prefault({}),
  cache: z
    .strictObject({
      url: z.string().regex(/^rediss?:\/\//).nullable().default(null).describe(say('Redis の URL。null は組込み', 'Redis URL; null: embedded')),
      timeoutMs: z.number().int().min(5).max(1_000).default(50),
      ttl: z
        .strictObject({
          allowSeconds: z.number().int().min(0).default(86_400),
          passedSeconds: z.number().int().min(0).default(86_400),
          screenSeconds: z.number().int().min(0).default(3_600),
          rejectSeconds: z.number().int().min(0).default(600),
        })
        .prefault({}),
    })
    .prefault({}),
  callerName: z
    .strictObject({
      allow: z.string().max(20).default(''),
      screened: z.string().max(20).default('[確認済]'),
      failedOpen: z.string().max(20).default('[未確認]'),
    })
    .prefault({})
    .describe(say('電話機の表示名に付ける札', 'tag put before the caller name')),
  health: z
    .strictObject({ listen: z.string().nullable().default('127.0.0.1:8089') })
    .prefault({})
    .describe(say('状態を返す HTTP の待受け。null は無し', 'address of the health page; null: none')),
});

/** A whole configuration, defaults filled in. Immutable by convention. */
export type Config = z.infer<typeof configSchema>;
export type TrunkProfile = z.infer<typeof trunkSchema>;
export type ListEntry = z.infer<typeof listEntrySchema>;
