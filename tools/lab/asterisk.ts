import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type CdrRow, parseCdr } from './cdr';
import { reservePortBlock } from './ports';
import { type Lab, readLab } from './programs';
import { ARI_USER, HIKARI, LOOPBACK, OFFICE_PHONE, SECOND_PHONE, siteFiles } from './site';
import { createWorkspace, type Program } from './workspace';

const run = promisify(execFile);

export interface AsteriskOptions {
  /** The configuration under test: the project's `asterisk-conf` folder. */
  readonly configuration: string;
  /** Files that replace those of the same path below the configuration folder, or join them. */
  readonly files?: Readonly<Record<string, string>>;
  /** Two per call leg. */
  readonly rtpPorts?: number;
}

/** One Asterisk with its own ports on the loopback address, its own folders and its own ARI password. */
export interface AsteriskInstance extends Pick<Program, 'isRunning' | 'freeze' | 'thaw' | 'kill'> {
  /** `etc`, `log`, `run`, … are below it. */
  readonly folder: string;
  readonly sipAddress: string;
  readonly sipPort: number;
  readonly ariUrl: string;
  readonly ariUser: string;
  readonly ariPassword: string;
  /** Where this Asterisk seeks the office's telephone. */
  readonly officePhone: { readonly address: string; readonly port: number };
  /** Where it seeks `office-phone-2`, which only dialplans of the laboratory ring. */
  readonly secondPhone: { readonly address: string; readonly port: number };
  /** Where its outgoing calls go. */
  readonly outside: { readonly address: string; readonly port: number };
  /** What the command line answers to `command`. */
  cli(command: string): Promise<string>;
  channelCount(): Promise<number>;
  /** Resolves when nobody is on the line any more: a channel outlives its last SIP message by a moment. */
  untilNoChannels(): Promise<void>;
  /** Resolves with its path when a recording whose name begins so is being made, or has been. */
  untilRecording(prefix: string): Promise<string>;
  /** The recordings there are, by path. */
  recordings(): Promise<readonly string[]>;
  /** The calls that have ended, oldest first. */
  readCdr(): Promise<readonly CdrRow[]>;
  /** All that it has logged. */
  readLog(): Promise<string>;
  /** After {@link kill}: starts again at the same addresses, with the same files. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const QUIET_PATIENCE = 10_000;
/** Prompts come before a recording. */
const RECORDING_PATIENCE = 40_000;
/** An idle machine needs half a second. */
const BOOT_PATIENCE = 20_000;

/** Starts an Asterisk with the very files of `configuration`; only what `site/` holds is made for this instance. */
export async function startAsterisk({
  configuration,
  files = {},
  rtpPorts = 200,
}: AsteriskOptions): Promise<AsteriskInstance> {
  const lab = readLab();
  const ports = await reservePortBlock(rtpPorts + 10);
  const workspace = await createWorkspace('asterisk');
  const { folder } = workspace;
  const site = {
    sipPort: ports.first + 1,
    httpPort: ports.first + 2,
    officePort: ports.first + 3,
    outsidePort: ports.first + 4,
    rtpStart: ports.first + 10,
    rtpEnd: ports.last,
    ariPassword: randomBytes(18).toString('base64url'),
  };
  await layOut(folder, lab, configuration, { ...siteFiles(site), ...files });

  const asterisk = [...lab.programs.asterisk, '-C', join(folder, 'asterisk.conf')];
  const [binary = '', ...prefix] = asterisk;
  const cli = async (command: string) => (await run(binary, [...prefix, '-rx', command])).stdout;
  const launch = () => workspace.start([...asterisk, '-f']);
  const stop = async () => {
    await program.stop();
    await workspace.dispose();
    ports.release();
  };

  let program = launch();
  await untilBooted(program, cli, folder).catch(async (error) => {
    await stop();
    throw error;
  });
  const channelCount = async () => Number(/(\d+) active channel/.exec(await cli('core show channels count'))?.[1]);
  const recordings = async () => {
    const shelf = join(folder, 'spool', 'recording');
    return (await readdir(shelf).catch(() => [])).map((name) => join(shelf, name));
  };
  return {
    folder,
    sipAddress: LOOPBACK,
    sipPort: site.sipPort,
    ariUrl: `http://${LOOPBACK}:${site.httpPort}`,
    ariUser: ARI_USER,
    ariPassword: site.ariPassword,
    officePhone: { address: OFFICE_PHONE, port: site.officePort },
    secondPhone: { address: SECOND_PHONE, port: site.officePort },
    outside: { address: HIKARI, port: site.outsidePort },
    isRunning: () => program.isRunning(),
    freeze: () => program.freeze(),
    thaw: () => program.thaw(),
    kill: () => program.kill(),
    cli,
    channelCount,
    async untilNoChannels() {
      const deadline = Date.now() + QUIET_PATIENCE;
      while ((await channelCount()) > 0) {
        if (Date.now() > deadline) throw new Error(`channels are left:\n${await cli('core show channels')}`);
        await delay(20);
      }
    },
    recordings,
    async untilRecording(prefix) {
      const deadline = Date.now() + RECORDING_PATIENCE;
      while (Date.now() < deadline) {
        const found = (await recordings()).find((path) => basename(path).startsWith(prefix));
        if (found !== undefined) return found;
        await delay(20);
      }
      throw new Error(`no recording ${prefix}… within ${RECORDING_PATIENCE} ms`);
    },
    readCdr: async () => parseCdr(await readFile(join(folder, 'log/cdr-csv/Master.csv'), 'utf8').catch(() => '')),
    readLog: () => readFile(join(folder, 'log/messages'), 'utf8'),
    async start() {
      // A killed Asterisk leaves its control socket, which would look like a living one.
      await rm(join(folder, CONTROL_SOCKET), { force: true });
      program = launch();
      await untilBooted(program, cli, folder);
    },
    stop,
  };
}

async function layOut(
  folder: string,
  lab: Lab,
  configuration: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  for (const name of ['db', 'log/cdr-csv', 'run', 'spool/recording', 'data'])
    await mkdir(join(folder, name), { recursive: true });
  await cp(configuration, join(folder, 'etc'), {
    recursive: true,
    filter: (source) => !source.startsWith(join(configuration, 'sounds')),
  });
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, 'etc', path), text);
  for (const name of ['documentation', 'rest-api'])
    await symlink(join(lab.dataFolder, name), join(folder, 'data', name));
  for (const language of await readdir(join(configuration, 'sounds'))) {
    // Where an installation puts them: `sound:denwaban/rejected` is sounds/<language>/denwaban/rejected.wav.
    await mkdir(join(folder, 'data', 'sounds', language), { recursive: true });
    await symlink(join(configuration, 'sounds', language), join(folder, 'data', 'sounds', language, 'denwaban'));
  }
  await writeFile(
    join(folder, 'asterisk.conf'),
    `
[directories]
astetcdir => ${folder}/etc
astmoddir => ${lab.moduleFolder}
astvarlibdir => ${folder}/db
astdbdir => ${folder}/db
astkeydir => ${folder}/db
astdatadir => ${folder}/data
astagidir => ${folder}/data
astspooldir => ${folder}/spool
astrundir => ${folder}/run
astlogdir => ${folder}/log

[options]
nocolor = yes
`,
  );
}

const CONTROL_SOCKET = 'run/asterisk.ctl';

/** Asks Asterisk itself: its control socket is there early, the answer comes when every module is up. */
async function untilBooted(program: Program, cli: (command: string) => Promise<string>, folder: string): Promise<void> {
  const deadline = Date.now() + BOOT_PATIENCE;
  while (program.isRunning() && Date.now() < deadline) {
    if (existsSync(join(folder, CONTROL_SOCKET))) {
      const answer = await cli('core waitfullybooted').catch(() => '');
      if (answer.includes('fully booted')) return;
    }
    await delay(20);
  }
  const how = program.isRunning() ? `not fully booted after ${BOOT_PATIENCE} ms` : await program.ended;
  const lastLines = program.readOutput().split('\n').slice(-25).join('\n');
  throw new Error(`Asterisk did not start: ${how}\n${lastLines}`);
}
