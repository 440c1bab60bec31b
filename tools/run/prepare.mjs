import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beginPhase } from '../lab/progress.mjs';
import { LabError, say } from '../lab/say.mjs';
import { runChild, runQuietly } from './child.mjs';

const projectFolder = resolve(fileURLToPath(import.meta.url), '..', '..', '..');

export function project(path) {
  return join(projectFolder, path);
}

/** Installs exactly what the lock file says, when that is not what is installed. */
export async function installPackages() {
  // npm writes this file last, so an installation that was cut short counts as none.
  const installed = modified('node_modules/.package-lock.json');
  // A service's installation may lack the tools (`npm prune --omit=dev`).
  const complete = existsSync(project('node_modules/typescript'));
  if (complete && installed >= modified('package-lock.json')) return;
  await quietPhase(say({ en: 'npm packages', ja: 'npm パッケージ' }), ['npm', 'ci', '--no-progress']);
}

/** Compiles the sources into `dist/`. */
export function buildProject() {
  return quietPhase(say({ en: 'build', ja: 'ビルド' }), compileCommand);
}

/** Also the type check: the compiler emits what it can and reports every error. */
export const compileCommand = [process.execPath, project('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json'];

/** Makes Asterisk, SIPp and Redis ready. */
export async function fetchLab(options) {
  const code = await runChild([process.execPath, project('tools/lab/fetch.mjs'), ...options], { cwd: projectFolder });
  if (code !== 0) {
    throw new LabError({
      en: 'Asterisk, SIPp and Redis are not ready.',
      ja: 'Asterisk・SIPp・Redis を用意できませんでした。',
    });
  }
}

async function quietPhase(title, command) {
  const phase = beginPhase(title);
  const ticker = setInterval(() => phase.update(''), 200);
  const { code, output } = await runQuietly(command, { cwd: projectFolder });
  clearInterval(ticker);
  if (code === 0) return phase.done();
  phase.failed();
  process.stderr.write(output);
  throw new LabError({ en: `${title} failed.`, ja: `${title}: 失敗しました。` });
}

function modified(path) {
  return statSync(project(path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
