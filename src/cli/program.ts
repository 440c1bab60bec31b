import { Command, CommanderError, Option } from 'commander';
import { type Language, languages } from '../text/language';
import { addConfigCommand } from './config';
import { addDecisionsCommand } from './decisions';
import { addDisasterCommand } from './disaster';
import { addExpectCommand } from './expect';
import { addExplainCommand } from './explain';
import { exitCodes, reportFailure } from './failure';
import { addForgetCommand } from './forget';
import { both, speakBothLanguages } from './help';
import type { Io } from './io';
import { addListCommand } from './list';
import { addMessagesCommand } from './messages';
import { addNotifyCommand } from './notify';
import { addNumberCommand } from './number';
import { addNumberingCommand } from './numbering';
import { addReplayCommand } from './replay';
import { addStartCommand } from './start';
import { usageError } from './usage';
import { version } from './version';

/** Runs one command line and returns its exit code. Never rejects. */
export async function run(argv: readonly string[], given: Io): Promise<number> {
  const io: Io = { ...given, language: languageIn(argv) ?? given.language };
  const program = createProgram(io);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCodes.fine;
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportFailure(error, io);
    if (error.exitCode === 0) return exitCodes.fine;
    // Help shown because a command is missing has told everything already.
    if (error.code === 'commander.help') return exitCodes.operator;
    return reportFailure(usageError(error, commandIn(program, argv)), io);
  }
}

/** The command line; each command loads what it needs only when it runs, so that help and errors come at once. */
function createProgram(io: Io): Command {
  const program = new Command('denwaban')
    .description(
      both(
        '電話番: かかってきた電話を見分け、通す・確かめる・断るを、理由とともに決めます',
        'Denwaban screens every inbound call of an Asterisk PBX and says why',
      ),
    )
    .version(version(), '-V, --version', both('版を表示', 'show the version'))
    .addOption(new Option('--lang <language>', both('表示の言語', 'language of what is shown')).choices([...languages]))
    .exitOverride();
  speakBothLanguages(program, io);
  addStartCommand(program, io);
  addExplainCommand(program, io);
  addNumberCommand(program, io);
  addNumberingCommand(program, io);
  addDecisionsCommand(program, io);
  addMessagesCommand(program, io);
  addReplayCommand(program, io);
  addExpectCommand(program, io);
  addDisasterCommand(program, io);
  addForgetCommand(program, io);
  addListCommand(program, io);
  addNotifyCommand(program, io);
  addConfigCommand(program, io);
  return program;
}

/** `--lang` is read ahead of everything else, so that a usage error already speaks it. */
function languageIn(argv: readonly string[]): Language | null {
  const index = argv.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const wish = argv[index] === '--lang' ? argv[index + 1] : argv[index]?.slice('--lang='.length);
  return languages.find((language) => language === wish) ?? null;
}

/** The command that a command line names, without the program: `config check`. */
function commandIn(program: Command, argv: readonly string[]): string {
  const names: string[] = [];
  let command = program;
  for (const word of argv) {
    const next = command.commands.find((candidate) => candidate.name() === word);
    if (next === undefined) continue;
    names.push(word);
    command = next;
  }
  return names.join(' ');
}
