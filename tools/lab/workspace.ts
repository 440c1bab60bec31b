import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary folder and the programs that run in it. Nothing of it outlives this process, however it dies. */
export interface Workspace {
  readonly folder: string;
  /** Starts `argv` here, with `env` added to our own environment. */
  start(argv: readonly string[], env?: Readonly<Record<string, string>>): Program;
  /** Kills what still runs and removes the folder. */
  dispose(): Promise<void>;
}

export interface Program {
  /** Resolves with how it ended, once it has. */
  readonly ended: Promise<string>;
  isRunning(): boolean;
  /** What it has written to standard output and error. */
  readOutput(): string;
  /** SIGSTOP: alive, its sockets open, and answering nothing. Returns when every thread stands still. */
  freeze(): void;
  thaw(): void;
  signal(name: NodeJS.Signals): void;
  /** SIGKILL, as a crash would: no farewell to anybody. */
  kill(): Promise<void>;
  /** SIGTERM first, SIGKILL after `patience` milliseconds. */
  stop(patience?: number): Promise<void>;
}

export async function createWorkspace(kind: string): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), `denwaban-${kind}-`));
  const reaper = startReaper(folder);
  return {
    folder,
    start(argv, env = {}) {
      const child = spawnInto(join(folder, 'output.log'), argv, folder, { ...process.env, ...env });
      if (child.pid !== undefined) reaper.stdin?.write(`${child.pid}\n`);
      return control(child, join(folder, 'output.log'));
    },
    async dispose() {
      if (reaper.exitCode !== null) return;
      reaper.ref();
      reaper.stdin?.end();
      await once(reaper, 'exit');
    },
  };
}

/**
 * A shell that reads process ids from us until the pipe closes, by {@link Workspace.dispose} or because this process
 * died; then it kills them and removes the folder. Exit hooks alone would not outlive a SIGKILL.
 */
function startReaper(folder: string): ChildProcess {
  const script =
    'while read -r id; do ids="$ids $id"; done; for id in $ids; do kill -s KILL -- "-$id"; done; rm -rf -- "$1"';
  const reaper = spawn('sh', ['-c', script, 'denwaban-reaper', folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  reaper.unref();
  return reaper;
}

function spawnInto(outputFile: string, argv: readonly string[], folder: string, env: NodeJS.ProcessEnv): ChildProcess {
  const [program = '', ...args] = argv;
  const output = openSync(outputFile, 'a');
  // Its own process group: a Ctrl-C meant for us must not reach it before we have taken our leave.
  const child = spawn(program, args, { cwd: folder, env, detached: true, stdio: ['ignore', output, output] });
  closeSync(output);
  // A program that nobody waits for keeps nobody from ending.
  child.unref();
  return child;
}

function control(child: ChildProcess, outputFile: string): Program {
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const isRunning = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  const send = (signal: NodeJS.Signals) => {
    if (isRunning() && child.pid !== undefined) process.kill(-child.pid, signal);
  };
  return {
    ended,
    isRunning,
    readOutput: () => readFileSync(outputFile, 'utf8'),
    freeze() {
      send('SIGSTOP');
      // The signal is only queued: on a busy machine threads run on for some milliseconds.
      while (child.pid !== undefined && isRunning() && !standsStill(child.pid)) sleepBriefly();
    },
    thaw: () => send('SIGCONT'),
    signal(name) {
      child.ref();
      send(name);
    },
    async kill() {
      child.ref();
      send('SIGKILL');
      await ended;
    },
    async stop(patience = 2000) {
      child.ref();
      send('SIGTERM');
      // A frozen program hears SIGTERM only when it is thawed.
      send('SIGCONT');
      const impatience = setTimeout(() => send('SIGKILL'), patience);
      await ended;
      clearTimeout(impatience);
    },
  };
}

function standsStill(id: number): boolean {
  return readdirSync(`/proc/${id}/task`).every((thread) => ['T', 'Z'].includes(stateOf(`/proc/${id}/task/${thread}`)));
}

/** One letter, see proc(5): T is stopped, Z is dead. It follows the program's name, which may hold anything. */
function stateOf(task: string): string {
  try {
    const line = readFileSync(`${task}/stat`, 'utf8');
    return line.charAt(line.lastIndexOf(') ') + 2);
  } catch {
    return 'Z';
  }
}

/** Blocks for a millisecond, so that {@link Program.freeze} is over when it returns. */
function sleepBriefly(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
}
