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
  'recording-failed': {
    ja: '録音を Asterisk から受け取れませんでした: {reason}。次に接続したときに取りに行きます',
    en: 'a recording could not be fetched from Asterisk: {reason}. It is fetched after the next connection',
  },
  'message-found': {
    ja: '電話番が止まっている間に残された伝言 ({seconds} 秒) を受け取りました',
    en: 'a message of {seconds} s was left while nobody listened; it is kept now',
  },
  'recordings-swept': {
    ja: '保存期限を過ぎた録音を {count} 件削除しました',
    en: '{count} recordings were removed: they had been kept for as long as the configuration says',
  },
  'notice-delayed': {
    ja: 'お知らせ {notice} を送れません: {reason}。1 日のあいだ送り直します',
    en: 'the notice {notice} cannot be sent: {reason}. Trying again for a day',
  },
  'notice-recovered': { ja: 'お知らせ {notice} をまた送れます', en: 'the notice {notice} can be sent again' },
  'notice-dropped': {
    ja: 'お知らせ {notice} をあきらめました (電話 {calls} 件分): {reason}。判定の記録には残っています',
    en: 'the notice {notice} was given up ({calls} calls): {reason}. The journal has them',
  },
  'notice-refused-in-part': {
    ja: 'お知らせ {notice} は一部の宛先に断られました: {reason}。宛先を確かめてください',
    en: 'the notice {notice} was refused for some addresses: {reason}. Check them',
  },
  'outbox-degraded': {
    ja: '送る前のお知らせを保存できません: {reason}。送信は続きますが、再起動すると失われます',
    en: 'notices that wait cannot be kept on disk: {reason}. They are sent all the same, but a restart loses them',
  },
  'outbox-recovered': { ja: '送る前のお知らせを再び保存できます', en: 'notices that wait are kept on disk again' },
  'outbox-damaged': {
    ja: '読めないお知らせのファイル {file} を消しました',
    en: 'the file {file} of a notice could not be read and was removed',
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
  'call-back-ordered': {
    ja: '{number} に、いま電話を掛けたかを回線 {trunk} から確かめます',
    en: 'calling {number} back through trunk {trunk} to ask whether they called',
  },
  'call-back-verified': {
    ja: '{number} は本人からの電話と確かめられ、事務所につなぎました',
    en: '{number} was called back and had called: put through to the office',
  },
  'call-back-ambiguous': {
    ja: '{number} は電話を掛けたと答えましたが、同じころ別の経路からも同じ番号の着信がありました。どれが本人かわからないため、事務所にはつなぎますが覚えません',
    en: '{number} was called back and had called, but calls with that number came from other origins, too: put through, and nothing is remembered',
  },
  'call-back-inconclusive': {
    ja: '{number} に掛け直しましたが、確かめられませんでした ({answer})',
    en: '{number} was called back without a result ({answer})',
  },
  'call-back-failed': {
    ja: '{number} に掛け直せません: {reason}',
    en: '{number} cannot be called back: {reason}',
  },
  'call-backs-exhausted': {
    ja: '掛け直しが上限 (1時間 {perHour} 件、1日 {perDay} 件) に達しました。減るまでは、ほかの方法で確認します',
    en: 'the limit of call-backs is reached ({perHour} an hour, {perDay} a day): callers have other challenges until then',
  },
  'proven-spoof': {
    ja: '{number} に確かめたところ、電話を掛けていませんでした。番号を偽った着信です ({calls} 件)。社員に注意を促してください',
    en: '{number} was called back and had not called: {calls} calls with that number were forged. Warn your staff',
  },
  'staff-acted': {
    ja: '{by} から操作 {action} がありました {number}',
    en: '{by} asked for {action} {number}',
  },
  'staff-had-nothing': {
    ja: '{by} から操作 {action} がありましたが、対象がありません ({result})',
    en: '{by} asked for {action}, but there was nothing to do it to ({result})',
  },
  'staff-failed': {
    ja: '{by} からの操作 {action} を行えません: {reason}',
    en: '{by} asked for {action}, which cannot be done: {reason}',
  },
  'staff-doubtful': {
    ja: '電話機から登録した番号 {number} の注意: {doubt}',
    en: 'of {number}, entered from a telephone: {doubt}',
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
