import type { Command, Help } from 'commander';
import { cellsOf } from '../text/cells';
import type { Io } from './io';

/** A help text: the Japanese line, then the English one. */
export const both = (ja: string, en: string): string => `${ja}\n${en}`;

const titles: Readonly<Record<string, string>> = {
  'Usage:': '使い方 / Usage:',
  'Arguments:': '引数 / Arguments:',
  'Options:': 'オプション / Options:',
  'Global Options:': '共通のオプション / Global options:',
  'Commands:': 'コマンド / Commands:',
};

/** Help in two languages, written through `io`. Commands made afterwards inherit it. */
export function speakBothLanguages(program: Command, io: Io): void {
  const help: Partial<Help> = {
    showGlobalOptions: true,
    styleTitle: (title) => titles[title] ?? title,
    displayWidth: cellsOf,
  };
  program
    .helpOption('-h, --help', both('この説明を表示', 'show this help'))
    .helpCommand('help [command]', both('コマンドの説明を表示', 'show the help of a command'))
    .configureHelp(help)
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text),
      // Usage errors are worded in one place, with all other failures.
      outputError: () => {},
      getOutHelpWidth: () => io.width,
      getErrHelpWidth: () => io.width,
      getOutHasColors: () => io.colours,
      getErrHasColors: () => io.colours,
    });
}
