import type { CommanderError } from 'commander';
import { DenwabanError, type Said } from '../errors';

/** What commander says in English only, in Japanese. The quoted parts of its message are the arguments. */
const japanese: Readonly<Record<string, (first: string, second: string) => string>> = {
  'commander.unknownCommand': (name) => `「${name}」というコマンドはありません`,
  'commander.unknownOption': (name) => `「${name}」というオプションはありません`,
  'commander.missingArgument': (name) => `引数「${name}」が足りません`,
  'commander.missingMandatoryOptionValue': (flags) => `オプション「${flags}」は必ず要ります`,
  'commander.optionMissingArgument': (flags) => `オプション「${flags}」に値が要ります`,
  'commander.invalidArgument': (flags, value) => `「${flags}」に「${value}」は使えません`,
  'commander.excessArguments': () => '引数が多すぎます',
  'commander.conflictingOption': (one, other) => `「${one}」と「${other}」は一緒に使えません`,
};

/** The command was given what it cannot use. */
export function misuse(command: string, reason: Said): DenwabanError {
  return new DenwabanError('DENWABAN_USAGE', { command, reason });
}

/** A usage error of the command line in both languages. `command` is empty for the program itself. */
export function usageError(error: CommanderError, command: string): DenwabanError {
  const reason = wordUsage(error);
  return command === '' ? new DenwabanError('DENWABAN_COMMAND_UNKNOWN', { reason }) : misuse(command, reason);
}

function wordUsage({ code, message }: CommanderError): Said {
  const [statement = '', hint = ''] = message.replace(/^error: /, '').split('\n');
  const [, first = '', , second = ''] = statement.split("'");
  // Of a bad argument commander tells the value first, of a bad option last.
  const parts = statement.startsWith('command-argument') ? ([second, first] as const) : ([first, second] as const);
  const meant = /Did you mean (?:one of )?(.+)\?/.exec(hint)?.[1];
  const choices = /Allowed choices are (.+)\./.exec(statement)?.[1];
  const ja = japanese[code]?.(...parts) ?? statement;
  return {
    ja:
      ja +
      (choices === undefined ? '' : ` (使えるもの: ${choices})`) +
      (meant === undefined ? '' : ` (「${meant}」のことですか?)`),
    en: statement.replace(/\.?\s*$/, '') + (meant === undefined ? '' : ` (did you mean ${meant}?)`),
  };
}
