import { z } from 'zod';
import { carrierId, say } from './fields';

/** Kinds of number that can be a caller ID on an outside trunk; a subset of the numbering plan's kinds. */
export const numberKinds = ['fixed', 'mobile', '050', 'toll-free', 'navi', 'foreign', 'global-service'] as const;

export const trunkSchema = z
  .strictObject({
    operator: carrierId
      .nullable()
      .default(null)
      .describe(
        say('回線の事業者 (carrier id)。不明なら null', 'carrier that runs the trunk (carrier id); null: unknown'),
      ),
    reach: z
      .enum(['national', 'international', 'on-net', 'internal'])
      .default('national')
      .describe(
        say(
          'どこからの呼が来る回線か。national: 国内の電話網、international: 国際ゲートウェイ、on-net: 同じ事業者の網内のみ、internal: 社内',
          'where calls come from. national: the domestic network; international: a gateway from abroad; on-net: within one carrier only; internal: the office itself',
        ),
      ),
    carriers: z
      .array(carrierId)
      .min(1)
      .nullable()
      .default(null)
      .describe(
        say('この回線に現れうる番号の割当事業者。null は制限なし', 'carriers whose numbers may appear here; null: any'),
      ),
    kinds: z
      .array(z.enum(numberKinds))
      .min(1)
      .nullable()
      .default(null)
      .describe(say('この回線に現れうる番号種別。null は制限なし', 'kinds of number that may appear here; null: any')),
    carriesForeign: z
      .boolean()
      .default(true)
      .describe(say('国外番号の呼も来るか', 'whether calls with foreign numbers may come')),
    trustsAssertedIdentity: z
      .boolean()
      .default(false)
      .describe(
        say(
          'P-Asserted-Identity・Diversion などを信用するか (RFC 3325: 信頼する網からのみ)',
          'whether P-Asserted-Identity, Diversion and the like are believed (RFC 3325: from a trusted network only)',
        ),
      ),
    presentsNumber: z
      .boolean()
      .default(true)
      .describe(say('番号が通知される契約か (ナンバー・ディスプレイ)', 'whether this line shows numbers at all')),
    forwardsToUs: z
      .boolean()
      .default(false)
      .describe(say('自社番号を付け替えて転送してくる回線か', 'a forwarding line that shows our own number')),
    hosts: z
      .record(z.string().regex(/^[\w.:-]+$/, 'host'), carrierId)
      .default({})
      .describe(say('PAI や IOI のドメイン名 → 事業者 id', 'domain names of PAI and IOI → carrier id')),
    peers: z
      .array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], 'address'))
      .min(1)
      .nullable()
      .default(null)
      .describe(
        say(
          'INVITE の送信元 IP アドレスか範囲 (CIDR)。null は確かめない',
          'source IP addresses or ranges (CIDR) INVITEs may come from; null: not checked',
        ),
      ),
    earlyMedia: z
      .boolean()
      .default(false)
      .describe(
        say(
          '応答前に音声と押しボタンが通るか。false なら応答してから確認する',
          'whether audio and digits pass before answer; false: answer first, then challenge',
        ),
      ),
    rejectCodes: z
      .enum(['specific', 'plain'])
      .default('specific')
      .describe(
        say(
          'specific: 433 (番号非通知) と 607 (迷惑) を返す。plain: 603 だけを返す',
          'specific: answer with 433 (withheld) and 607 (unwanted); plain: with 603 only',
        ),
      ),
  })
  .describe(say('回線の身元: その回線に何が現れうるか', 'the origin profile of a trunk'));

/** PJSIP endpoint name → profile. */
export const trunksSchema = z
  .record(z.string().regex(/^[\w.@-]{1,80}$/, 'endpoint'), trunkSchema)
  .default({})
  .describe(say('PJSIP エンドポイント名 → 回線の身元', 'PJSIP endpoint → origin profile'));
