import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { freeTcpPort } from './ports';
import { readLab } from './programs';
import { createWorkspace, type Program } from './workspace';

export interface RedisInstance extends Pick<Program, 'isRunning' | 'freeze' | 'thaw' | 'kill'> {
  readonly url: string;
  stop(): Promise<void>;
}

const PATIENCE = 10_000;

/**
 * Starts a Redis on the loopback address that keeps nothing on disk. On the `port` of one that was killed it is that
 * Redis come back, empty.
 */
export async function startRedis(port?: number): Promise<RedisInstance> {
  const chosen = port ?? (await freeTcpPort());
  const workspace = await createWorkspace('redis');
  const settings = ['--port', String(chosen), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const program = workspace.start([...readLab().programs.redis, ...settings]);
  await untilItAnswers(program, chosen).catch(async (error) => {
    await workspace.dispose();
    throw error;
  });
  const { isRunning, freeze, thaw, kill } = program;
  return { url: `redis://127.0.0.1:${chosen}`, isRunning, freeze, thaw, kill, stop: workspace.dispose };
}

async function untilItAnswers(program: Program, port: number): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!(await answersPing(port))) {
    if (!program.isRunning() || Date.now() > deadline) {
      throw new Error(`Redis did not start:\n${program.readOutput().slice(-2000)}`);
    }
    await delay(10);
  }
}

function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', (answer) => {
      resolve(answer.toString().startsWith('+PONG'));
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}
