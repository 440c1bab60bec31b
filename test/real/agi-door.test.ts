import { createSecretKey } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type AgiServer, serveAgi } from '../../src/agi/server';
import { CallMemory } from '../../src/call/call-memory';
import { systemClock } from '../../src/call/clock';
import { Judge } from '../../src/call/judge';
import { ListFollower } from '../../src/call/list-follower';
import { openScreening } from '../../src/cli/compose';
import type { Decision } from '../../src/journal/decision';
import { ListBook } from '../../src/store/list-book';
import type { Store } from '../../src/store/store';
import { freeTcpPort } from '../../tools/lab/ports';
import { TextStore } from '../fakes/text-store';
import { eventually, held, untilHeld } from '../support/handles';
import { calls } from '../unit/call/office';

/** The FastAGI door at its socket: whoever knocks, and however, it stays well. */

const secretKey = createSecretKey(Buffer.alloc(32, 7));
const { screening } = openScreening({ file: undefined, env: {} });
const { firstActionMs } = screening.config.deadlines;

let server: AgiServer;
let port: number;
let decisions: Decision[];
let learnt: string[];
let log: string[];
let before: number;

async function open(store: Store = new TextStore(Date.now)): Promise<void> {
  const note = (event: string): void => void log.push(event);
  const serviceLog = { info: note, warn: note, error: note };
  const callerId = (number: string): string => `id of ${number.length} characters`;
  const memory = new CallMemory({
    store,
    secretKey,
    callerId,
    ttl: () => screening.config.cache.ttl,
    proofDays: () => 30,
  });
  const lists = new ListFollower(new ListBook(store), serviceLog);
  port = await freeTcpPort();
  server = await serveAgi(`127.0.0.1:${port}`, {
    judge: new Judge(screening, memory, lists, serviceLog),
    journal: {
      record(entry) {
        if (!('record' in entry)) decisions.push(entry);
      },
      close: async () => undefined,
    },
    log: serviceLog,
    clock: systemClock,
    callerId,
    learn: (judgement) => void learnt.push(judgement.trunk.name),
  });
}

beforeEach(() => {
  [decisions, learnt, log] = [[], [], []];
  before = held();
});

/** Whatever it has met, it leaves nothing behind. */
afterEach(async () => {
  await eventually(() => (server.gauges().questions === 0 ? true : undefined));
  await server.close();
  await untilHeld(before);
});

/** The other side of a connection, Asterisk or not. */
interface Guest {
  readonly socket: Socket;
  /** All that we have been told. */
  heard(): string;
  /** Resolves when we have been told something. */
  untilTold(): Promise<string>;
  /** Resolves when the door has closed the connection. */
  untilClosed(): Promise<void>;
}

async function knock(): Promise<Guest> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  let heard = '';
  let closed = false;
  socket.setEncoding('utf8');
  socket.on('data', (more: string) => {
    heard += more;
  });
  socket.on('error', () => undefined);
  for (const event of ['end', 'close']) {
    socket.on(event, () => {
      closed = true;
    });
  }
  await once(socket, 'connect');
  return {
    socket,
    heard: () => heard,
    untilTold: () => eventually(() => (heard === '' ? undefined : heard)),
    async untilClosed() {
      await eventually(() => closed || undefined);
      socket.end();
    },
  };
}

const channel = `${Math.floor(Date.now() / 1000)}.7`;

function opening(args: readonly string[], name = channel): string {
  return `agi_network: yes\nagi_network_script: screen?${args.join(',')}\nagi_uniqueid: ${name}\nagi_dnid: 1\n\n`;
}

/** Asks as Asterisk does, and takes the answer as it does. */
async function ask(args: readonly string[], reply = '200 result=1\n'): Promise<string> {
  const guest = await knock();
  guest.socket.write(opening(args));
  const told = await guest.untilTold();
  guest.socket.write(reply);
  await guest.untilClosed();
  return told;
}

const oneDecision = (): Promise<Decision> => eventually(() => decisions[0]);

