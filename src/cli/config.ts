import type { Command } from 'commander';
import type { ConfigOptions } from './config-report';
import { both } from './help';
import type { Io } from './io';
import { jsonOption } from './options';

/** `denwaban config check|print|schema`. */
export function addConfigCommand(program: Command, io: Io): void {
  const config = program
    .command('config')
    .description(both('設定ファイルを確かめる・表示する', 'check and show the configuration'));
  withSource(config.command('check'))
    .description(both('設定ファイルの誤りをすべて挙げる', 'tell everything that is wrong with the file'))
    .action((file: string | undefined, options: ConfigOptions) =>
      report().checkConfig(io, { config: file, ...options }),
    );
  withSource(config.command('print'))
    .description(both('既定値を含む、いま効く設定を表示', 'show the effective configuration, defaults included'))
    .action((file: string | undefined, options: ConfigOptions) =>
      report().printConfig(io, { config: file, ...options }),
    );
  config
    .command('schema')
    .description(
      both('エディター用の JSON Schema を出力', 'write the JSON Schema, for editors that complete and check YAML'),
    )
    .action(() => report().printSchema(io));
}

function withSource(command: Command): Command {
  return command
    .argument('[file]', both('設定ファイル', 'the configuration file'))
    .option('-c, --config <file>', both('同じ', 'the same'))
    .addOption(jsonOption());
}

/** Loaded only when one of the commands runs. */
function report(): typeof import('./config-report') {
  return require('./config-report');
}
