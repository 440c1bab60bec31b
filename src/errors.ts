/**
 * Every error an operator can meet, in one table: a stable code, what happened, and what to do about it.
 *
 * Texts are templates; `{name}` is replaced from the parameters given where the error is raised.
 */
const catalogue = {
  DENWABAN_CONFIG_UNREADABLE: {
    en: 'The configuration file {file} cannot be read: {reason}. Check the path and its permissions.',
    ja: '設定ファイル {file} を読めません: {reason}。パスと権限を確認してください。',
  },
  DENWABAN_CONFIG_INVALID: {
    en: 'The configuration cannot be used.\n{problems}\nCorrect these places, then run `denwaban config check`.',
    ja: '設定に誤りがあります。\n{problems}\nこれらを直し、`denwaban config check` で確かめてください。',
  },
  DENWABAN_ENVIRONMENT_INVALID: {
    en: 'The environment variable {variable} cannot be used: {reason}.',
    ja: '環境変数 {variable} が使えません: {reason}。',
  },
  DENWABAN_FILE_UNREADABLE: {
    en: 'The file {file} cannot be read: {reason}.',
    ja: 'ファイル {file} を読めません: {reason}。',
  },
  DENWABAN_TRUNK_UNKNOWN: {
    en: 'There is no trunk "{trunk}" in the configuration. {meant}Known: {known}.',
    ja: '「{trunk}」という回線は設定にありません。{meant}設定にある回線: {known}',
  },
  DENWABAN_COMMAND_UNKNOWN: {
    en: '{reason}. `denwaban --help` lists the commands.',
    ja: '{reason}。コマンドの一覧は `denwaban --help` で見られます。',
  },
  DENWABAN_NUMBERING_UNREADABLE: {
    en: 'The numbering data {file} cannot be read: {reason}. Check its permissions, or install Denwaban again.',
    ja: '電話番号データ {file} を読めません: {reason}。権限を確認するか、Denwaban を入れ直してください。',
  },
  DENWABAN_NUMBERING_DAMAGED: {
    en: 'The numbering data {file} is damaged: {reason}. Install Denwaban again, or restore the file.',
    ja: '電話番号データ {file} が壊れています: {reason}。Denwaban を入れ直すか、ファイルを元に戻してください。',
  },
  DENWABAN_NUMBERING_UNWRITABLE: {
    en: 'The numbering data {file} cannot be written: {reason}. Run the command as the user of the service, and see that the disk has room.',
    ja: '電話番号データ {file} を書けません: {reason}。電話番の実行ユーザーで実行し、ディスクの空きも確かめてください。',
  },
  DENWABAN_TABLES_UNREACHABLE: {
    en: "The ministry's tables cannot be fetched: {place}: {reason}. The numbering data stay as they are. Try again later, or download the page and its workbooks to a folder and give it with --from.",
    ja: '総務省の表を取得できません: {place}: {reason}。電話番号データは元のままです。時間をおいて試すか、ページと Excel をフォルダに保存して --from で指定してください。',
  },
  DENWABAN_TABLES_MISSING: {
    en: "{from} has none of the ministry's tables that are used here. Give the address of the page 電気通信番号指定状況, or a folder with its workbooks (.xls, .xlsx).",
    ja: '{from} に、ここで使う総務省の表はありません。「電気通信番号指定状況」のページの URL か、その Excel (.xls、.xlsx) を置いたフォルダを指定してください。',
  },
  DENWABAN_TABLES_REFUSED: {
    en: 'These tables cannot be believed. The numbering data stay as they are.\n{problems}\n{cure}',
    ja: 'この表は信用できません。電話番号データは元のままです。\n{problems}\n{cure}',
  },
  DENWABAN_USAGE: {
    en: '{reason}. See `denwaban {command} --help`.',
    ja: '{reason}。`denwaban {command} --help` をご覧ください。',
  },
  DENWABAN_ARI_PASSWORD_MISSING: {
    en: 'The password of the ARI user is missing. Set DENWABAN_ARI_PASSWORD, or DENWABAN_ARI_PASSWORD_FILE to a file that holds it; it stands in the ari.conf of Asterisk.',
    ja: 'ARI ユーザーのパスワードがありません。DENWABAN_ARI_PASSWORD か、それを書いたファイルの名を DENWABAN_ARI_PASSWORD_FILE に設定してください。パスワードは Asterisk の ari.conf にあるものです。',
  },
  DENWABAN_AGI_UNAVAILABLE: {
    en: 'Nobody can ask over FastAGI on {address}: {reason}. Choose a free address for `agi.listen`; there is no ARI password either, so that no call would be screened.',
    ja: 'FastAGI を {address} で待ち受けられません: {reason}。`agi.listen` に空いているアドレスを書いてください。ARI のパスワードもないので、このままではどの着信も判定できません。',
  },
  DENWABAN_APP_REPLACED: {
    en: 'Another client connected to Asterisk as the application {app} and gets its calls now. Run only one service for each name: stop the other one, or give this one its own `ari.app`.',
    ja: '別のクライアントがアプリ {app} として Asterisk につながり、着信はそちらへ行きます。一つの名前で動かせるのは一つだけです。もう一方を止めるか、こちらの `ari.app` を別の名前にしてください。',
  },
  DENWABAN_NOT_AN_INVITE: {
    en: 'This is no SIP INVITE: {found}. Give the text of one INVITE, from its request line to the end of its headers.',
    ja: 'SIP の INVITE ではありません: {found}。リクエスト行からヘッダーの終わりまで、INVITE 1 通分のテキストを渡してください。',
  },
  DENWABAN_MEMORY_INVALID: {
    en: 'The memory file {file} cannot be used:\n{problems}\nIt is JSON and says what earlier calls left behind, for example {"caller": {"standing": "known"}}.',
    ja: '記憶のファイル {file} を使えません:\n{problems}\nこれまでの電話が残したことを、JSON で書いてください (例: {"caller": {"standing": "known"}})。',
  },
  DENWABAN_STORE_UNAVAILABLE: {
    en: 'The store of lists and memories cannot be used: {reason}. If it is embedded, run the command as the user of the service and check the folder of `dataDir`. If it is Redis, check `cache.url` and DENWABAN_REDIS_PASSWORD.',
    ja: 'リストと記憶の保管先を使えません: {reason}。組込みなら、電話番の実行ユーザーで実行し、`dataDir` のフォルダを確かめてください。Redis なら `cache.url` と DENWABAN_REDIS_PASSWORD を確かめてください。',
  },
  DENWABAN_LISTS_UNREADABLE: {
    en: 'The lists in the store cannot be understood: {reason}. Another version of Denwaban wrote them, or they are damaged. Use the version that wrote them; the store was left as it is.',
    ja: '保管されたリストを読めません: {reason}。別の版の電話番が書いたか、壊れています。書いた版を使ってください。保管先には手を付けていません。',
  },
  DENWABAN_LISTS_FULL: {
    en: 'The lists would hold {count} entries; {most} is the most. Nothing was changed. Remove what has expired (`denwaban list remove --expired`) or a whole source (`denwaban list remove --source NAME`), or cover many numbers by one prefix (`+44*`).',
    ja: 'リストが {count} 件になります (上限 {most} 件)。何も変えていません。期限切れのもの (`denwaban list remove --expired`) や要らない出所のもの (`denwaban list remove --source 名前`) を消すか、前方一致 (`+44*`) にまとめてください。',
  },
  DENWABAN_LIST_ENTRY_MISSING: {
    en: 'No such entry: {what}. {hint}Nothing was removed.',
    ja: 'その項目はありません: {what}。{hint}何も消していません。',
  },
  DENWABAN_LIST_FILE_USELESS: {
    en: 'Nothing in {file} can be imported. {reason}Nothing was changed.',
    ja: '{file} から取り込めるものがありません。{reason}何も変えていません。',
  },
  DENWABAN_REPLAY_FILE_UNKNOWN: {
    en: "{file} is neither a journal of Denwaban, nor Asterisk's Master.csv, nor a SIP INVITE. Unpack it first if it is compressed.",
    ja: '{file} は、電話番の判定記録でも、Asterisk の Master.csv でも、SIP の INVITE でもありません。圧縮されていれば、先に展開してください。',
  },
  DENWABAN_REPLAY_TRUNK_MISSING: {
    en: 'Nothing says on which trunk the INVITE in {file} arrived. Name it with --trunk, or in a first line `; trunk: NAME` of the file.',
    ja: '{file} の INVITE がどの回線に着信したのか分かりません。--trunk で指定するか、ファイルの先頭に `; trunk: 回線名` の行を書いてください。',
  },
  DENWABAN_REPLAY_COMMENT_INVALID: {
    en: 'The line `; {comment}` in {file} cannot be used. Write the time in ISO 8601, e.g. 2027-03-31T09:00:00+09:00.',
    ja: '{file} の `; {comment}` の行は使えません。時刻は ISO 8601 (例: 2027-03-31T09:00:00+09:00) で書いてください。',
  },
  DENWABAN_KEY_UNUSABLE: {
    en: 'The key file {file} cannot be used: {reason}. The first `denwaban start` makes it; its folder must belong to the user of the service.',
    ja: '鍵ファイル {file} を使えません: {reason}。鍵は最初の `denwaban start` が作ります。フォルダの所有者が電話番の実行ユーザーであることを確かめてください。',
  },
  DENWABAN_KEY_EXPOSED: {
    en: 'The key file {file} can be read by others than its owner. Run `chmod 600 {file}`.',
    ja: '鍵ファイル {file} を所有者以外も読めます。`chmod 600 {file}` を実行してください。',
  },
  DENWABAN_KEY_DAMAGED: {
    en: 'The key file {file} is damaged: it must hold 64 hexadecimal digits. Restore it from a backup. If there is none, delete it: a new one is made at the next start, but callers of earlier decisions are then no longer found by number.',
    ja: '鍵ファイル {file} が壊れています (16 進 64 桁のはずです)。バックアップから戻してください。無ければ削除してください。次の起動で新しく作られますが、これまでの記録を番号で探すことはできなくなります。',
  },
  DENWABAN_SMTP_PASSWORD_MISSING: {
    en: 'The password of the mail server is missing. Set DENWABAN_SMTP_PASSWORD, or DENWABAN_SMTP_PASSWORD_FILE to a file that holds it; if the server asks for none, remove `notices.smtp.user`.',
    ja: 'メールサーバーのパスワードがありません。DENWABAN_SMTP_PASSWORD か、それを書いたファイルの名を DENWABAN_SMTP_PASSWORD_FILE に設定してください。認証が要らなければ `notices.smtp.user` を消してください。',
  },
  DENWABAN_NOTICES_NONE: {
    en: 'No notices are configured, so there is nothing to send. Write them into `notices.send`; denwaban.example.yaml shows how.',
    ja: 'お知らせの設定がないため、送るものがありません。`notices.send` に書いてください (書き方は denwaban.example.yaml にあります)。',
  },
  DENWABAN_NOTICES_FAILED: {
    en: 'Not every notice arrived.\n{failures}\nCheck address, port and `security` of the server, the user and its password, and whether the host of this service may reach it.',
    ja: '届かなかったお知らせがあります。\n{failures}\nサーバーの名前・ポート・`security`、ユーザー名とパスワード、この機械からつながるかを確かめてください。',
  },
  DENWABAN_JOURNAL_UNREADABLE: {
    en: 'The journal {folder} cannot be read: {reason}. Run the command as the user of the service.',
    ja: '判定の記録 {folder} を読めません: {reason}。電話番の実行ユーザーで実行してください。',
  },
} as const satisfies Record<string, { en: string; ja: string }>;

