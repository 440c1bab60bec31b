import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AsteriskPbx, type AsteriskPbxOptions } from '../../src/pbx/asterisk/asterisk-pbx';
import type { CallOrder, Pbx } from '../../src/pbx/pbx';
import { type AsteriskInstance, startAsterisk } from '../../tools/lab/asterisk';
import { type Ears, listen } from '../conformance/pbx-ears';
import { eventually, held, untilHeld } from '../support/handles';
import { type Answer, hangUp, healthyAnswer, mute, type SickAri, startSickAri, status } from '../support/sick-ari';

const requestTimeoutMs = 150;
const heartbeatMs = 100;

let pbx: AsteriskPbx | undefined;
let ears: Ears;
let before: number;

beforeEach(() => {
  ears = listen();
  before = held();
});

/** Whatever happened to it: stopped, it leaves nothing behind. */
afterEach(async () => {
  await pbx?.stop();
  expect(pbx?.gauges()).toEqual({ connected: false, pendingRequests: 0, listeners: 0 });
  await untilHeld(before);
  pbx = undefined;
});

function client(url: string, more: Partial<AsteriskPbxOptions> = {}): AsteriskPbx {
  pbx = new AsteriskPbx({
    url,
    username: 'denwaban',
    password: 'secret',
    app: 'denwaban',
    connectTimeoutMs: 1_000,
    requestTimeoutMs,
    heartbeatMs,
    language: 'ja',
    backoffMs: () => 20,
    ...more,
  });
  return pbx;
}

const order: CallOrder = {
  id: 'one',
  calling: { context: 'denwaban-call-back', extension: 's' },
  office: { context: 'denwaban-called-back', extension: 's' },
  answerSeconds: 60,
  variables: { __DENWABAN_ORDER: 'one', __DENWABAN_TAG: '[確認]' },
};

const everyCommand: readonly (readonly [string, (pbx: Pbx) => Promise<unknown>])[] = [
  ['answer', (pbx) => pbx.answer('1.1')],
  ['play', (pbx) => pbx.play('1.1', 'one', 'denwaban/challenge')],
  ['stopPlayback', (pbx) => pbx.stopPlayback('one')],
  ['setVariable', (pbx) => pbx.setVariable('1.1', 'NAME', 'value')],
  ['continueAt', (pbx) => pbx.continueAt('1.1', 'denwaban-allow', '0312345678')],
  ['record', (pbx) => pbx.record('1.1', 'name', { maxSeconds: 6, silenceSeconds: 2 })],
  ['stopRecording', (pbx) => pbx.stopRecording('name')],
  ['recordings', (pbx) => pbx.recordings('name')],
  ['readRecording', (pbx) => pbx.readRecording('name')],
  ['dropRecording', (pbx) => pbx.dropRecording('name')],
  ['callOut', (pbx) => pbx.callOut(order)],
  ['waitingChannels', (pbx) => pbx.waitingChannels()],
];

