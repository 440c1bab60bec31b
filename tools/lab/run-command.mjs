import { spawn } from 'node:child_process';

/** A command that failed: its last words say why, our stack would not. */
export class CommandError extends Error {
  name = 'CommandError';
}

/**
 * Runs a command to its end and gives its standard output; rejects with its last words when it fails.
 * `onStatus` gets what the command writes to descriptor 3 (apt's `APT::Status-Fd`); `signal` ends it early;
 * `success` is the exit code that means success.
 */
export function runCommand(argv, { env = process.env, onStatus, signal, success = 0 } = {}) {
  return new Promise((resolve, reject) => {
    const [program, ...args] = argv;
    const child = spawn(program, args, {
      env,
      signal,
      stdio: ['ignore', 'pipe', 'pipe', onStatus ? 'pipe' : 'ignore'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdio[3]?.on('data', (chunk) => onStatus(String(chunk)));
    child.on('error', reject);
    child.on('close', (code, killedBy) => {
      if (code === success) resolve(stdout);
      else reject(new CommandError(`${program} ended with ${killedBy ?? code}:\n${lastLines(stderr || stdout)}`));
    });
  });
}

function lastLines(text) {
  return text.trimEnd().split('\n').slice(-12).join('\n');
}
