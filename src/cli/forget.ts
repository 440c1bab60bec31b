import type { Command } from 'commander';
import type { ForgetRequest } from './forget-numbers';
import { both } from './help';
import type { Io } from './io';
import { configOption, jsonOption } from './options';

/** `denwaban forget`. */
export function addForgetCommand(program: Command, io: Io): void {
  program
    .command('forget')
    .argument('<number...>', both('忘れる番号', 'the numbers to forget'))
    .description(
      both(
        '番号の記憶 (これまでの着信・発信、控えた判定、録音) をすべて消す',
        'remove everything that is remembered of a number: its calls, calls to it, verdicts, and recordings',
      ),
    )
    .addOption(jsonOption())
    .addOption(configOption())
    .action((numbers: string[], options: ForgetRequest) => {
      // Loaded only when the command runs.
      const { forgetNumbers }: typeof import('./forget-numbers') = require('./forget-numbers');
      return forgetNumbers(io, numbers, options);
    });
}
