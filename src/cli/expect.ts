import { type Command, Option } from 'commander';
import type { ExpectRequest } from './expect-calls';
import { both } from './help';
import type { Io } from './io';
import { configOption, jsonOption } from './options';

/** `denwaban expect`. */
export function addExpectCommand(program: Command, io: Io): void {
  program
    .command('expect')
    .argument(
      '[whom]',
      both(
        '待つ番号、any (どこからでも)、withheld (次の非通知)。なければ一覧',
        'a number, any (from anywhere), withheld (the next without a number); without it all are listed',
      ),
    )
    .description(
      both(
        '待っている電話を知らせて、確かめずに通す',
        'say which call is waited for, so that it is let through unasked',
      ),
    )
    .addOption(
      new Option(
        '--for <while>',
        both('待つ時間: 30m (はじめの値)、2h', 'for so long: 30m (the default), 2h'),
      ).conflicts('until'),
    )
    .option('--until <date>', both('終わりの時刻: 2026-11-25T18:00', 'until a time: 2026-11-25T18:00'))
    .option('--reason <text>', both('理由', 'why'))
    .addOption(new Option('--end', both('待つのをやめる', 'wait no longer')).conflicts(['for', 'until', 'reason']))
    .addOption(jsonOption())
    .addOption(configOption())
    .action((whom: string | undefined, options: ExpectRequest) => {
      // Loaded only when the command runs.
      const { expectCalls }: typeof import('./expect-calls') = require('./expect-calls');
      return expectCalls(io, whom, options);
    });
}
