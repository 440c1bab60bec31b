import type { Command } from 'commander';
import type { ExplainOptions } from './explain-call';
import { both } from './help';
import type { Io } from './io';
import { configOption, jsonOption } from './options';

/** `denwaban explain`: the verdict on a SIP INVITE from a file, and why. */
export function addExplainCommand(program: Command, io: Io): void {
  program
    .command('explain')
    .description(
      both(
        'INVITE を実際の電話と同じに判定し、理由を示す',
        'judge one SIP INVITE exactly as a call would be, and say why',
      ),
    )
    .requiredOption(
      '-i, --invite <file>',
      both('INVITE のファイル。- は標準入力', 'file with the INVITE; - is standard input'),
    )
    .requiredOption(
      '-t, --trunk <name>',
      both('着信した回線 (設定の trunks の名)', 'trunk it arrived on, as named in the configuration'),
    )
    .addOption(configOption())
    .option('--at <time>', both('着信の時刻 (ISO 8601)。省けば今', 'when it arrived (ISO 8601); now if left out'))
    .option('--peer <address>', both('INVITE の送信元アドレス', 'source address of the INVITE'))
    .option(
      '--shaken <result>',
      both('電子署名の検証結果 (例: success:A)', "the exchange's result of verifying the signature, e.g. success:A"),
    )
    .option(
      '--memory <file>',
      both(
        'これまでの電話が残したこと (JSON)。省けば初めての電話',
        'JSON of what earlier calls left behind; a first call if left out',
      ),
    )
    .addOption(jsonOption())
    .action((_options, command: Command) => {
      // Loaded only when the command runs.
      const { explainCall }: typeof import('./explain-call') = require('./explain-call');
      return explainCall(io, command.optsWithGlobals<ExplainOptions>());
    });
}