describe('a question', () => {
  beforeEach(() => open());

  it.each([
    ['of an ordinary call', calls.ordinary, 'ALLOW||||', { verdict: 'allow', sipCode: null }],
    [
      'of a suspect',
      calls.suspect,
      'SCREEN|80/40|[注意]|domestic-fixed-from-abroad(+80)|',
      { verdict: 'screen', sipCode: null },
    ],
    ['of a withheld call', calls.withheld, 'REJECT|0/40||withheld-by-user|433', { verdict: 'reject', sipCode: 433 }],
    ['of a denied caller', calls.denied, 'REJECT|0/40||deny-entry|607', { verdict: 'reject', sipCode: 607 }],
  ])('%s is answered in one command, and recorded', async (_what, args, result, expected) => {
    expect(await ask(args)).toBe(`SET VARIABLE DENWABAN_RESULT "${result}"\n`);
    expect(await oneDecision()).toMatchObject({ ...expected, channel, outcome: 'advised', failedOpen: null });
    expect(learnt).toHaveLength(1);
  });

  it('of another version of the dialplan lets the call through', async () => {
    expect(await ask(['2', 'trunk=hikari'])).toContain('"OPEN||[未確認]|bad-evidence|"');
    expect(await oneDecision()).toMatchObject({ outcome: 'failed-open', failedOpen: 'bad-evidence' });
    expect(learnt).toEqual([]);
  });

  it('whose answer Asterisk refuses is recorded as failed open', async () => {
    await ask(calls.withheld, '510 Invalid or unknown command\n');
    expect(await oneDecision()).toMatchObject({ outcome: 'failed-open', failedOpen: 'exchange-error', sipCode: null });
  });

  it('whose caller hangs up meanwhile is recorded as abandoned', async () => {
    await ask(calls.suspect, 'HANGUP\n');
    expect(await oneDecision()).toMatchObject({ outcome: 'abandoned', verdict: 'screen' });
  });

  it('that nobody waits for any more was taken by the dialplan, when its channel is older than the lease', async () => {
    const guest = await knock();
    guest.socket.end(opening(calls.suspect, '1764000000.7'));
    expect(await oneDecision()).toMatchObject({ outcome: 'failed-open', failedOpen: 'lease-expired' });
    await guest.untilClosed();
  });

  it('that comes in pieces is one question', async () => {
    const guest = await knock();
    for (const piece of opening(calls.ordinary).match(/[\s\S]{1,40}/g) ?? []) guest.socket.write(piece);
    expect(await guest.untilTold()).toContain('ALLOW');
    guest.socket.write('200 res');
    guest.socket.write('ult=1\nHANGUP\n');
    await guest.untilClosed();
    expect(await oneDecision()).toMatchObject({ outcome: 'advised' });
  });

  it('that is told and never acknowledged is given up', async () => {
    const guest = await knock();
    guest.socket.write(opening(calls.ordinary));
    expect(await oneDecision()).toMatchObject({ outcome: 'failed-open', failedOpen: 'exchange-error' });
    await guest.untilClosed();
  });
});

describe('a store that does not answer', () => {
  class StalledStore extends TextStore {
    override read(): Promise<never> {
      return new Promise(() => undefined);
    }
  }

  it('costs the deadline and no call', async () => {
    await open(new StalledStore(Date.now));
    const askedAt = performance.now();
    expect(await ask(calls.withheld)).toContain('"OPEN||[未確認]|verdict-deadline|"');
    expect(performance.now() - askedAt).toBeLessThan(firstActionMs + 200);
    expect(await oneDecision()).toMatchObject({ outcome: 'failed-open', failedOpen: 'verdict-deadline' });
  });

  it('lets the callers beyond the sixty-fourth through at once', async () => {
    await open(new StalledStore(Date.now));
    const guests = await Promise.all(Array.from({ length: 64 }, knock));
    for (const { socket } of guests) socket.write(opening(calls.ordinary));
    const oneMore = await knock();
    await oneMore.untilClosed();
    expect(oneMore.heard()).toBe('');
    expect(log).toContain('agi-crowded');
    for (const guest of guests) {
      await guest.untilTold();
      guest.socket.end('200 result=1\n');
      await guest.untilClosed();
    }
    await eventually(() => (decisions.length === 64 ? true : undefined));
  });

  it('keeps nobody from an answer when the service stops', async () => {
    await open(new StalledStore(Date.now));
    const [asking, idle] = [await knock(), await knock()];
    asking.socket.write(opening(calls.ordinary));
    await eventually(() => (server.gauges().questions === 2 ? true : undefined));
    const closed = server.close();
    expect(await asking.untilTold()).toContain('OPEN');
    asking.socket.end('200 result=1\n');
    await idle.untilClosed();
    await closed;
    expect(decisions).toMatchObject([{ outcome: 'failed-open' }]);
  });
});

describe('somebody who is not Asterisk', () => {
  beforeEach(() => open());
  afterEach(() => expect(decisions).toEqual([]));

  it.each([
    ['speaks HTTP', 'GET / HTTP/1.1\n\n', ['agi-not-understood']],
    ['asks for something else', 'agi_network_script: weather?1\nagi_uniqueid: 1.1\n\n', ['agi-not-understood']],
    ['never comes to an end', 'a'.repeat(25 * 1024), ['agi-not-understood']],
    ['sends any bytes', Buffer.from([0, 255, 10, 13, 10, 10, 0]), ['agi-not-understood']],
    ['says nothing', '', ['agi-not-understood']],
    ['says half a line', 'agi_network', ['agi-not-understood']],
  ])('%s: the connection is closed', async (_what, words, expected) => {
    const guest = await knock();
    guest.socket.write(words);
    await guest.untilClosed();
    expect(guest.heard()).toBe('');
    expect(log).toEqual(expected);
  });

  it('only looks whether somebody listens: nothing is said of it', async () => {
    const guest = await knock();
    guest.socket.end();
    await guest.untilClosed();
    expect(log).toEqual([]);
  });

  it('resets the connection in mid-word: nothing comes of it', async () => {
    const guest = await knock();
    guest.socket.write(opening(calls.ordinary).slice(0, 30));
    guest.socket.resetAndDestroy();
    await eventually(() => (server.gauges().questions === 0 ? true : undefined));
    expect(await ask(calls.ordinary)).toContain('ALLOW');
    decisions.length = 0;
  });
});
