import type { Io } from '../../../src/cli/io';

/** An {@link Io} without a process: what a command wrote can be read back. */
export interface RecordingIo extends Io {
  readonly written: { out: string; err: string };
}

export function recordingIo(
  given: Partial<Omit<Io, 'out' | 'err' | 'stdin'>> & { readonly input?: string } = {},
): RecordingIo {
  const { input = '', ...rest } = given;
  const written = { out: '', err: '' };
  return {
    written,
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    stdin: (async function* () {
      if (input !== '') yield input;
    })(),
    colours: false,
    terminal: false,
    errorTerminal: false,
    width: 80,
    language: 'en',
    env: {},
    now: () => Date.parse('2026-04-01T01:00:00Z'),
    readerGone: new AbortController().signal,
    ...rest,
  };
}
