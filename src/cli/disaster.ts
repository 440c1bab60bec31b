import { type Command, Option } from 'commander';
import type { SwitchOnRequest } from './disaster-mode';
import { both } from './help';
import type { Io } from './io';
import { configOption, jsonOption } from './options';

interface Options {
  readonly config?: string;
  readonly json?: boolean;
}

/** `denwaban disaster on|off|status`. */
export function addDisasterCommand(program: Command, io: Io): void {
  const disaster = program
    .command('disaster')
    .description(
      both(
        '災害時の扱い: 番号のない電話 (公衆電話・避難先など) も通す',
        'disaster mode: calls without a number (payphones, shelters) are let through, too',
      ),
    );
  common(disaster.command('on'))
    .description(both('期限を決めて始める (もう始まっていれば改める)', 'switch it on for a time (or change that time)'))
    .addOption(
      new Option('--for <while>', both('続ける時間: 30m、12h、3d', 'for so long: 30m, 12h, 3d')).conflicts('until'),
    )
    .option('--until <date>', both('終わる日か時刻: 2026-11-25、2026-11-25T18:00', 'until the end of a day, or a time'))
    .option('--reason <text>', both('理由', 'why'))
    .action((options: SwitchOnRequest) => work().switchOn(io, options));
  common(disaster.command('off'))
    .description(both('終える', 'switch it off'))
    .action((options: Options) => work().switchOff(io, options));
  common(disaster.command('status'))
    .description(both('いまの状態を表示', 'show whether it is on'))
    .action((options: Options) => work().showStatus(io, options));
}

function common(command: Command): Command {
  return command.addOption(jsonOption()).addOption(configOption());
}

/** Loaded only when the command runs: the store is of no use to help. */
function work(): typeof import('./disaster-mode') {
  return require('./disaster-mode');
}
