import type { Command } from 'commander';
import { both } from './help';
import type { Io } from './io';
import type { NumberOptions } from './look-up-numbers';
import { jsonLinesOption } from './options';

/** `denwaban number`: what the numbering plan and the allocation tables say of telephone numbers. */
export function addNumberCommand(program: Command, io: Io): void {
  program
    .command('number')
    .description(
      both(
        '電話番号の種別・番号帯の状況・割当事業者を調べる',
        'look up the kind of a number, the state of its block, and the carrier it is allocated to',
      ),
    )
    .argument(
      '<number...>',
      both('電話番号。- は標準入力の各行', 'telephone numbers; - is each line of standard input'),
    )
    .addOption(jsonLinesOption())
    .action((numbers: readonly string[], options: NumberOptions) => {
      // Loaded only when the command runs.
      const { lookUpNumbers }: typeof import('./look-up-numbers') = require('./look-up-numbers');
      return lookUpNumbers(io, numbers, options);
    });
}
