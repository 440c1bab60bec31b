import type { Command } from 'commander';
import { both } from './help';
import type { Io } from './io';
import type { StatusOptions } from './numbering/show-status';
import type { UpdateOptions } from './numbering/update-numbering';
import { configOption, jsonOption } from './options';

/** `denwaban numbering update|status`. */
export function addNumberingCommand(program: Command, io: Io): void {
  const numbering = program
    .command('numbering')
    .description(both('総務省の番号指定状況の表', "the ministry's tables of numbers that are in use"));
  numbering
    .command('update')
    .description(both('総務省の最新の表を取り込む', "take over the ministry's newest tables"))
    .option(
      '--from <folder|url>',
      both('保存した Excel のフォルダ、またはページの URL', "a folder of workbooks, or the page's address"),
    )
    .option('--dry-run', both('変わるところを示すだけで、書かない', 'show what would change, write nothing'))
    .option('--force', both('大きく減った表も受け入れる', 'accept tables that shrank, too'))
    .addOption(jsonOption())
    .addOption(configOption())
    .action((options: UpdateOptions) => {
      // Loaded only when the command runs.
      const {
        updateNumbering,
      }: typeof import('./numbering/update-numbering') = require('./numbering/update-numbering');
      return updateNumbering(io, options);
    });
  numbering
    .command('status')
    .description(
      both('いま使っている表の日付・件数・古さの影響を表示', 'show the date, counts and age of the tables in use'),
    )
    .addOption(jsonOption())
    .addOption(configOption())
    .action((options: StatusOptions) => {
      const { showNumberingStatus }: typeof import('./numbering/show-status') = require('./numbering/show-status');
      return showNumberingStatus(io, options);
    });
}