describe('an exchange that is sick', () => {
  let sick: SickAri;

  beforeEach(async () => {
    sick = await startSickAri();
    before = held();
  });
  /** After the client has been stopped: none of its connections is open at the server. */
  afterEach(async () => {
    await pbx?.stop();
    await eventually(() => (sick.openSockets() === 0 ? true : undefined));
    await sick.stop();
    before -= 1;
  });

  async function connected(more: Partial<AsteriskPbxOptions> = {}): Promise<AsteriskPbx> {
    const fresh = client(sick.url, more);
    await fresh.start(ears.hear);
    return fresh;
  }

  /** It connects once the exchange is well again, with one event socket and no other. */
  async function recovers(): Promise<void> {
    sick.answer = healthyAnswer(sick.url);
    const already = ears.all('connected').length;
    await ears.until('connected', () => ears.all('connected').length > already);
    await eventually(() => (sick.openEventSockets() === 1 ? true : undefined));
    sick.send({ type: 'StasisEnd', channel: { id: 'heard' } });
    await ears.until('left', ({ channel }) => channel === 'heard');
    expect(ears.all('left')).toHaveLength(1);
  }

  it('accepts and says nothing: it is tried for ever, and no connection is kept', async () => {
    sick.answer = mute;
    void client(sick.url).start(ears.hear);
    expect(await ears.until('disconnected')).toMatchObject({ reason: 'no answer in time' });
    await eventually(() => (sick.requests.length >= 3 ? true : undefined));
    expect(sick.openSockets()).toBeLessThanOrEqual(2);
    expect(ears.all('disconnected')).toHaveLength(1);
    await recovers();
  });

  it.each(everyCommand)('falls mute: %s rejects within its deadline', async (_name, command) => {
    const mine = await connected();
    sick.answer = mute;
    const asked = performance.now();
    await expect(command(mine)).rejects.toMatchObject({ name: 'PbxError', kind: 'unreachable' });
    expect(performance.now() - asked).toBeLessThan(requestTimeoutMs + 200);
    expect(mine.gauges().pendingRequests).toBe(0);
  });

  it('falls mute in the middle of an answer: the command rejects within its deadline', async () => {
    const mine = await connected();
    sick.answer = (_request, response) => response.writeHead(200, { 'Content-Length': 1_000 }).write('[');
    await expect(mine.waitingChannels()).rejects.toMatchObject({ kind: 'unreachable' });
  });

  it.each<[string, Answer, string]>([
    ['no channel', status(404, '{"message":"Channel not found"}'), 'not-found'],
    ['not our channel', status(409, '{"message":"Channel not in Stasis application"}'), 'conflict'],
    ['an error of its own', status(500, '{"message":"Allocation failed"}'), 'refused'],
    ['a page of a proxy', (_q, response) => response.writeHead(502).end('<html>Bad gateway</html>'), 'unreachable'],
    ['half a list', status(200, '[{"id":"1.1"'), 'unreachable'],
    ['a broken connection', hangUp, 'unreachable'],
  ])('answers with %s: the error says so', async (_what, answer, kind) => {
    const mine = await connected();
    sick.answer = answer;
    await expect(mine.waitingChannels()).rejects.toMatchObject({ name: 'PbxError', kind });
  });

  describe('is asked for a recording', () => {
    /** What it answers from now on about this file. */
    async function reading(answer: Answer, more: Partial<AsteriskPbxOptions> = {}): Promise<Uint8Array> {
      const mine = await connected(more);
      sick.answer = answer;
      return mine.readRecording('denwaban-name-1-x');
    }

    it('and gives it: every byte arrives, whatever it is', async () => {
      const sound = Buffer.from(Array.from({ length: 70_000 }, (_, at) => (at * 151) % 256));
      const got = await reading((_request, response) => response.writeHead(200).end(sound));
      expect(Buffer.from(got).equals(sound)).toBe(true);
      expect(sick.requests.at(-1)).toBe('GET /ari/recordings/stored/denwaban-name-1-x/file');
    });

    it.each<[string, Answer, string]>([
      ['does not know it', status(404, '{"message":"Recording not found"}'), 'not-found'],
      ['must not give it', status(403, '{"message":"Permission denied"}'), 'refused'],
      [
        'stops in its middle',
        (_q, response) => response.writeHead(200, { 'Content-Length': 99 }).write('RIFF'),
        'unreachable',
      ],
      ['breaks off in its middle', breakOff, 'unreachable'],
    ])('and %s: the error says so', async (_what, answer, kind) => {
      await expect(reading(answer)).rejects.toMatchObject({ name: 'PbxError', kind, operation: 'read recording' });
    });

    it('and never comes to an end of it: the memory does not fill', async () => {
      await expect(reading(pourForEver, { requestTimeoutMs: 60_000 })).rejects.toMatchObject({
        kind: 'unreachable',
        message: expect.stringMatching(/too large/),
      });
    });
  });

  it.each<[string, Answer]>([
    ['says nothing', mute],
    ['breaks the connection', hangUp],
    ['fails', status(500)],
  ])('lists a recording and %s about whether it is finished: it is not taken for finished', async (_what, ail) => {
    const mine = await connected();
    const healthy = healthyAnswer(sick.url);
    sick.answer = (request, response, path) => {
      if (path === '/ari/recordings/stored') status(200, '[{"name":"name-1","format":"wav"}]')(request, response, path);
      else (path.startsWith('/ari/recordings/live/') ? ail : healthy)(request, response, path);
    };
    await expect(mine.recordings('name-')).rejects.toMatchObject({ name: 'PbxError' });
    expect(await mine.recordings('other-')).toEqual([]);
  });

  it('tells of a recording that failed, and of words nobody knows: these are heard as far as they can be', async () => {
    await connected();
    const recording = { name: 'name-1', target_uri: 'channel:1.1', state: 'failed', format: 'wav' };
    sick.send({ type: 'RecordingFailed', recording });
    expect(await ears.until('recording-ended')).toEqual({
      type: 'recording-ended',
      channel: '1.1',
      recording: 'name-1',
      failed: true,
    });
    sick.send({ type: 'StasisStart', args: ['called-back', 'one', 'perhaps'], channel: { id: '1.2' } });
    expect(await ears.until('called-back')).toMatchObject({ order: 'one', answer: 'failed' });
  });

  it('goes deaf with its socket open: that is found within two heartbeats, and the socket replaced', async () => {
    await connected();
    sick.pongs = false;
    const since = performance.now();
    expect(await ears.until('disconnected')).toMatchObject({ reason: 'the event socket does not answer' });
    expect(performance.now() - since).toBeLessThan(2 * heartbeatMs + 150);
    sick.pongs = true;
    await recovers();
  });

  it.each<[string, (sick: SickAri) => void]>([
    ['an event nobody knows', (it) => it.send({ type: 'ChannelLevitated', channel: { id: '1.1' } })],
    ['a frame that is no JSON', (it) => it.send('{"type":"StasisEnd","chan')],
    ['an event with its fields wrong', (it) => it.send({ type: 'PlaybackStarted', playback: { target_uri: 7 } })],
    ['an empty frame', (it) => it.send('')],
  ])('sends %s: the next event is heard', async (_what, send) => {
    await connected();
    send(sick);
    sick.send({ type: 'StasisEnd', channel: { id: '1.1' } });
    await ears.until('left');
    expect(ears.all('disconnected')).toEqual([]);
  });

  it('sends bytes that are no WebSocket frame: the socket is replaced', async () => {
    await connected();
    sick.sendBytes(Buffer.from('HTTP/1.1 500 no such thing\r\n\r\n'));
    await ears.until('disconnected');
    await recovers();
  });

  it('is heard also by a listener that throws', async () => {
    const warn = jest.spyOn(process, 'emitWarning').mockReturnValue();
    await client(sick.url).start((event) => {
      ears.hear(event);
      throw new Error('a defect of the listener');
    });
    sick.send({ type: 'StasisEnd', channel: { id: '1.1' } });
    sick.send({ type: 'StasisEnd', channel: { id: '1.2' } });
    await ears.until('left', ({ channel }) => channel === '1.2');
    expect(warn).toHaveBeenCalledWith(expect.stringMatching(/a defect of the listener/));
    warn.mockRestore();
  });

  it('refuses the password: the reason says so, and it is tried on', async () => {
    sick.answer = status(401);
    void client(sick.url).start(ears.hear);
    expect(await ears.until('disconnected')).toMatchObject({ reason: expect.stringMatching(/password.*401/) });
    await eventually(() => (sick.requests.length >= 3 ? true : undefined));
    await recovers();
  });

  it.each([1, 2, 3, 7, 11])('dies at request %d of connecting: no harm is done, and it is tried on', async (fatal) => {
    const healthy = healthyAnswer(sick.url);
    let count = 0;
    sick.answer = (request, response, path) => {
      count += 1;
      if (count % fatal === 0) hangUp(request);
      else healthy(request, response, path);
    };
    void client(sick.url).start(ears.hear);
    await ears.until('disconnected');
    await recovers();
  });

  it.each([1, 2, 3, 7])('falls mute after request %d of connecting: no connection is kept', async (last) => {
    const healthy = healthyAnswer(sick.url);
    let count = 0;
    sick.answer = (request, response, path) => {
      count += 1;
      (count <= last ? healthy : mute)(request, response, path);
    };
    void client(sick.url, { connectTimeoutMs: 300 }).start(ears.hear);
    await ears.until('disconnected');
    await recovers();
  });

  it.each<[string, Answer]>([
    ['an error', status(500)],
    ['no JSON', (_q, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html></html>')],
    ['JSON of something else', status(200, '{"apis":7}')],
    ['an empty object', status(200, '{}')],
    ['resources without operations', status(200, '{"swaggerVersion":"1.1","apis":[{"path":"/api-docs/x.json"}]}')],
  ])('describes its API with %s: no harm is done, and it is tried on', async (_what, answer) => {
    const healthy = healthyAnswer(sick.url);
    sick.answer = (request, response, path) => {
      const described = path.startsWith('/ari/api-docs/') && !path.endsWith('resources.json');
      (described ? answer : healthy)(request, response, path);
    };
    void client(sick.url, { connectTimeoutMs: 200 }).start(ears.hear);
    await ears.until('disconnected');
    const sofar = sick.requests.length;
    sick.answer = answer;
    await eventually(() => (sick.requests.length > sofar + 3 ? true : undefined));
    await recovers();
  });

  it.each<[string, SickAri['upgrade']]>([
    ['refuses', (_request, socket) => socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n')],
    ['breaks', (_request, socket) => socket.destroy()],
    ['does not answer', mute],
  ])('%s the event socket: it is tried on', async (_what, upgrade) => {
    const well = sick.upgrade;
    sick.upgrade = upgrade;
    void client(sick.url, { connectTimeoutMs: 200 }).start(ears.hear);
    await ears.until('disconnected');
    sick.upgrade = well;
    await recovers();
  });

  it('refuses the event filter: the event socket is given up, and it is tried on', async () => {
    const healthy = healthyAnswer(sick.url);
    sick.answer = (request, response, path) =>
      (path.endsWith('/eventFilter') ? status(400, '{"message":"Invalid filter"}') : healthy)(request, response, path);
    void client(sick.url).start(ears.hear);
    expect(await ears.until('disconnected')).toMatchObject({ reason: expect.stringMatching(/Invalid filter/) });
    await recovers();
  });

  describe('is asked for its trunks', () => {
    const absent = status(404, '{"message":"Endpoint not found"}');

    /** The first connection with these trunks to look for, of which the exchange answers for `ailing` as told. */
    async function watching(trunks: readonly string[], ailing: string, ail: Answer): Promise<AsteriskPbx> {
      const healthy = healthyAnswer(sick.url);
      sick.answer = (request, response, path) => {
        if (path === `/ari/endpoints/PJSIP/${ailing}`) ail(request, response, path);
        else (path === '/ari/endpoints/PJSIP/absent' ? absent : healthy)(request, response, path);
      };
      const mine = client(sick.url);
      mine.watch(trunks);
      await mine.start(ears.hear);
      return mine;
    }

    it.each<[string, Answer]>([
      ['says nothing', mute],
      ['breaks the connection', hangUp],
      ['fails', status(500)],
      ['answers with half a word', status(200, '{"technology":"PJ')],
    ])('and %s about one: that trunk is not called unknown, and nothing else suffers', async (_what, ail) => {
      const mine = await watching(['hikari', 'absent'], 'hikari', ail);
      expect(await ears.until('trunk-unknown')).toMatchObject({ trunk: 'absent' });
      expect(await mine.waitingChannels()).toEqual([]);
      await eventually(() => (mine.gauges().pendingRequests === 0 ? true : undefined));
      expect(ears.all('trunk-unknown')).toHaveLength(1);
      expect(ears.all('disconnected')).toEqual([]);
    });

    it('and answers late, when others are watched: that is no news any more', async () => {
      let answerNow = (): void => undefined;
      const mine = await watching(['slow'], 'slow', (request, response, path) => {
        answerNow = () => absent(request, response, path);
      });
      await eventually(() => (sick.requests.includes('GET /ari/endpoints/PJSIP/slow') ? true : undefined));
      mine.watch(['absent']);
      await ears.until('trunk-unknown');
      answerNow();
      await eventually(() => (mine.gauges().pendingRequests === 0 ? true : undefined));
      expect(ears.all('trunk-unknown')).toEqual([{ type: 'trunk-unknown', trunk: 'absent' }]);
    });

    it('whose names hold signs of their own: each is asked for by its whole name', async () => {
      await watching(['a/b@c.example?d'], 'none', mute);
      await eventually(() =>
        sick.requests.includes('GET /ari/endpoints/PJSIP/a%2Fb%40c.example%3Fd') ? true : undefined,
      );
    });
  });

  it('fails thirty times in a row, more than ari-client would try: it is found when it is well', async () => {
    sick.answer = hangUp;
    void client(sick.url, { backoffMs: () => 5 }).start(ears.hear);
    await eventually(() => (sick.requests.length >= 30 ? true : undefined));
    await recovers();
  });

  it('breaks the event socket thirty times in a row: one is open in the end', async () => {
    await connected({ backoffMs: () => 1 });
    for (let time = 1; time <= 30; time += 1) {
      await ears.until('connected', () => ears.all('connected').length === time);
      sick.breakAll();
    }
    await ears.until('connected', () => ears.all('connected').length === 31);
    await eventually(() => (sick.openEventSockets() === 1 ? true : undefined));
    expect(sick.eventSockets()).toBe(31);
  });

  it('gives the name to another client: that is told, and the name is not taken back', async () => {
    await connected();
    sick.send({ type: 'ApplicationReplaced', application: 'denwaban' });
    await ears.until('replaced');
    await ears.until('disconnected');
    await pause(100);
    expect(sick.eventSockets()).toBe(1);
    expect(sick.openEventSockets()).toBe(0);
  });

  it.each<[string, (sick: SickAri) => void, string]>([
    [
      'knocks',
      (it) => {
        it.answer = mute;
      },
      'GET /ari/api-docs/resources.json',
    ],
    [
      'loads the API description',
      (it) => {
        const healthy = healthyAnswer(it.url);
        it.answer = (q, r, path) => (path.endsWith('/channels.json') ? mute() : healthy(q, r, path));
      },
      'GET /ari/api-docs/channels.json',
    ],
    [
      'sets the event filter',
      (it) => {
        const healthy = healthyAnswer(it.url);
        it.answer = (q, r, path) => (path.endsWith('/eventFilter') ? mute() : healthy(q, r, path));
      },
      'PUT /ari/applications/denwaban/eventFilter',
    ],
  ])('is left at once while the client %s', async (_what, ail, last) => {
    ail(sick);
    const mine = client(sick.url, { requestTimeoutMs: 5_000, connectTimeoutMs: 5_000 });
    void mine.start(ears.hear);
    await eventually(() => (sick.requests.includes(last) ? true : undefined));
    const asked = performance.now();
    await mine.stop();
    expect(performance.now() - asked).toBeLessThan(100);
  });

  it('is left at once while the client waits for the event socket, and between two tries', async () => {
    sick.upgrade = mute;
    const waiting = client(sick.url, { connectTimeoutMs: 5_000 });
    void waiting.start(ears.hear);
    await eventually(() => (sick.eventSockets() === 1 ? true : undefined));
    await waiting.stop();
    const trying = client(sick.url, { backoffMs: () => 60_000 });
    sick.answer = hangUp;
    void trying.start(ears.hear);
    await ears.until('disconnected');
    await trying.stop();
  });
});

/** Bytes without an end, as fast as they are taken. */
function pourForEver(_request: unknown, response: ServerResponse): void {
  const chunk = Buffer.alloc(1_000_000);
  response.writeHead(200);
  const pour = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', pour);
  pour();
}

function breakOff(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Length': 99 }).write('RIFF', () => request.socket.destroy());
}

describe('an exchange that is not there', () => {
  it('is tried until it is', async () => {
    const nobody = createServer((socket: Socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(nobody, 'listening');
    const { port } = nobody.address() as AddressInfo;
    nobody.close();
    await once(nobody, 'close');
    void client(`http://127.0.0.1:${port}`).start(ears.hear);
    expect(await ears.until('disconnected')).toMatchObject({ reason: expect.stringMatching(/ECONNREFUSED/) });
  });
});

describe('a real Asterisk', () => {
  let asterisk: AsteriskInstance;

  beforeAll(async () => {
    asterisk = await startAsterisk({ configuration: join(__dirname, '../../asterisk-conf') });
  }, 30_000);
  afterAll(() => asterisk.stop());

  const real = (more: Partial<AsteriskPbxOptions> = {}): AsteriskPbx =>
    client(asterisk.ariUrl, { password: asterisk.ariPassword, ...more });

  it('that is frozen is found deaf, and found again when it thaws', async () => {
    await real().start(ears.hear);
    asterisk.freeze();
    await ears.until('disconnected');
    await expect(pbx?.waitingChannels()).rejects.toMatchObject({ kind: 'unreachable' });
    await pause(300);
    asterisk.thaw();
    await ears.until('connected', () => ears.all('connected').length === 2);
    expect(await pbx?.waitingChannels()).toEqual([]);
    expect(ears.all('replaced')).toEqual([]);
  });

  it('that was killed is found again when it is started anew', async () => {
    await real().start(ears.hear);
    await asterisk.kill();
    await ears.until('disconnected');
    await asterisk.start();
    await ears.until('connected', () => ears.all('connected').length === 2);
    expect(await pbx?.waitingChannels()).toEqual([]);
  });

  it.each([0, 10, 30])('that is killed %d ms after connecting began does no harm', async (ms) => {
    void real().start(ears.hear);
    await pause(ms);
    await asterisk.kill();
    await ears.until('disconnected');
    await asterisk.start();
    await ears.until('connected', () => pbx?.gauges().connected === true);
  });

  it('says that the password is wrong', async () => {
    void real({ password: 'wrong' }).start(ears.hear);
    expect(await ears.until('disconnected')).toMatchObject({ reason: expect.stringMatching(/password.*401/) });
  });
});
