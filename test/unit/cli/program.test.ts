import { Command } from 'commander';
import { reportFailure } from '../../../src/cli/failure';
import { both, speakBothLanguages } from '../../../src/cli/help';
import { languageOf, wantsColours } from '../../../src/cli/io';
import { run } from '../../../src/cli/program';
import { DenwabanError } from '../../../src/errors';
import { cellsOf } from '../../../src/text/cells';
import { recordingIo } from './recording-io';

async function command(line: string, language: 'ja' | 'en' = 'en') {
  const io = recordingIo({ language });
  const code = await run(line.split(' ').filter(Boolean), io);
  return { code, ...io.written };
}

describe('a command line that cannot be understood ends with 2 and says why', () => {
  it.each([
    [
      'confgi',
      "DENWABAN_COMMAND_UNKNOWN: unknown command 'confgi' (did you mean config?). `denwaban --help` lists the commands.",
    ],
    ['config chekc', "DENWABAN_USAGE: unknown command 'chekc' (did you mean check?). See `denwaban config --help`."],
    [
      'config check --jsno',
      "DENWABAN_USAGE: unknown option '--jsno' (did you mean --json?). See `denwaban config check --help`.",
    ],
    [
      'config schema here',
      "DENWABAN_USAGE: too many arguments for 'schema'. Expected 0 arguments but got 1. See `denwaban config schema --help`.",
    ],
    ['explain', "DENWABAN_USAGE: required option '-i, --invite <file>' not specified. See `denwaban explain --help`."],
    [
      'explain --invite',
      "DENWABAN_USAGE: option '-i, --invite <file>' argument missing. See `denwaban explain --help`.",
    ],
    [
      '--lang fr config check',
      "DENWABAN_USAGE: option '--lang <language>' argument 'fr' is invalid. Allowed choices are ja, en. See `denwaban config check --help`.",
    ],
  ])('%s', async (line, told) => {
    expect(await command(line)).toEqual({ code: 2, out: '', err: `${told}\n` });
  });

  it.each([
    ['confgi', '「confgi」というコマンドはありません (「config」のことですか?)。コマンドの一覧は'],
    ['config check --jsno', '「--jsno」というオプションはありません (「--json」のことですか?)。'],
    ['config schema here', '引数が多すぎます。'],
    ['explain', 'オプション「-i, --invite <file>」は必ず要ります。'],
    ['explain --invite', 'オプション「-i, --invite <file>」に値が要ります。'],
    ['config check --lang fr', '「--lang <language>」に「fr」は使えません (使えるもの: ja, en)。'],
  ])('in Japanese too: %s', async (line, told) => {
    const { code, err } = await command(line, 'ja');
    expect(code).toBe(2);
    expect(err).toContain(told);
  });

  it.each(['', 'config'])('and shows the help when the command is missing: "%s"', async (line) => {
    const { code, out, err } = await command(line);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('使い方 / Usage: denwaban');
  });
});

describe('--lang chooses the language of everything', () => {
  it.each(['--lang ja confgi', '--lang=ja confgi', 'confgi --lang ja', '--lang en confgi --lang ja'])(
    '%s',
    async (line) => {
      expect((await command(line, 'en')).err).toContain('というコマンドはありません');
    },
  );
});

describe('help and version', () => {
  it.each(['--help', '-h', 'help', 'config --help', 'help config', 'config check -h'])(
    '%s speaks both languages',
    async (line) => {
      const { code, out, err } = await command(line);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/^使い方 \/ Usage: denwaban/);
      expect(out).toContain('この説明を表示\n');
      expect(out).toContain('show this help');
    },
  );

  it('lists every command', async () => {
    const { out } = await command('--help');
    const commands = 'start explain number decisions replay list numbering forget disaster config'.split(' ');
    for (const name of commands) expect(out).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
  });

  it('tells the version of the package', async () => {
    expect(await command('--version')).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: '' });
  });

  it('wraps Japanese by the columns it takes', () => {
    const io = recordingIo({ width: 40 });
    const program = new Command('x').description(both('電話番は かかってきた電話を 見分けて決めます', 'screens calls'));
    speakBothLanguages(program, io);
    program.outputHelp();
    const widest = Math.max(...io.written.out.split('\n').map(cellsOf));
    expect(widest).toBeLessThanOrEqual(40);
  });
});

describe('a failure', () => {
  it.each([
    ['en', 'DENWABAN_FILE_UNREADABLE: The file a.sip cannot be read: gone.\n'],
    ['ja', 'DENWABAN_FILE_UNREADABLE: ファイル a.sip を読めません: gone。\n'],
  ] as const)('that the operator can cure gives its code and text and ends with 2: %s', (language, told) => {
    const io = recordingIo({ language });
    const error = new DenwabanError('DENWABAN_FILE_UNREADABLE', { file: 'a.sip', reason: 'gone' });
    expect(reportFailure(error, io)).toBe(2);
    expect(io.written).toEqual({ out: '', err: told });
  });

  it.each([
    ['en', 'This is a defect in Denwaban. Please report the lines above and what you did.'],
    ['ja', 'これは電話番の不具合です。上の内容と、そのとき何をしたかを開発者にお知らせください。'],
  ] as const)('of our own shows its stack, asks for a report and ends with 1: %s', (language, told) => {
    const io = recordingIo({ language });
    expect(reportFailure(new TypeError('of undefined'), io)).toBe(1);
    expect(io.written.err).toMatch(/^TypeError: of undefined\n +at /);
    expect(io.written.err.endsWith(`${told}\n`)).toBe(true);
  });
});

describe('the environment', () => {
  it.each<[Record<string, string>, string]>([
    [{}, 'en'],
    [{ LANG: 'ja_JP.UTF-8' }, 'ja'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'ja_JP.UTF-8', LC_ALL: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'en_US.UTF-8', DENWABAN_LANGUAGE: 'ja' }, 'ja'],
    [{ LANG: 'ja_JP.UTF-8', DENWABAN_LANGUAGE: 'en' }, 'en'],
  ])('%j speaks %s', (env, language) => {
    expect(languageOf(env)).toBe(language);
  });

  it.each<[Record<string, string>, boolean, boolean]>([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [{ TERM: 'dumb' }, true, false],
  ])('%j on a terminal (%s) wants colours: %s', (env, terminal, colours) => {
    expect(wantsColours(env, terminal)).toBe(colours);
  });
});
