import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CallMemory } from '../../../src/call/call-memory';
import { run } from '../../../src/cli/program';
import { configSchema } from '../../../src/config/schema';
import { callerId } from '../../../src/journal/caller-id';
import { noMemory } from '../../../src/screening/memory';
import { openSecretKey, type SecretKey } from '../../../src/store/secret-key';
import { SqliteStore } from '../../../src/store/sqlite-store';
import { type CallWords, call, judge, numbers, ordinaryOffice } from '../screening/evidence';
import { recordingIo } from './recording-io';

const noon = Date.parse('2026-04-01T03:00:00Z');
let home: string;
let dataDir: string;
let config: string;
let key: SecretKey;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'denwaban-forget-'));
  dataDir = join(home, 'data');
  config = join(home, 'denwaban.yaml');
  writeFileSync(config, `dataDir: ${dataDir}\ntrunks: { main: {} }\n`);
  key = openSecretKey(dataDir);
});
afterEach(() => rmSync(home, { recursive: true }));

const words: CallWords = { from: numbers.nttEast, at: noon };
const idOf = (number: string): string => callerId(number, key);

/** What the service has kept after two calls of the number and one of the office. */
async function remember(): Promise<void> {
  await withMemory(async (memory) => {
    const evidence = call(words);
    const subject = memory.subject(evidence, ordinaryOffice);
    await memory.recall(subject, noon);
    memory.noteArrival(subject, evidence);
    memory.remember(subject, noMemory, judge(words), noon);
    memory.learn(subject, { at: noon, answered: true, challenge: 'none', short: true });
    memory.dialled('+81422209999', noon);
  });
}

async function withMemory<T>(work: (memory: CallMemory) => Promise<T>): Promise<T> {
  const store = new SqliteStore({
    file: join(dataDir, 'state', 'denwaban.db'),
    now: () => noon,
    tell: () => undefined,
  });
  const ttl = configSchema.parse({}).cache.ttl;
  const memory = new CallMemory({ store, secretKey: key, callerId: idOf, ttl: () => ttl, proofDays: () => 30 });
  try {
    const result = await work(memory);
    await memory.flush();
    return result;
  } finally {
    await store.close();
  }
}

async function forget(...args: string[]) {
  const io = recordingIo({ now: () => noon });
  const code = await run(['forget', ...args, '--config', config], io);
  return { code, ...io.written };
}

function everythingKept(): string {
  const files = readdirSync(join(dataDir, 'state'));
  return files.map((file) => readFileSync(join(dataDir, 'state', file), 'latin1')).join('');
}

describe('denwaban forget', () => {
  it.each(['0422209999', '0422-20-9999', '+81422209999'])('removes all that is remembered of %s', async (number) => {
    await remember();
    expect(everythingKept()).toContain(idOf('+81422209999').slice(0, 8));
    const { code, out } = await forget(number);
    expect({ code, out }).toEqual({ code: 0, out: 'Everything that was remembered of 0422-20-9999 is gone.\n' });
    const recollection = await withMemory((memory) => memory.recall(memory.subject(call(words), ordinaryOffice), noon));
    expect(recollection).toMatchObject({ memory: noMemory, verdict: null });
  });

  it('waits for its call no longer, and for others still', async () => {
    await withMemory(async () => undefined);
    const expectCall = (whom: string) => run(['expect', whom, '--config', config], recordingIo({ now: () => noon }));
    await expectCall(numbers.nttEast);
    await expectCall(numbers.kddiFixed);
    expect((await forget('+81422209999')).code).toBe(0);
    const expectedOf = (from: string) =>
      withMemory(async (memory) => {
        const recollection = await memory.recall(memory.subject(call({ from, at: noon }), ordinaryOffice), noon);
        return recollection.memory.office.expected?.kind;
      });
    expect([await expectedOf(numbers.nttEast), await expectedOf(numbers.kddiFixed)]).toEqual([undefined, 'number']);
  });

  it('forgets what calling it back brought', async () => {
    const subject = (memory: CallMemory) => memory.subject(call(words), ordinaryOffice);
    await withMemory(async (memory) => memory.prove(subject(memory), 'spoof', noon));
    const proof = () => withMemory(async (memory) => (await memory.recall(subject(memory), noon)).memory.caller.proof);
    expect(await proof()).toBe('spoof');
    await forget(numbers.nttEast);
    expect(await proof()).toBe('none');
  });

  it('leaves others alone', async () => {
    await remember();
    await forget(numbers.kddiFixed);
    const { memory } = await withMemory((kept) => kept.recall(kept.subject(call(words), ordinaryOffice), noon));
    expect(memory.caller).toMatchObject({ standing: 'seen', dialledByUs: '2026-04-01' });
  });

  it('does no harm when there is nothing to forget', async () => {
    expect(await forget(numbers.kddiFixed, '--json')).toEqual({
      code: 0,
      err: '',
      out: '{"forgotten":"+81422259999"}\n',
    });
  });

  it('refuses what is no number', async () => {
    const { code, err } = await forget('somebody');
    expect(code).toBe(2);
    expect(err).toContain("'somebody' is no telephone number");
  });
});
