import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RecordedSpeech } from '../../../src/call/recorded-speech';
import type { KeptRecording } from '../../../src/journal/sequel';
import { PbxError } from '../../../src/pbx/pbx';
import { RecordingShelf } from '../../../src/recordings/shelf';
import { readWav, writeWav } from '../../../src/recordings/wav';
import { announcement, joined, samplesOf, silence } from '../recordings/sounds';

const id = '3f0c8f0e-8a3b-4b5f-9d0e-2f6a1c7b8d90';
const other = '3f0c8f0e-8a3b-4b5f-9d0e-2f6a1c7b8d91';
const name = `denwaban-name-1-${id}`;
const message = `denwaban-message-${id}`;

const spoken = writeWav(samplesOf(joined(silence(1_000), announcement('ja', 'name-please.wav'), silence(3_000))));
const silent = writeWav(new Int16Array(40_000));
const rubbish = Buffer.from('{"message":"no recording"}');

let home: string;
let folder: string;
let stored: Map<string, Uint8Array>;
let warnings: string[];
let read: (recording: string) => Promise<Uint8Array>;
let speech: RecordedSpeech;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'denwaban-speech-'));
  folder = join(home, 'recordings');
  stored = new Map();
  warnings = [];
  read = async (recording) => {
    const wav = stored.get(recording);
    if (wav === undefined) throw new PbxError('not-found', 'read recording', 'Recording not found');
    return wav;
  };
  speech = new RecordedSpeech({
    pbx: {
      recordings: async (prefix) => [...stored.keys()].filter((recording) => recording.startsWith(prefix)),
      readRecording: (recording) => read(recording),
      dropRecording: async (recording) => void stored.delete(recording),
    },
    shelf: new RecordingShelf(folder),
    log: { info: () => undefined, warn: (event) => warnings.push(event), error: () => undefined },
  });
});
afterEach(() => rmSync(home, { recursive: true }));

const heldByExchange = () => [...stored.keys()];

describe('while the caller waits', () => {
  it('it is found out where the first word is', async () => {
    stored.set(name, spoken);
    const { spoken: said, offsetMs } = await speech.measure(name);
    expect(said).toBe(true);
    expect(offsetMs).toBeGreaterThan(700);
    expect(offsetMs).toBeLessThan(1_100);
  });

  it('it is found out that nothing was said', async () => {
    stored.set(name, silent);
    expect(await speech.measure(name)).toEqual({ spoken: false, offsetMs: 0 });
  });

  it.each<[string, () => Promise<Uint8Array>]>([
    ['is not there', () => Promise.reject(new PbxError('not-found', 'read recording', 'Recording not found'))],
    ['cannot be had', () => Promise.reject(new PbxError('unreachable', 'read recording', 'no answer in time'))],
    ['is none', async () => rubbish],
  ])('nobody is refused because the recording %s', async (_, answer) => {
    read = answer;
    expect(await speech.measure(name)).toEqual({ spoken: true, offsetMs: 0 });
  });

  it('nobody waits for an exchange that does not answer', async () => {
    jest.useFakeTimers();
    try {
      read = () => new Promise(() => undefined);
      const measured = speech.measure(name);
      await jest.advanceTimersByTimeAsync(1_500);
      expect(await measured).toEqual({ spoken: true, offsetMs: 0 });
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('when the call is over', () => {
  it('the spoken part of a message is kept, and the exchange forgets it', async () => {
    stored.set(message, spoken);
    const kept = await speech.collectMessage(id);
    expect(kept).toEqual({ file: `${id}-message.wav`, seconds: expect.any(Number) });
    const seconds = (readWav(readFileSync(join(folder, `${id}-message.wav`)))?.length ?? 0) / 8_000;
    expect(seconds).toBeCloseTo(kept?.seconds ?? 0, 1);
    expect(seconds).toBeLessThan(spoken.length / 16_000 - 3);
    expect(heldByExchange()).toEqual([]);
  });

  it('a name is kept, and the exchange forgets every attempt', async () => {
    stored.set(name, silent).set(`denwaban-name-2-${id}`, spoken).set(`denwaban-name-1-${other}`, spoken);
    expect(await speech.collectName(id, 'name-2')).toMatchObject({ file: `${id}-name.wav` });
    await speech.settled();
    expect(heldByExchange()).toEqual([`denwaban-name-1-${other}`]);
  });

  it.each<[string, Uint8Array]>([
    ['in which nothing is said', silent],
    ['of no length', writeWav(new Int16Array())],
    ['that a full disk left empty', new Uint8Array()],
  ])('a message %s is none', async (_, bytes) => {
    stored.set(message, bytes);
    expect(await speech.collectMessage(id)).toBeNull();
    expect(heldByExchange()).toEqual([]);
    expect(warnings).toEqual([]);
  });

  it('who hung up before the tone has left none, which is no failure', async () => {
    expect(await speech.collectMessage(id)).toBeNull();
    expect(warnings).toEqual([]);
  });

  it('what cannot be kept stays with the exchange, and that is told', async () => {
    writeFileSync(folder, 'a file where the folder should be');
    stored.set(message, spoken);
    expect(await speech.collectMessage(id)).toBeNull();
    expect(heldByExchange()).toEqual([message]);
    expect(warnings).toEqual(['recording-failed']);
  });

  it('what cannot be read is not thrown away unheard', async () => {
    stored.set(message, rubbish);
    expect(await speech.collectMessage(id)).toBeNull();
    expect(heldByExchange()).toEqual([message]);
    expect(warnings).toEqual(['recording-failed']);
  });
});

describe('after a connection was made', () => {
  const adopt = async (isOpen: (call: string) => boolean = () => false): Promise<[string, KeptRecording][]> => {
    const found: [string, KeptRecording][] = [];
    await speech.adoptLeftOvers(isOpen, (call, kept) => found.push([call, kept]));
    return found;
  };

  it('messages that nobody fetched are kept, and names that nobody will hear are forgotten', async () => {
    stored.set(name, spoken).set(message, spoken).set(`denwaban-message-${other}`, silent).set('voicemail-1', spoken);
    expect(await adopt()).toEqual([[id, { file: `${id}-message.wav`, seconds: expect.any(Number) }]]);
    expect(readdirSync(folder)).toEqual([`${id}-message.wav`]);
    expect(heldByExchange()).toEqual(['voicemail-1']);
  });

  it('those of calls under way are left alone', async () => {
    stored.set(name, spoken).set(message, spoken);
    expect(await adopt((call) => call === id)).toEqual([]);
    expect(heldByExchange()).toEqual([name, message]);
  });

  it('an exchange that is gone again is told of, and nothing is thrown', async () => {
    stored.set(message, spoken);
    read = () => Promise.reject(new PbxError('unreachable', 'read recording', 'not connected'));
    expect(await adopt()).toEqual([]);
    expect(warnings).toEqual(['recording-failed']);
  });
});
