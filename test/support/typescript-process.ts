import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** Code that makes a Node process understand the project's TypeScript. */
export const register = `
  const { transformFileSync } = require('@swc/core');
  require.extensions['.ts'] = (module, name) => module._compile(transformFileSync(name, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } }).code, name);
`;

/**
 * A Node process of its own that runs `program` (JavaScript, CommonJS) and may require the project's TypeScript:
 * for what one process cannot show, such as two starts at once, or that nothing keeps it from ending.
 */
export function startTypeScript(
  program: string,
  ...args: readonly string[]
): ChildProcessByStdio<Writable, Readable, null> {
  return spawn(process.execPath, ['-e', register + program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
}
