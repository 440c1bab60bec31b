import { existsSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLab } from './programs';
import { project } from './project';
import { followSipTrace, type SipTrace } from './sip-trace';
import { createWorkspace, type Program } from './workspace';

export interface SippOptions {
  /** A file of `scenarios/`, without `.xml`. */
  readonly scenario: 'caller' | 'office-phone';
  /** What replaces `@NAME@` in the scenario, where SIPp itself knows no variables. */
  readonly slots: Readonly<Record<string, string>>;
  /** Files beside the scenario, which inserts them with `[file name=…]`, byte for byte. */
  readonly files?: Readonly<Record<string, string>>;
  readonly args: readonly string[];
}

export interface Sipp extends Pick<Program, 'isRunning' | 'kill' | 'ended'> {
  readonly trace: SipTrace;
  /** Ends it and removes its files; {@link trace} keeps what it has. */
  stop(): Promise<void>;
}

/** Starts one SIPp with a scenario of ours. It needs no terminal and no raw sockets, hence no root. */
export async function startSipp({ scenario, slots, files = {}, args }: SippOptions): Promise<Sipp> {
  const workspace = await createWorkspace(scenario);
  const at = (name: string) => join(workspace.folder, name);
  const template = await readFile(join(scenarioFolder, `${scenario}.xml`), 'utf8');
  await writeFile(
    at('scenario.xml'),
    template.replace(/@([A-Z]+)@/g, (slot, name) => slots[name] ?? slot),
  );
  for (const [name, text] of Object.entries(files)) await writeFile(at(name), text);

  const trace = followSipTrace(at('messages.log'));
  const program = workspace.start([
    ...readLab().programs.sipp,
    ...args,
    ...['-sf', 'scenario.xml', '-nostdin'],
    ...['-trace_msg', '-message_file', at('messages.log'), '-trace_err', '-error_file', at('errors.log')],
  ]);
  const ended = program.ended.then((how) => {
    trace.close([how, ...lastLines(at('errors.log')), ...lastLines(at('output.log'))].join('\n'));
    return how;
  });
  return {
    isRunning: program.isRunning,
    kill: program.kill,
    ended,
    trace,
    async stop() {
      await program.kill();
      await ended;
      await workspace.dispose();
    },
  };
}

/** Beside the sources; the compiler puts no XML into `dist/`. */
const scenarioFolder = project('tools', 'lab', 'scenarios');

function lastLines(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-5) : [];
}