export type ErrorCode = keyof typeof catalogue;
export type ErrorLanguage = 'en' | 'ja';
/** A text that exists in both languages. */
export type Said = Readonly<Record<ErrorLanguage, string>>;
export type ErrorParams = Readonly<Record<string, string | number | Said>>;

/** An error meant for the operator. Anything else that is thrown is a defect. */
export class DenwabanError extends Error {
  override readonly name = 'DenwabanError';

  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams = {},
    options?: { readonly cause?: unknown },
  ) {
    super(wordError(code, params, 'en'), options);
  }

  /** The message in the operator's language. */
  say(language: ErrorLanguage): string {
    return wordError(this.code, this.params, language);
  }
}

function wordError(code: ErrorCode, params: ErrorParams, language: ErrorLanguage): string {
  return fillTemplate(catalogue[code][language], params, language);
}

/** The template with each `{name}` replaced by the parameter of that name; a slot without one stays as it is. */
export function fillTemplate(template: string, params: ErrorParams, language: ErrorLanguage): string {
  return template.replace(/\{(\w+)\}/g, (slot, name: string) => {
    const value = params[name] ?? slot;
    return typeof value === 'object' ? value[language] : String(value);
  });
}

/** What went wrong, in the words of whatever was thrown. Looks at the shape: an add-on's errors may be of another realm. */
export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}

const fileReasons: Readonly<Record<string, Said>> = {
  ENOENT: { ja: 'ファイルがありません', en: 'there is no such file' },
  EACCES: { ja: '読む権限がありません', en: 'permission is denied' },
  EISDIR: { ja: 'これはフォルダです', en: 'it is a folder' },
};

/** Why a file could not be read, for people. */
export function reasonOf(error: unknown): Said {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
  return fileReasons[code] ?? { ja: code, en: code };
}

/**
 * What `read` gets from a file or folder that the operator named.
 *
 * @throws DenwabanError DENWABAN_FILE_UNREADABLE, or the one that `read` throws
 */
export function readingFile<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof DenwabanError) throw error;
    throw new DenwabanError('DENWABAN_FILE_UNREADABLE', { file, reason: reasonOf(error) }, { cause: error });
  }
}
