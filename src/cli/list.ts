import { Argument, type Command, Option } from 'commander';
import { both } from './help';
import type { Io } from './io';
import type { CheckRequest } from './list/check-numbers';
import type { ExportRequest } from './list/export-entries';
import type { ImportRequest } from './list/import-files';
import type { RemoveRequest } from './list/remove-entries';
import type { ShowRequest } from './list/show-entries';
import type { AddRequest } from './list/wanted-entries';
import { configOption, countBetween, jsonLinesOption } from './options';

const lists: readonly AddRequest['list'][] = ['allow', 'deny', 'report'];

/** Source of what an operator adds by hand. */
const byHand = 'manual';

/**
 * `denwaban list`: the entries that allow, deny or report numbers, beside those of the configuration file.
 * What a command needs is loaded only when it runs.
 */
export function addListCommand(program: Command, io: Io): void {
  const list = program
    .command('list')
    .description(
      both(
        '許可・拒否・報告のリストを扱う (動いている電話番には次の電話から効きます)',
        'keep the lists of allowed, denied and reported numbers (a running service heeds them from the next call on)',
      ),
    );
  addAdd(list, io);
  addRemove(list, io);
  addShow(list, io);
  addImport(list, io);
  addExport(list, io);
  addCheck(list, io);
}

const what = both(
  '番号 (03-1234-5678、+81…)、前方一致 (03*、+44*)、事業者 (carrier:ips)、種別 (kind:050)',
  'number (03-1234-5678, +81…), prefix (03*, +44*), carrier (carrier:ips) or kind (kind:050)',
);

function addAdd(list: Command, io: Io): void {
  list
    .command('add')
    .description(both('項目を加える。あれば更新する', 'add entries, or update them'))
    .addArgument(new Argument('<list>', both('どのリストか', 'which list')).choices(lists))
    .argument('<what...>', what)
    .option('--reason <text>', both('理由', 'why'))
    .addOption(
      new Option('--for <while>', both('期間: 30m、2h、3d、2w', 'for so long: 30m, 2h, 3d, 2w')).conflicts('until'),
    )
    .option('--until <date>', both('期限の日か時刻: 2027-03-31、2027-03-31T18:00', 'until the end of a day, or a time'))
    .option('--source <name>', both('出所', 'where it comes from'), byHand)
    .option('--votes <count>', both('report: 報告の件数', 'report: how many reported it'), countBetween(1, 999_999))
    .option(
      '--excuse <rule>',
      both(
        'allow: この規則 (†) の疑いは見逃す (くり返し可)',
        'allow: overlook this sign of forgery (†); may be repeated',
      ),
      (rule: string, before: readonly string[] = []) => [...before, rule],
    )
    .addOption(configOption())
    .action((name: AddRequest['list'], named: readonly string[], options: Omit<AddRequest, 'list' | 'what'>) => {
      const { addEntries }: typeof import('./list/add-entries') = require('./list/add-entries');
      return addEntries(io, { ...options, list: name, what: named });
    });
}

function addRemove(list: Command, io: Io): void {
  list
    .command('remove')
    .description(
      both(
        '項目を消す。ひとつでも見つからなければ何も消さない',
        'remove entries: all that are named, or none if one of them is not there',
      ),
    )
    .argument('[what...]', what)
    .addOption(onlyList())
    .option('--source <name>', both('この出所のものだけ', 'only from this source'))
    .option('--expired', both('期限の切れたものだけ', 'only what has expired'))
    .addOption(configOption())
    .action((named: readonly string[], options: Omit<RemoveRequest, 'what'>) => {
      const { removeEntries }: typeof import('./list/remove-entries') = require('./list/remove-entries');
      return removeEntries(io, { ...options, what: named });
    });
}

