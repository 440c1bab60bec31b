import { spawn } from 'node:child_process';

/**
 * Holds `file` locked while `work` runs, so that two fetches never build at once; the second waits.
 *
 * The lock belongs to a `flock` child that ends when our pipe to it closes: however this process dies,
 * the kernel releases the lock and nothing stale remains.
 */
export async function withLock(file, work, onWait) {
  const keeper = spawn('flock', ['--exclusive', file, 'sh', '-c', 'echo locked; exec cat'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    // Its own group: Ctrl-C must not release the lock before we have cleaned up.
    detached: true,
  });
  const waiting = setTimeout(onWait, 1000);
  try {
    await new Promise((resolve, reject) => {
      keeper.once('error', (error) => reject(new Error(`flock (package util-linux) cannot run: ${error.message}`)));
      keeper.once('exit', (code) => reject(new Error(`flock could not lock ${file} (exit ${code})`)));
      keeper.stdout.once('data', resolve);
    });
  } finally {
    clearTimeout(waiting);
  }
  try {
    return await work();
  } finally {
    keeper.stdin.end();
    await new Promise((resolve) => (keeper.exitCode === null ? keeper.once('exit', resolve) : resolve()));
  }
}
