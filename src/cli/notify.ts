import type { Command } from 'commander';
import { both } from './help';
import type { Io } from './io';
import type { NotifyOptions } from './notify-sample';
import { configOption, jsonLinesOption } from './options';

/** `denwaban notify`: the notices of calls by mail and webhook. */
export function addNotifyCommand(program: Command, io: Io): void {
  const notify = program
    .command('notify')
    .description(both('着信お知らせ (メールと webhook)', 'the notices of calls, by mail and webhook'));
  notify
    .command('test')
    .description(
      both(
        '設定したお知らせごとに見本を 1 通送り、届いたかどうかを示す (終了コード 2: 届かないものがある)',
        'send one sample through each configured notice and say whether it arrived (exit code 2: not all did)',
      ),
    )
    .addOption(jsonLinesOption())
    .addOption(configOption())
    .action((options: NotifyOptions) => {
      // Loaded only when the command runs.
      const { sendSamples }: typeof import('./notify-sample') = require('./notify-sample');
      return sendSamples(io, options);
    });
}
