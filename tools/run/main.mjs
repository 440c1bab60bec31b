import { parseArgs } from 'node:util';
import { LabError, say } from '../lab/say.mjs';
import { runChild } from './child.mjs';
import { buildProject, fetchLab, installPackages, project } from './prepare.mjs';
import { checkSteps, runSteps, testSteps } from './steps.mjs';

const USAGE = {
  en: `Usage: node tools/run.mjs COMMAND [options]

  demo       the demo office: a real Asterisk, callers, and Denwaban in between
  test       every check and every test; the last line is "N passed, N failed"
  check      types, lint, arrows and unit tests: under a minute
  prompts    speak the announcements into asterisk-conf/sounds
  numbering  compile the numbering plan's data
  rules      judge the corpus of calls, print what each rule does in it (--write: docs/rules.md)
  diagram    draw the state machine of a call as the code has it (--write: ARCHITECTURE.md)

demo and test take --asterisk private|system (see node tools/lab/fetch.mjs --help).
What is missing is fetched first: npm packages, and for demo and test Asterisk, SIPp and Redis.`,
  ja: `使い方: node tools/run.mjs コマンド [オプション]

  demo       見本の事務所: 本物の Asterisk と発信者の間に電話番が入ります
  test       すべての検査と試験。最終行は "N passed, N failed"
  check      型・書式・部屋の矢印・単体試験(1 分以内)
  prompts    アナウンスを asterisk-conf/sounds に作成します
  numbering  番号計画のデータを変換します
  rules      見本の着信を判定し、規則ごとの働きを表示します(--write で docs/rules.md を作成)
  diagram    着信の状態遷移図をプログラムから描きます(--write で ARCHITECTURE.md に記入)

demo と test には --asterisk private|system を付けられます(node tools/lab/fetch.mjs --help)。
足りないもの(npm パッケージ、demo と test では Asterisk・SIPp・Redis)は最初に用意します。`,
};

const COMMANDS = {
  async demo(args) {
    const { lab, rest } = separateLabOptions(args);
    await fetchLab(lab);
    if (lab.includes('docker')) return 0;
    await installPackages();
    await buildProject();
    return runChild([process.execPath, project('dist/tools/demo/main.js'), ...rest]);
  },
  async test(args) {
    const { lab } = separateLabOptions(args);
    await fetchLab(lab);
    if (lab.includes('docker')) return 0;
    await installPackages();
    return runSteps(testSteps);
  },
  async check() {
    await installPackages();
    return runSteps(checkSteps);
  },
  prompts: (args) => compiledTool('dist/tools/prompts/main.js', args),
  numbering: (args) => compiledTool('dist/tools/numbering/compile.js', args),
  rules: (args) => compiledTool('dist/tools/rules/main.js', args),
  diagram: (args) => compiledTool('dist/tools/diagram/main.js', args),
};

/** Runs one command to its end and gives the exit code. */
export async function main([name, ...args]) {
  if (!Object.hasOwn(COMMANDS, name ?? '')) {
    console.error(say(USAGE));
    return name === undefined || name === '--help' || name === '-h' ? 0 : 2;
  }
  try {
    return await COMMANDS[name](args);
  } catch (error) {
    console.error(error instanceof LabError ? error.message : error);
    return 1;
  }
}

async function compiledTool(file, args) {
  await installPackages();
  await buildProject();
  return runChild([process.execPath, project(file), ...args]);
}

/** `--asterisk …` is for fetching the laboratory; the rest goes to the command itself. */
function separateLabOptions(args) {
  const { tokens } = parseArgs({ args, options: { asterisk: { type: 'string' } }, strict: false, tokens: true });
  const ours = tokens.filter((token) => token.kind === 'option' && token.name === 'asterisk' && token.value);
  const taken = new Set(ours.flatMap(({ index, inlineValue }) => (inlineValue ? [index] : [index, index + 1])));
  return {
    lab: ours.flatMap(({ value }) => ['--asterisk', value]),
    rest: args.filter((_, index) => !taken.has(index)),
  };
}