function addShow(list: Command, io: Io): void {
  list
    .command('show')
    .description(both('項目を表示する (設定ファイルのものも)', 'show the entries, those of the configuration file too'))
    .addOption(
      new Option(
        '--list <list>',
        both('このリストだけ。official は公的な番号', 'only this list; official: police, town halls'),
      ).choices([...lists, 'official']),
    )
    .option('--expired', both('期限の切れたものも', 'also what has expired'))
    .option(
      '--conflicts',
      both(
        '食い違いや重複など、問題のあるものだけ',
        'only what contradicts or repeats another entry, or may not do what you expect',
      ),
    )
    .addOption(jsonLinesOption())
    .addOption(configOption())
    .action((options: ShowRequest) => {
      const { showEntries }: typeof import('./list/show-entries') = require('./list/show-entries');
      return showEntries(io, options);
    });
}

function addImport(list: Command, io: Io): void {
  list
    .command('import')
    .description(
      both(
        'ファイルから取り込む: FreePBX の CSV、テキスト (# は注釈)、電話番の CSV、vCard (許可)。UTF-8 か Shift_JIS',
        'import files: FreePBX CSV, plain text with # comments, our own CSV, vCard (allow); in UTF-8 or Shift_JIS',
      ),
    )
    .argument('<file...>', both('ファイル。- は標準入力', 'files; - is standard input'))
    .addOption(
      new Option(
        '--as <list>',
        both('どのリストへ (ファイルの指定に優先)', 'into which list, whatever the file says'),
      ).choices(lists),
    )
    .addOption(
      new Option(
        '--format <format>',
        both('形式 (なければ内容で判断)', 'the format, if it cannot be seen from the file'),
      )
        .choices(['auto', 'freepbx', 'text', 'csv', 'vcard'])
        .default('auto'),
    )
    .option(
      '--source <name>',
      both('出所 (なければファイル名)', 'where it comes from; the name of the file if left out'),
    )
    .option(
      '--replace-source',
      both('同じ出所でファイルにないものを消す', 'remove what has the same source and is not in the file'),
    )
    .option('--dry-run', both('取り込まず、どうなるかだけ示す', 'only say what would happen'))
    .option('--verbose', both('問題のない行も示す', 'tell of every line, not only of the odd ones'))
    .addOption(jsonLinesOption())
    .addOption(configOption())
    .action((files: readonly string[], { format, ...options }: ImportOptions) => {
      const { importFiles }: typeof import('./list/import-files') = require('./list/import-files');
      return importFiles(io, { ...options, files, ...(format === 'auto' ? {} : { format }) });
    });
}

/** As commander gives them. */
type ImportOptions = Omit<ImportRequest, 'files' | 'format'> & {
  readonly format: NonNullable<ImportRequest['format']> | 'auto';
};

function addExport(list: Command, io: Io): void {
  list
    .command('export')
    .description(
      both(
        '保管している項目を CSV で書き出す (設定ファイルのものは除く)',
        'write the stored entries as CSV (not those of the configuration file)',
      ),
    )
    .addOption(
      new Option(
        '--format <format>',
        both('csv: すべて、freepbx: 番号と理由だけ', 'csv: everything; freepbx: numbers and reasons'),
      )
        .choices(['csv', 'freepbx'])
        .default('csv'),
    )
    .addOption(onlyList())
    .addOption(configOption())
    .action((options: ExportRequest) => {
      const { exportEntries }: typeof import('./list/export-entries') = require('./list/export-entries');
      return exportEntries(io, options);
    });
}

function addCheck(list: Command, io: Io): void {
  list
    .command('check')
    .description(
      both(
        '番号について、どのリストのどの項目が何と言い、どうなるかを示す',
        'say which entries and lists speak for or against a number, and what follows',
      ),
    )
    .argument('<number...>', both('電話番号', 'telephone numbers'))
    .addOption(jsonLinesOption())
    .addOption(configOption())
    .action((numbers: readonly string[], options: Omit<CheckRequest, 'numbers'>) => {
      const { checkNumbers }: typeof import('./list/check-numbers') = require('./list/check-numbers');
      return checkNumbers(io, { ...options, numbers });
    });
}

function onlyList(): Option {
  return new Option('--list <list>', both('このリストだけ', 'only this list')).choices(lists);
}
