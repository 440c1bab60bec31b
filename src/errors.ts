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
    en: '{place}: {reason}. Correct the line, then run `denwaban config check`.',
    ja: '{place}: {reason}。その行を直し、`denwaban config check` で確かめてください。',
  },
  DENWABAN_USAGE: {
    en: '{reason}. See `denwaban {command} --help`.',
    ja: '{reason}。`denwaban {command} --help` をご覧ください。',
  },
} as const satisfies Record<string, { en: string; ja: string }>;

export type ErrorCode = keyof typeof catalogue;
export type ErrorLanguage = 'en' | 'ja';

/** An error meant for the operator. Anything else that is thrown is a defect. */
export class DenwabanError extends Error {
  override readonly name = 'DenwabanError';

  constructor(
    readonly code: ErrorCode,
    readonly params: Readonly<Record<string, string | number>> = {},
    options?: { readonly cause?: unknown },
  ) {
    super(wordError(code, params, 'en'), options);
  }

  /** The message in the operator's language. */
  say(language: ErrorLanguage): string {
    return wordError(this.code, this.params, language);
  }
}

function wordError(code: ErrorCode, params: Readonly<Record<string, string | number>>, language: ErrorLanguage): string {
  return catalogue[code][language].replace(/\{(\w+)\}/g, (slot, name: string) => String(params[name] ?? slot));
}
