import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beginPhase } from '../lab/progress.mjs';
import { killChild, runChild, runQuietly, wasInterrupted } from './child.mjs';
import { compileCommand, project } from './prepare.mjs';

/**
 * What `check` and `test` consist of. Every step runs, whatever became of those before it.
 * A tool counts as one test; jest counts its own.
 */

const tool = (name, command) => ({ name, run: () => runTool(name, command) });
const jest = (name, projectName) => ({ name, run: () => runJest(projectName) });
const STRAGGLERS_MS = 15_000;
const bin = (path) => [process.execPath, project(`node_modules/${path}`)];

export const checkSteps = [
  tool('types', compileCommand),
  tool('lint and format', [...bin('@biomejs/biome/bin/biome'), 'check', '.']),
  tool('arrows', [
    ...bin('dependency-cruiser/bin/dependency-cruise.mjs'),
    ...['--config', '.dependency-cruiser.cjs', 'src', 'tools', 'test'],
  ]),
  jest('unit tests', 'unit'),
];

/** The real tests run the compiled service, which the first step leaves in `dist/`. */
export const testSteps = [...checkSteps, jest('tests against a real Asterisk', 'real')];

/** Runs all steps; the last line printed is the sum, and the exit code tells whether anything failed. */
export async function runSteps(steps) {
  const total = { passed: 0, failed: 0 };
  for (const { run } of steps) {
    if (wasInterrupted()) break;
    const { passed, failed } = await run();
    total.passed += passed;
    total.failed += failed;
  }
  if (wasInterrupted()) return 130;
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

async function runTool(name, command) {
  const shown = beginPhase(name);
  const { code, output } = await runQuietly(command, { cwd: project('') });
  if (code === 0) {
    shown.done();
    return { passed: 1, failed: 0 };
  }
  shown.failed();
  process.stderr.write(output);
  return { passed: 0, failed: 1 };
}

async function runJest(projectName) {
  const folder = mkdtempSync(join(tmpdir(), 'denwaban-jest-'));
  const report = join(folder, 'report.json');
  const watch = watchForStragglers(report);
  try {
    const code = await runChild(
      [...bin('jest/bin/jest.js'), '--selectProjects', projectName, '--json', '--outputFile', report],
      { cwd: project('') },
    );
    return tally(code, readReport(report));
  } finally {
    clearInterval(watch);
    rmSync(folder, { recursive: true });
  }
}

/** A jest that has reported but does not end left something open: a failure, which must not last for ever. */
function watchForStragglers(report) {
  let reportedAt;
  return setInterval(() => {
    if (!existsSync(report)) return;
    reportedAt ??= Date.now();
    if (Date.now() - reportedAt > STRAGGLERS_MS) killChild();
  }, 1000);
}

/** A suite that could not even be loaded, or a jest that failed for no test's fault, is one failure more. */
function tally(code, report) {
  const passed = report?.numPassedTests ?? 0;
  const failed = (report?.numFailedTests ?? 0) + (report?.numRuntimeErrorTestSuites ?? 0);
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
