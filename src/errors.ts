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
  DENWABAN_USAGE: {
    en: '{reason}. See `denwaban {command} --help`.',
    ja: '{reason}。`denwaban {command} --help` をご覧ください。',
  },
  DENWABAN_ARI_PASSWORD_MISSING: {
    en: 'The password of the ARI user is missing. Set DENWABAN_ARI_PASSWORD, or DENWABAN_ARI_PASSWORD_FILE to a file that holds it; it stands in the ari.conf of Asterisk.',
    ja: 'ARI ユーザーのパスワードがありません。DENWABAN_ARI_PASSWORD か、それを書いたファイルの名を DENWABAN_ARI_PASSWORD_FILE に設定してください。パスワードは Asterisk の ari.conf にあるものです。',
  },
  DENWABAN_APP_REPLACED: {
    en: 'Another client connected to Asterisk as the application {app} and gets its calls now. Run only one service for each name: stop the other one, or give this one its own `ari.app`.',
    ja: '別のクライアントがアプリ {app} として Asterisk につながり、着信はそちらへ行きます。一つの名前で動かせるのは一つだけです。もう一方を止めるか、こちらの `ari.app` を別の名前にしてください。',
  },
  DENWABAN_NOT_AN_INVITE: {
    en: 'This is no SIP INVITE: {found}. Give the text of one INVITE, from its request line to the end of its headers.',
    ja: 'SIP の INVITE ではありません: {found}。リクエスト行からヘッダーの終わりまで、INVITE 1 通分のテキストを渡してください。',
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
