import type { Env } from '../config/secrets';
import type { Language } from '../text/language';

/** What a command may touch of the world: tests give a recording one, `main.ts` the process. */
export interface Io {
  /** Writes to standard output exactly as given: the caller ends its lines. */
  out(text: string): void;
  /** The same to standard error. */
  err(text: string): void;
  /** Standard input in chunks of UTF-8 text; nothing is read before it is iterated. */
  readonly stdin: AsyncIterable<string>;
  /** Whether standard output wants ANSI colours. */
  readonly colours: boolean;
  /** Whether standard output is a terminal. */
  readonly terminal: boolean;
  /** Whether standard error is one. */
  readonly errorTerminal: boolean;
  /** Columns of the terminal, 80 where there is none. */
  readonly width: number;
  /** The operator's language. */
  readonly language: Language;
  readonly env: Env;
  /** Epoch milliseconds. */
  now(): number;
  /** Aborted once the reader of standard output has gone (`… | head`): a command that follows something ends then. */
  readonly readerGone: AbortSignal;
}

/** The process as an {@link Io}. To be called once: it listens for the errors of the two output streams. */
export function processIo(): Io {
  const { stdout, stderr, env } = process;
  const gone = new AbortController();
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    gone.abort();
  });
  stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    out(text) {
      if (!gone.signal.aborted) stdout.write(text);
    },
    err(text) {
      stderr.write(text);
    },
    stdin: {
      // process.stdin is opened on first use only: a merely opened pipe can keep the process alive.
      [Symbol.asyncIterator]: () => process.stdin.setEncoding('utf8')[Symbol.asyncIterator]() as AsyncIterator<string>,
    },
    colours: wantsColours(env, stdout.isTTY === true),
    terminal: stdout.isTTY === true,
    errorTerminal: stderr.isTTY === true,
    width: stdout.columns ?? 80,
    language: languageOf(env),
    env,
    now: Date.now,
    readerGone: gone.signal,
  };
}

/** `DENWABAN_LANGUAGE` first, then the locale; English where neither says Japanese. */
export function languageOf(env: Env): Language {
  const wish = env['DENWABAN_LANGUAGE'] || env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return wish.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

/** NO_COLOR (no-color.org) beats FORCE_COLOR, which beats the terminal. */
export function wantsColours(env: Env, terminal: boolean): boolean {
  if (env['NO_COLOR']) return false;
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  return terminal && env['TERM'] !== 'dumb';
}
