import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Decision } from '../../src/journal/decision';
import { type JournalEntry, parseEntry } from '../../src/journal/journal-entry';
import type { Sequel, StaffAction } from '../../src/journal/sequel';
import { freeTcpPort } from './ports';
import { project } from './project';
import { createWorkspace, type Program } from './workspace';

export interface DenwabanOptions {
  readonly exchange: { readonly ariUrl: string; readonly ariPassword: string };
  /** YAML; without it the service runs as the demo office. */
  readonly config?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What `GET /health` tells, as far as tests ask. */
export interface HealthState {
  readonly ok: boolean;
  readonly calls: number;
  readonly timers: number;
  readonly pendingRequests: number;
  readonly listeners: number;
  /** FastAGI connections. */
  readonly questions: number;
  /** Calls followed to their end, and what became of them while it is being fetched and written. */
  readonly following: number;
  readonly sequels: number;
  readonly callBacks: { readonly pending: number; readonly timers: number };
}

/** The real service, as `denwaban start` runs it, with a data folder that outlives its process. */
export interface Denwaban extends Pick<Program, 'freeze' | 'thaw' | 'isRunning'> {
  readonly dataDir: string;
  /** Replaces the configuration file; the service reads it on {@link reload}. */
  writeConfig(yaml: string): void;
  /** SIGHUP. */
  reload(): void;
  /** SIGKILL: no farewell to anybody. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with how it ended. */
  terminate(): Promise<string>;
  /** Starts it again on the same data, after {@link kill} or {@link terminate}. */
  restart(): void;
  health(): Promise<HealthState>;
  /** Resolves when it is connected to the exchange. */
  untilReady(): Promise<void>;
  /** Resolves when nothing is under way: no call, no timer, no request, no question, nothing that follows a call. */
  untilQuiet(): Promise<HealthState>;
  /** Resolves when its log holds a line with this event. */
  untilLogged(event: string): Promise<void>;
  decisions(): readonly Decision[];
  /** What came of calls after their decisions. */
  sequels(): readonly Sequel[];
  staffActions(): readonly StaffAction[];
  /** Resolves with the decision on the call with this SIP Call-ID. */
  untilDecision(sipCallId: string): Promise<Decision>;
  /** Resolves with all decisions once there are that many. */
  untilDecisions(count: number): Promise<readonly Decision[]>;
  /** Resolves with what came of the call with this decision. */
  untilSequel(decisionId: string): Promise<Sequel>;
  readLog(): string;
  /** Runs another command of the program on the same configuration and data, as an operator would beside the service. */
  command(...args: readonly string[]): Promise<CommandResult>;
  stop(): Promise<void>;
}

export interface CommandResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const patienceMs = 20_000;

export async function startDenwaban({ exchange, config, env = {} }: DenwabanOptions): Promise<Denwaban> {
  const workspace = await createWorkspace('service');
  const dataDir = join(workspace.folder, 'data');
  const healthPort = await freeTcpPort();
  const configFile = join(workspace.folder, 'denwaban.yaml');
  const writeConfig = (yaml: string): void => writeFileSync(configFile, yaml);
  if (config !== undefined) writeConfig(config);

  const start = (): Program =>
    workspace.start(
      [process.execPath, serviceEntry, 'start', ...(config === undefined ? [] : ['--config', configFile])],
      {
        DENWABAN_ARI_URL: exchange.ariUrl,
        DENWABAN_ARI_PASSWORD: exchange.ariPassword,
        DENWABAN_DATA_DIR: dataDir,
        DENWABAN_HEALTH_LISTEN: `127.0.0.1:${healthPort}`,
        ...env,
      },
    );
  let program = start();

  const readLog = (): string => program.readOutput();
  const health = async (): Promise<HealthState> => {
    const response = await fetch(`http://127.0.0.1:${healthPort}/health`);
    return (await response.json()) as HealthState;
  };
  const journal = (): readonly JournalEntry[] => readJournal(join(dataDir, 'journal'));
  const decisions = (): readonly Decision[] =>
    journal().flatMap((entry) => (entry.kind === 'decision' ? [entry.decision] : []));
  const sequels = (): readonly Sequel[] =>
    journal().flatMap((entry) => (entry.kind === 'sequel' ? [entry.sequel] : []));

  /** Asks again until `probe` has an answer; what it waits for is bounded, never assumed. */
  const until = async <T>(what: string, probe: () => Promise<T | null>): Promise<T> => {
    const deadline = Date.now() + patienceMs;
    while (Date.now() < deadline) {
      const answer = await probe().catch(() => null);
      if (answer !== null) return answer;
      if (!program.isRunning())
        throw new Error(`the service ended (${await program.ended}) before ${what}\n${readLog()}`);
      await pause(20);
    }
    throw new Error(`not within ${patienceMs} ms: ${what}\n${readLog()}`);
  };

  return {
    dataDir,
    writeConfig,
    reload: () => program.signal('SIGHUP'),
    freeze: () => program.freeze(),
    thaw: () => program.thaw(),
    isRunning: () => program.isRunning(),
    kill: () => program.kill(),
    async terminate() {
      program.signal('SIGTERM');
      return program.ended;
    },
    restart() {
      program = start();
    },
    health,
    async untilReady() {
      await until('it is ready', async () => ((await health()).ok ? true : null));
    },
    untilQuiet: () =>
      until('nothing is under way', async () => {
        const state = await health();
        const { calls, timers, pendingRequests, questions, following, sequels, callBacks } = state;
        const busy = [
          calls,
          timers,
          pendingRequests,
          questions,
          following,
          sequels,
          callBacks.pending,
          callBacks.timers,
        ];
        return busy.every((count) => count === 0) ? state : null;
      }),
    async untilLogged(event) {
      await until(`it logs ${event}`, async () => (readLog().includes(`"event":"${event}"`) ? true : null));
    },
    decisions,
    sequels,
    staffActions: () => journal().flatMap((entry) => (entry.kind === 'staff-action' ? [entry.action] : [])),
    untilDecision: (sipCallId) =>
      until(`the decision on ${sipCallId}`, async () => decisions().find((one) => one.sipCallId === sipCallId) ?? null),
    untilDecisions: (count) =>
      until(`${count} decisions`, async () => (decisions().length >= count ? decisions() : null)),
    untilSequel: (decisionId) =>
      until(
        `the sequel of ${decisionId}`,
        async () => sequels().find(({ decision }) => decision === decisionId) ?? null,
      ),
    readLog,
    command: (...args) =>
      runCommand([...args, ...(config === undefined ? [] : ['--config', configFile])], {
        DENWABAN_DATA_DIR: dataDir,
        DENWABAN_LANGUAGE: 'en',
        ...env,
      }),
    async stop() {
      await program.stop();
      await workspace.dispose();
    },
  };
}

/** The compiled service, whether this file runs compiled or from the sources. */
const serviceEntry = project('dist', 'src', 'main.js');

function runCommand(args: readonly string[], env: Readonly<Record<string, string>>): Promise<CommandResult> {
  return new Promise((resolve) => {
    execFile(process.execPath, [serviceEntry, ...args], { env: { ...process.env, ...env } }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

/** A last line that is being written counts when it is whole. */
function readJournal(folder: string): readonly JournalEntry[] {
  let files: readonly string[];
  try {
    files = readdirSync(folder).sort();
  } catch {
    return [];
  }
  return files.flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .flatMap((line) => parseEntry(line) ?? []),
  );
}
