import type { Command } from 'commander';
import { both } from './help';
import type { Io } from './io';
import { countBetween, jsonOption } from './options';
import type { ReplayRequest } from './replay/replay-calls';

/** Changed calls listed when nothing says how many. */
const usualShow = 20;

/** `denwaban replay`: what today's rules and configuration would make of the calls of the past. */
export function addReplayCommand(program: Command, io: Io): void {
  program
    .command('replay')
    .description(
      both(
        'これまでの着信を今の規則と設定で判定し直し、何が変わるかを示す',
        'judge past calls again by the rules and configuration of today, and show what would change',
      ),
    )
    .argument(
      '[file...]',
      both(
        '判定の記録、Asterisk の Master.csv、INVITE、それらのフォルダ。- は標準入力の判定記録。省けば自分の記録',
        "journals, Asterisk's Master.csv, INVITEs, or folders of them; - is a journal on standard input; the own journal if left out",
      ),
    )
    .option(
      '-c, --config <other>',
      both(
        '試す設定ファイル。当時の判定と比べ、普段の設定があればそれとも比べる',
        'the configuration to try: compared with what was decided, and with the usual configuration where there is one',
      ),
    )
    .option(
      '--since <time>',
      both('この時より後。30m、2h、3d か ISO 8601 の日時', 'not before: 30m, 2h, 3d, or ISO 8601'),
    )
    .option(
      '-t, --trunk <name>',
      both(
        'INVITE が着信した回線 (`; trunk: 名前` の行がないもの)',
        'trunk on which INVITEs arrived that do not name it themselves (`; trunk: NAME`)',
      ),
    )
    .option(
      '--show <count>',
      both(
        `変わる着信を新しいものから何件挙げるか (省けば ${usualShow})`,
        `how many of the changed calls to list, the latest (${usualShow} if left out)`,
      ),
      countBetween(0, 9_999),
    )
    .addOption(jsonOption())
    .action((files: string[], options: Partial<ReplayRequest>) => {
      // Loaded only when the command runs.
      const { replayCalls }: typeof import('./replay/replay-calls') = require('./replay/replay-calls');
      return replayCalls(io, files, { ...options, show: options.show ?? usualShow });
    });
}
