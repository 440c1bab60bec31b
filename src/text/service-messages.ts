import { fillTemplate } from '../errors';
import type { Language } from './language';

/** Everything the service says in its own log, in both languages; `{name}` is filled from the line's data. */
const messages = {
  'service-started': {
    ja: '電話番を開始しました (版 {version}、設定 {config}、回線 {trunks})',
    en: 'Denwaban started (version {version}, configuration {config}, trunks {trunks})',
  },
  'service-ready': { ja: '着信を待っています', en: 'waiting for calls' },
  'service-stopping': {
    ja: '{signal} を受けました。通話中の {calls} 件を事務所へ渡して停止します',
    en: '{signal} received: releasing {calls} calls to the office, then leaving',
  },
  'service-stopped': { ja: '停止しました', en: 'stopped' },
  'demo-office': {
    ja: '設定ファイルがないため、見本の事務所の設定で動きます。denwaban.yaml を作ってください',
    en: 'no configuration file: running as the demo office. Write a denwaban.yaml for yours',
  },
  'config-reloaded': { ja: '設定を読み直しました ({config})', en: 'configuration reloaded ({config})' },
  'config-kept': {
    ja: '新しい設定は使えません。これまでの設定を続けます: {reason}',
    en: 'the new configuration cannot be used, the old one stays: {reason}',
  },
  'numbering-replaced': {
    ja: '電話番号データを切り替えました ({file}、{date} 現在)',
    en: 'other numbering data are in use now ({file}, as of {date})',
  },
  'numbering-damaged': {
    ja: '取り込んだ電話番号データ {file} が壊れているため、付属のものを使います: {reason}。denwaban numbering update で書き直せます',
    en: 'the numbering data {file} are damaged, the shipped ones are used: {reason}. `denwaban numbering update` writes them anew',
  },
  'exchange-connected': { ja: 'Asterisk に接続しました', en: 'connected to Asterisk' },
  'exchange-lost': {
    ja: 'Asterisk に接続できません: {reason}。つながるまで試し続けます。その間の着信は判定なしで事務所に鳴ります',
    en: 'no connection to Asterisk: {reason}. Trying until it stands; meanwhile calls reach the office unscreened',
  },
  'call-error': {
    ja: '呼 {channel} で {operation} に失敗しました: {reason}',
    en: 'call {channel}: {operation} failed: {reason}',
  },
  'evidence-damaged': {
    ja: '呼 {channel} の情報 {keys} を読めません。asterisk-conf の版を確かめてください',
    en: 'call {channel}: {keys} of its evidence cannot be read. Check the version of asterisk-conf',
  },
  'unknown-trunk': {
    ja: '回線 {trunk} は設定の trunks にありません。国内の一般回線として扱います',
    en: 'trunk {trunk} is not among the configured trunks: treated as an ordinary national trunk',
  },
  'without-exchange': {
    ja: 'ARI のパスワードがないため、Asterisk にはつなぎません。FastAGI で尋ねられた判定だけを答えます',
    en: 'no ARI password: not connecting to Asterisk. Only questions over FastAGI are answered',
  },
  'trunk-unknown': {
    ja: '設定の回線 {trunk} は Asterisk にありません。PJSIP のエンドポイント名と同じか確かめてください',
    en: 'trunk {trunk} of the configuration does not exist in Asterisk. Compare it with the names of the PJSIP endpoints',
  },
  'trunk-flooded': {
    ja: '回線 {trunk} に着信が押し寄せています ({sign}、目安 {limit})。初めての相手をより厳しく見ます',
    en: 'trunk {trunk} is being flooded ({sign}, limit {limit}): strangers are judged more strictly',
  },
  'own-number-forged': {
    ja: '自社の番号を名乗る着信が、外からの回線 {trunk} に来ました。社員に注意を促してください。判定は denwaban decisions で見られます',
    en: 'a call from outside on trunk {trunk} shows one of your own numbers: warn your staff. `denwaban decisions` shows it',
  },
  'trunk-shows-no-numbers': {
    ja: '回線 {trunk} は番号を通知しない契約のようです。番号のない着信も通します。ナンバー・ディスプレイの契約を確かめてください',
    en: 'trunk {trunk} seems to show no numbers at all: calls without one are let through. Check whether caller ID is subscribed',
  },
  'emergency-dialled': {
    ja: '事務所が {number} に電話しました。折り返しを逃さないよう、これから 2 時間の着信はすべて通します',
    en: 'the office dialled {number}: for two hours every call is let through, lest a call-back be missed',
  },
  'lists-changed': {
    ja: '許可・拒否リストを読みました ({count} 件)',
    en: 'the allow and deny lists were read ({count} entries)',
  },
  'lists-kept': {
    ja: '許可・拒否リストを読めません。これまでのリストを続けます: {reason}',
    en: 'the allow and deny lists cannot be read, the old ones stay: {reason}',
  },
  'calls-swept': {
    ja: '取り残されていた呼 {count} 件を事務所へ渡しました',
    en: 'released {count} calls that an earlier run had left waiting',
  },
  'sweep-failed': {
    ja: '取り残された呼を調べられません: {reason}',
    en: 'cannot look for calls left waiting: {reason}',
  },
  'store-degraded': {
    ja: '保管先が使えません: {reason}。判定は続きます (毎回新しく判定し、確認を繰り返すことがあります)',
    en: 'the store cannot be used: {reason}. Judging goes on (afresh each time, challenges may repeat)',
  },
  'store-key-differs': {
    ja: 'この記憶は別の denwaban.key で書かれています。同じ Redis を使う電話番にはすべて同じ鍵ファイルを置いてください。このままでは互いの記憶を読めません',
    en: 'this store was written with another denwaban.key: services on one Redis need the same key file, or cannot read what the others remember',
  },
  'store-recovered': { ja: '保管先が再び使えます', en: 'the store works again' },
  'store-set-aside': {
    ja: '壊れた保管ファイルを {file} に移し、新しく始めました: {reason}',
    en: 'the damaged store was moved to {file} and a new one begun: {reason}',
  },
  'journal-degraded': {
    ja: '判定の記録を書けません: {reason}。呼の扱いは続きます',
    en: 'decisions cannot be recorded: {reason}. Calls go on being screened',
  },
  'journal-recovered': {
    ja: '判定の記録を再び書けます (失われた記録 {lost} 件)',
    en: 'decisions are recorded again ({lost} were lost)',
  },
  'agi-ready': {
    ja: 'FastAGI の問い合わせを {address} で待っています',
    en: 'waiting for FastAGI questions on {address}',
  },
  'agi-unavailable': {
    ja: 'FastAGI を {address} で待ち受けられません: {reason}。FastAGI で尋ねる回線の着信は判定なしで鳴ります',
    en: 'FastAGI cannot listen on {address}: {reason}. Calls of the trunks that ask there reach the office unscreened',
  },
  'agi-not-understood': {
    ja: '{address} からの FastAGI の接続を断りました ({reason})。denwaban-agi の文脈から呼んでいるか確かめてください',
    en: 'refused a FastAGI connection from {address} ({reason}). Check that it comes from the context denwaban-agi',
  },
  'agi-crowded': {
    ja: 'FastAGI の接続が {most} を超えました。超えた呼は判定なしで鳴ります',
    en: 'more than {most} FastAGI connections: calls beyond that reach the office unscreened',
  },
  'health-unavailable': {
    ja: '状態ページを {address} で開けません: {reason}。判定は続きます',
    en: 'the health page cannot listen on {address}: {reason}. Screening goes on',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type ServiceMessage = keyof typeof messages;

export function sayServiceMessage(
  message: ServiceMessage,
  data: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  return fillTemplate(messages[message][language], data, language);
}
