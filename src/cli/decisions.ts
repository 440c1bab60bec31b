import { type Command, Option } from 'commander';
import { verdicts } from '../screening/assessment';
import { both } from './help';
import type { Io } from './io';
import { configOption, countBetween } from './options';
import type { DecisionsRequest } from './show-decisions';

/** Decisions shown when nothing says which. */
const usualCount = 20;

/** As commander gives them. */
type Options = Omit<DecisionsRequest, 'last'> & { readonly last?: number };

/** `denwaban decisions`: what became of the calls, from the journal. */
export function addDecisionsCommand(program: Command, io: Io): void {
  program
    .command('decisions')
    .description(
      both(
        'これまでの判定とその理由、その後のこと、電話機からの操作を表示',
        'show what was decided on calls and why, what came of them, and what staff did',
      ),
    )
    .option(
      '-n, --last <count>',
      both(
        `新しいものから何件か (--since がなければ ${usualCount})`,
        `so many, the newest (${usualCount} without --since)`,
      ),
      countBetween(0, 9_999_999),
    )
    .addOption(new Option('--verdict <verdict>', both('この判定のものだけ', 'only this verdict')).choices(verdicts))
    .option('--number <number>', both('この番号からのものだけ', 'only from this number'))
    .option(
      '--since <time>',
      both(
        'この時より後。30m、2h、3d か ISO 8601 の日時',
        'not before this time: 30m, 2h, 3d, or an ISO 8601 date or time',
      ),
    )
    .option('-f, --follow', both('新しい判定を待って表示し続ける', 'go on showing decisions as they are made'))
    .option('--json', both('記録のまま (JSON Lines) 出力', 'write the records as they are (JSON Lines)'))
    .addOption(configOption())
    .action((options: Options) => {
      // Loaded only when the command runs.
      const { showDecisions }: typeof import('./show-decisions') = require('./show-decisions');
      return showDecisions(io, { ...options, last: options.last ?? (options.since === undefined ? usualCount : null) });
    });
}
