import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** The command under way; signals meant for us are its. */
let current;
let interrupted = false;

// A Ctrl-C reaches the whole process group, the child included: we only wait for it to end.
process.on('SIGINT', () => {
  interrupted = true;
});
for (const signal of ['SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    interrupted = true;
    current?.kill(signal);
  });
}

export function wasInterrupted() {
  return interrupted;
}

/** Ends the command under way without asking it. */
export function killChild() {
  current?.kill('SIGKILL');
}

/** Runs a command on our terminal and gives its exit code. */
export async function runChild(argv, options) {
  return (await execute(argv, { ...options, stdio: 'inherit' })).code;
}

/** Runs a command quietly and gives its exit code and all that it said. */
export function runQuietly(argv, options) {
  return execute(argv, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
}

function execute([program, ...args], options) {
  return new Promise((resolve) => {
    const child = spawn(program, args, options);
    current = child;
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.once('error', (error) => resolve({ code: 127, output: `${program}: ${error.message}\n` }));
    // Shells' way to tell that a signal ended a command.
    child.once('close', (code, signal) => resolve({ code: code ?? 128 + constants.signals[signal], output }));
  });
}
