import type { Command } from 'commander';
import { both } from './help';
import type { Io } from './io';
import { configOption, jsonLinesOption } from './options';
import type { MessagesRequest } from './show-messages';

/** `denwaban messages`: what callers left behind. */
export function addMessagesCommand(program: Command, io: Io): void {
  program
    .command('messages')
    .description(
      both(
        '残された伝言と名乗りを、新しいものから表示。--delete で消す',
        'show the messages and stated names that callers left, the newest first; --delete removes them',
      ),
    )
    .option(
      '--since <time>',
      both(
        'この時より後。30m、2h、3d か ISO 8601 の日時',
        'not before this time: 30m, 2h, 3d, or an ISO 8601 date or time',
      ),
    )
    .option('--delete <ids...>', both('この ID の録音を消す', 'remove the recordings with these ids'))
    .addOption(jsonLinesOption())
    .addOption(configOption())
    .action((options: MessagesRequest) => {
      // Loaded only when the command runs.
      const { showMessages }: typeof import('./show-messages') = require('./show-messages');
      return showMessages(io, options);
    });
}
