import type { Command } from 'commander';
import { both } from './help';
import type { Io } from './io';
import { configOption } from './options';

export interface StartOptions {
  readonly config?: string;
}

/** `denwaban start`. */
export function addStartCommand(program: Command, io: Io): void {
  program
    .command('start')
    .description(
      both(
        'Asterisk につなぎ、着信の番を始めます (停止は SIGTERM、設定の読み直しは SIGHUP)',
        'connect to Asterisk and mind its calls (SIGTERM stops, SIGHUP reloads the configuration)',
      ),
    )
    .addOption(configOption())
    .action((options: StartOptions) => service().runService(options.config, io));
}

/** Loaded only when the service runs: ari-client and the store are of no use to the other commands. */
function service(): typeof import('./service') {
  return require('./service');
}
