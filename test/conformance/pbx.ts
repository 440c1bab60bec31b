import { randomUUID } from 'node:crypto';
import type { CallOrder, Pbx, PbxError, PbxEvent, RecordingLimits } from '../../src/pbx/pbx';
import { type CallBackAnswer, callBackAnswers, type StaffAnswer, staffAnswers } from '../../src/text/answers';
import type { Landing } from '../fakes/fake-exchange';
import { held, untilHeld } from '../support/handles';
import { type Ears, listen } from './pbx-ears';

/** An exchange to try the port on, and what may happen there. */
export interface PbxOnTrial {
  /** A client that is not started yet. */
  client(): Pbx;
  /** Somebody dials `called`; the dialplan hands the call to the application, with `1` and `exten=…` as arguments. */
  dial(called: string): Promise<CallerOnTrial>;
  /** Where the channel went on: the contexts `landing`, which ends the call, and `parlour`, which keeps it ringing. */
  landing(channel: string, variable: string): Promise<Landing>;
  /** Somebody takes a call that is in the `parlour`. */
  pickUp(channel: string): Promise<void>;
  /** Somebody of the office dials a code for `action`; the telephone is called `office-phone`. */
  dialCode(action: string): Promise<CallerOnTrial>;
  /** A place where an order comes to nothing but `answer`, which is told. */
  order(id: string, answer: CallBackAnswer): CallOrder;
  /** Where exchanges do it by themselves, nothing: the order is carried out. */
  carryOut(id: string, answer: CallBackAnswer): Promise<void>;
  /** The exchange goes down with all its calls. */
  down(): Promise<void>;
  up(): Promise<void>;
  readonly sounds: { readonly short: string; readonly long: string };
  readonly trunks: { readonly known: string; readonly unknown: string };
  /** Ends everything. */
  end(): Promise<void>;
}

export interface CallerOnTrial {
  readonly sipCallId: string;
  untilAnswered(): Promise<void>;
  /** Only on an answered call. */
  press(digit: string): Promise<void>;
  /** Says something for about a second; only on an answered call. */
  speak(): Promise<void>;
  hangUp(): Promise<void>;
}

/** Ends when the caller has said something and is silent. */
const untilSilence: RecordingLimits = { maxSeconds: 20, silenceSeconds: 1 };
/** Outlasts the test. */
const forLong: RecordingLimits = { maxSeconds: 60, silenceSeconds: 60 };

/** What every {@link Pbx} does, whatever is behind it. */
export function pbxConformance(name: string, open: () => Promise<PbxOnTrial>): void {
  describe(`the exchange's contract, kept by ${name}`, () => {
    let trial: PbxOnTrial;
    let pbx: Pbx;
    let ears: Ears;
    const started: Pbx[] = [];

    beforeEach(async () => {
      trial = await open();
      pbx = trial.client();
      ears = listen();
    });
    afterEach(async () => {
      for (const client of started.splice(0)) await client.stop();
      await trial.end();
    });

    async function start(client: Pbx = pbx, hear: (event: PbxEvent) => void = ears.hear): Promise<void> {
      started.push(client);
      await client.start(hear);
    }

    /** A caller who waits in our application. */
    async function arrive(called = '0312345678'): Promise<{ caller: CallerOnTrial; channel: string }> {
      const caller = await trial.dial(called);
      const { channel } = await ears.until('arrived', ({ sipCallId }) => sipCallId === caller.sipCallId);
      return { caller, channel };
    }

    it('tells that it is connected, and says so in its gauges', async () => {
      expect(pbx.gauges().connected).toBe(false);
      await start();
      await ears.until('connected');
      expect(pbx.gauges()).toEqual({ connected: true, pendingRequests: 0, listeners: 0 });
    });

    it('tells of a call with its extension, its arguments and its Call-ID', async () => {
      await start();
      const caller = await trial.dial('0312345678');
      expect(await ears.until('arrived')).toEqual({
        type: 'arrived',
        channel: expect.any(String),
        sipCallId: caller.sipCallId,
        extension: '0312345678',
        args: ['1', 'exten=0312345678'],
      });
      await caller.hangUp();
    });

    it('plays a sound, and tells when it begins and when it has ended', async () => {
      await start();
      const { caller, channel } = await arrive();
      await pbx.play(channel, 'one', trial.sounds.short);
      expect(await ears.until('playback-started')).toEqual({ type: 'playback-started', channel, playback: 'one' });
      expect(await ears.until('playback-ended')).toEqual({
        type: 'playback-ended',
        channel,
        playback: 'one',
        failed: false,
      });
      await caller.hangUp();
    });

    it('tells that a sound which is not there failed', async () => {
      await start();
      const { caller, channel } = await arrive();
      await pbx.play(channel, 'one', 'denwaban/no-such-sound');
      expect(await ears.until('playback-ended')).toMatchObject({ playback: 'one', failed: true });
      await caller.hangUp();
    });

    it('stops a sound at once; stopping it again finds nothing', async () => {
      await start();
      const { caller, channel } = await arrive();
      await pbx.play(channel, 'one', trial.sounds.long);
      await ears.until('playback-started');
      await pbx.stopPlayback('one');
      expect(await ears.until('playback-ended')).toMatchObject({ playback: 'one', failed: false });
      await expect(pbx.stopPlayback('one')).rejects.toMatchObject(pbxError('not-found'));
      await caller.hangUp();
    });

    it('answers', async () => {
      await start();
      const { caller, channel } = await arrive();
      await pbx.answer(channel);
      await caller.untilAnswered();
      await caller.hangUp();
    });

    it('tells of every key pressed, in order', async () => {
      await start();
      const { caller, channel } = await arrive();
      await pbx.answer(channel);
      await caller.untilAnswered();
      for (const digit of ['7', '7', '*']) await caller.press(digit);
      await ears.until('digit', ({ digit }) => digit === '*');
      expect(ears.all('digit')).toEqual(['7', '7', '*'].map((digit) => ({ type: 'digit', channel, digit })));
      await caller.hangUp();
    });

    it.each([
      ['plain', 'ALLOW||||'],
      ['of the dialplan', `REJECT|80/40|[a]|rule(+80)|;,"'\\{}()$[1+1]\${EXTEN}%20&?=#`],
      ['of Japan', 'SCREEN|130/40|[確認済]|国外からの固定電話|'],
    ])('sets a variable that the dialplan can read, with characters %s', async (_kind, value) => {
      await start();
      const { channel } = await arrive();
      await pbx.setVariable(channel, 'CONFORMANCE', value);
      await pbx.continueAt(channel, 'landing', '0312345678');
      const { variables } = await trial.landing(channel, 'CONFORMANCE');
      expect(variables.get('CONFORMANCE')).toBe(value);
    });

    it('hands a channel to a place in the dialplan, and tells that it has left', async () => {
      await start();
      const { channel } = await arrive();
      await pbx.continueAt(channel, 'landing', '433');
      await ears.until('left', (event) => event.channel === channel);
      expect(await trial.landing(channel, 'CONFORMANCE')).toMatchObject({ context: 'landing', extension: '433' });
    });

    it('lets a channel on its way only when what plays has ended', async () => {
      await start();
      const { channel } = await arrive();
      await pbx.play(channel, 'one', trial.sounds.long);
      await ears.until('playback-started');
      await pbx.continueAt(channel, 'landing', '433');
      expect(ears.all('left')).toEqual([]);
      await pbx.stopPlayback('one');
      await ears.until('left');
      expect(ears.order('playback-ended', 'left')).toEqual(['playback-ended', 'left']);
    });

    it('tells that the caller hung up, and that the channel left', async () => {
      await start();
      const { caller, channel } = await arrive();
      await caller.hangUp();
      expect(await ears.until('hung-up')).toEqual({ type: 'hung-up', channel });
      await ears.until('left', (event) => event.channel === channel);
      expect(ears.order('hung-up', 'left')).toEqual(['hung-up', 'left']);
    });

    it('tells once that a call is over, as the last of it, also when it never went on', async () => {
      await start();
      const { caller, channel } = await arrive();
      await pbx.answer(channel);
      await caller.untilAnswered();
      await caller.hangUp();
      expect(await ears.until('ended')).toEqual({
        type: 'ended',
        channel,
        answered: false,
        staff: null,
        message: false,
      });
      expect(ears.order('hung-up', 'left', 'ended').slice(-2)).toEqual(['left', 'ended']);
      expect(ears.all('ended')).toHaveLength(1);
    });

    it.each([
      ['rang in vain', false, false, false],
      ['was taken', false, true, true],
      ['had been answered for a challenge and rang in vain', true, false, false],
    ])('tells of a call that went on and %s', async (_what, answeredByUs, pickedUp, answered) => {
      await start();
      const { caller, channel } = await arrive();
      if (answeredByUs) {
        await pbx.answer(channel);
        await caller.untilAnswered();
      }
      await pbx.continueAt(channel, 'parlour', '1');
      await ears.until('left');
      if (pickedUp) {
        await trial.pickUp(channel);
        await caller.untilAnswered();
      }
      expect(ears.all('ended')).toEqual([]);
      await caller.hangUp();
      expect(await ears.until('ended')).toEqual({ type: 'ended', channel, answered, staff: null, message: false });
      expect(ears.order('left', 'ended')).toEqual(['left', 'ended']);
    });

    it('tells of the end of a call that another client handed on', async () => {
      await start();
      const { caller, channel } = await arrive();
      await pbx.continueAt(channel, 'parlour', '1');
      await ears.until('left');
      await pbx.stop();
      const successor = listen();
      await start(trial.client(), successor.hear);
      await caller.hangUp();
      expect(await successor.until('ended')).toEqual({
        type: 'ended',
        channel,
        answered: false,
        staff: null,
        message: false,
      });
      expect(successor.order('arrived', 'left')).toEqual([]);
    });

    it.each<[StaffAnswer | null, boolean]>([
      ...staffAnswers.map((answer): [StaffAnswer, boolean] => [answer, false]),
      ['message', true],
      [null, true],
    ])(
      'tells at the end of a call what the office pressed, %s, and whether a message was asked for, %s',
      async (staff, message) => {
        await start();
        const { caller, channel } = await arrive();
        await pbx.setVariable(channel, 'DENWABAN_STAFF', staff ?? '');
        await pbx.setVariable(channel, 'DENWABAN_MESSAGE', message ? 'yes' : '');
        await pbx.continueAt(channel, 'parlour', '1');
        await ears.until('left');
        await caller.hangUp();
        expect(await ears.until('ended')).toEqual({
          type: 'ended',
          channel,
          answered: staff === 'taken',
          staff,
          message,
        });
      },
    );

    describe('records', () => {
      /** A caller who has been answered and is being recorded under a name that nobody else uses. */
      async function beRecorded(
        limits: RecordingLimits,
        kind: string = limits === forLong ? 'long' : 'name',
      ): Promise<{ caller: CallerOnTrial; channel: string; recording: string }> {
        const { caller, channel } = await arrive();
        await pbx.answer(channel);
        await caller.untilAnswered();
        const recording = `denwaban-${kind}-1-${randomUUID()}`;
        await pbx.record(channel, recording, limits);
        return { caller, channel, recording };
      }

      it('what is said, until there is silence, and tells when it can be read', async () => {
        await start();
        const { caller, channel, recording } = await beRecorded(untilSilence);
        await caller.speak();
        expect(await ears.until('recording-ended')).toEqual({
          type: 'recording-ended',
          channel,
          recording,
          failed: false,
        });
        const wav = Buffer.from(await pbx.readRecording(recording));
        expect(wavFormat(wav)).toEqual({ form: 'RIFF WAVE', coding: 1, channels: 1, rate: 8_000, bits: 16 });
        // The silence that ended it is not kept.
        expect(secondsOf(wav)).toBeGreaterThan(0.9);
        expect(secondsOf(wav)).toBeLessThan(1.9);
        await caller.hangUp();
      });

      it('until it is stopped, and keeps what was said; stopping it again finds nothing', async () => {
        await start();
        const { caller, recording } = await beRecorded(forLong);
        await caller.speak();
        await pbx.stopRecording(recording);
        expect(await ears.until('recording-ended')).toMatchObject({ recording, failed: false });
        expect(secondsOf(Buffer.from(await pbx.readRecording(recording)))).toBeGreaterThan(0.9);
        await expect(pbx.stopRecording(recording)).rejects.toMatchObject(pbxError('not-found'));
        await caller.hangUp();
      });

      it('and hears keys meanwhile', async () => {
        await start();
        const { caller, channel, recording } = await beRecorded(forLong);
        await caller.press('#');
        expect(await ears.until('digit')).toEqual({ type: 'digit', channel, digit: '#' });
        expect(ears.all('recording-ended')).toEqual([]);
        await pbx.stopRecording(recording);
        await ears.until('recording-ended');
        await caller.hangUp();
      });

      it('until the caller hangs up, and keeps what was said', async () => {
        await start();
        const { caller, channel, recording } = await beRecorded(forLong);
        await caller.speak();
        await caller.hangUp();
        await ears.until('ended');
        expect(ears.order('hung-up', 'recording-ended', 'left', 'ended').slice(0, 4)).toEqual([
          'hung-up',
          'recording-ended',
          'left',
          'ended',
        ]);
        expect(ears.all('recording-ended')).toEqual([{ type: 'recording-ended', channel, recording, failed: false }]);
        expect(secondsOf(Buffer.from(await pbx.readRecording(recording)))).toBeGreaterThan(0.9);
      });

      it('and lets a channel on its way only when that has ended', async () => {
        await start();
        const { channel, recording } = await beRecorded(forLong);
        await pbx.continueAt(channel, 'landing', '433');
        expect(ears.all('left')).toEqual([]);
        await pbx.stopRecording(recording);
        await ears.until('left');
        expect(ears.order('recording-ended', 'left')).toEqual(['recording-ended', 'left']);
      });

      it('under a name that was used before: the older one is replaced', async () => {
        await start();
        const { caller, channel, recording } = await beRecorded(untilSilence);
        await caller.speak();
        await ears.until('recording-ended');
        const before = (await pbx.readRecording(recording)).length;
        await pbx.record(channel, recording, forLong);
        await pbx.stopRecording(recording);
        await ears.until('recording-ended', () => ears.all('recording-ended').length === 2);
        expect((await pbx.readRecording(recording)).length).not.toBe(before);
        expect(await pbx.recordings(recording)).toEqual([recording]);
        await caller.hangUp();
      });

      it('and lists what is finished, by the beginning of its name', async () => {
        await start();
        const one = await beRecorded(forLong, 'long-of-two-one');
        const two = await beRecorded(forLong, 'long-of-two-two');
        expect(await pbx.recordings('denwaban-long-of-two-')).toEqual([]);
        await pbx.stopRecording(one.recording);
        await ears.until('recording-ended');
        expect(await pbx.recordings('denwaban-long-of-two-')).toEqual([one.recording]);
        await pbx.stopRecording(two.recording);
        await ears.until('recording-ended', ({ recording }) => recording === two.recording);
        expect([...(await pbx.recordings('denwaban-long-of-two-'))].sort()).toEqual([one.recording, two.recording]);
        expect(await pbx.recordings('denwaban-long-of-two-two')).toEqual([two.recording]);
        expect(await pbx.recordings('denwaban-message-')).toEqual([]);
        await one.caller.hangUp();
        await two.caller.hangUp();
      });

      it('and forgets what it is told to forget; forgetting it again does no harm', async () => {
        await start();
        const { caller, recording } = await beRecorded(forLong);
        await pbx.stopRecording(recording);
        await ears.until('recording-ended');
        await pbx.dropRecording(recording);
        await pbx.dropRecording(recording);
        expect(await pbx.recordings(recording)).toEqual([]);
        await expect(pbx.readRecording(recording)).rejects.toMatchObject(pbxError('not-found'));
        await caller.hangUp();
      });

      it('nothing of a caller who is gone', async () => {
        await start();
        await expect(pbx.readRecording('denwaban-name-1-none')).rejects.toMatchObject(pbxError('not-found'));
        await expect(pbx.stopRecording('denwaban-name-1-none')).rejects.toMatchObject(pbxError('not-found'));
      });
    });

    it.each(callBackAnswers)('calls out, and tells once what became of it: %s', async (answer) => {
      await start();
      const id = randomUUID();
      await pbx.callOut(trial.order(id, answer));
      await trial.carryOut(id, answer);
      expect(await ears.until('called-back')).toEqual({ type: 'called-back', order: id, answer });
      expect(await pbx.waitingChannels()).toEqual([]);
      expect(ears.order('called-back', 'arrived', 'left', 'hung-up', 'ended', 'digit')).toEqual(['called-back']);
    });

    it('keeps two orders apart', async () => {
      await start();
      const [one, two] = [randomUUID(), randomUUID()];
      await Promise.all([pbx.callOut(trial.order(one, 'no')), pbx.callOut(trial.order(two, 'busy'))]);
      await Promise.all([trial.carryOut(one, 'no'), trial.carryOut(two, 'busy')]);
      await ears.until('called-back', () => ears.all('called-back').length === 2);
      const told = Object.fromEntries(ears.all('called-back').map(({ order, answer }) => [order, answer]));
      expect(told).toEqual({ [one]: 'no', [two]: 'busy' });
    });

    describe('tells of a code that the office dialled', () => {
      it('with the telephone it came from, and hands it back like a caller', async () => {
        await start();
        await trial.dialCode('next-withheld');
        const code = await ears.until('staff-code');
        expect(code).toEqual({
          type: 'staff-code',
          channel: expect.any(String),
          action: 'next-withheld',
          by: 'office-phone',
        });
        await pbx.setVariable(code.channel, 'CONFORMANCE', 'done');
        await pbx.continueAt(code.channel, 'landing', '1');
        const { variables } = await trial.landing(code.channel, 'CONFORMANCE');
        expect(variables.get('CONFORMANCE')).toBe('done');
        await ears.until('left');
        expect(ears.order('arrived', 'ended')).toEqual([]);
      });

      it('and never lists it among the callers who wait', async () => {
        await start();
        const phone = await trial.dialCode('pause');
        const { channel } = await ears.until('staff-code');
        const { channel: callers } = await arrive();
        expect((await pbx.waitingChannels()).map((one) => one.channel)).toEqual([callers]);
        await phone.hangUp();
        await ears.until('left', (event) => event.channel === channel);
      });
    });

    it('tells which trunks are not there, asked before and after it is started, and after every connection', async () => {
      const { known, unknown } = trial.trunks;
      pbx.watch([known, unknown]);
      await start();
      expect(await ears.until('trunk-unknown')).toEqual({ type: 'trunk-unknown', trunk: unknown });
      await trial.down();
      await ears.until('disconnected');
      await trial.up();
      await ears.until('trunk-unknown', () => ears.all('trunk-unknown').length === 2);
      pbx.watch(['another']);
      expect(await ears.until('trunk-unknown', ({ trunk }) => trunk !== unknown)).toMatchObject({ trunk: 'another' });
      expect(ears.all('trunk-unknown')).toHaveLength(3);
    });

    const commands: readonly (readonly [string, (client: Pbx, channel: string) => Promise<void>])[] = [
      ['answer', (client, channel) => client.answer(channel)],
      ['play', (client, channel) => client.play(channel, 'late', 'denwaban/digit-5')],
      ['set a variable', (client, channel) => client.setVariable(channel, 'CONFORMANCE', 'late')],
      ['record', (client, channel) => client.record(channel, 'late', forLong)],
      ['continue', (client, channel) => client.continueAt(channel, 'landing', '1')],
    ];

    it('does not find a channel that is gone', async () => {
      await start();
      const { caller, channel } = await arrive();
      await caller.hangUp();
      await ears.until('left');
      for (const [, command] of commands) {
        await expect(command(pbx, channel)).rejects.toMatchObject(pbxError('not-found'));
      }
    });

    it('has no say over a channel that has left', async () => {
      await start();
      const { caller, channel } = await arrive();
      await pbx.continueAt(channel, 'parlour', '1');
      await ears.until('left');
      for (const [, command] of commands) {
        await expect(command(pbx, channel)).rejects.toMatchObject(pbxError('conflict'));
      }
      await caller.hangUp();
    });

    it('keeps two calls apart', async () => {
      await start();
      const [one, two] = await Promise.all([arrive('0312345670'), arrive('0312345671')]);
      await Promise.all([
        pbx.play(one.channel, 'for one', trial.sounds.short),
        pbx.play(two.channel, 'for two', trial.sounds.short),
      ]);
      await ears.until('playback-ended', ({ playback }) => playback === 'for one');
      await ears.until('playback-ended', ({ playback }) => playback === 'for two');
      for (const { channel, playback } of ears.all('playback-ended')) {
        expect(channel).toBe(playback === 'for one' ? one.channel : two.channel);
      }
      await one.caller.hangUp();
      await ears.until('hung-up');
      expect(ears.all('hung-up')).toEqual([{ type: 'hung-up', channel: one.channel }]);
      expect((await pbx.waitingChannels()).map(({ channel }) => channel)).toEqual([two.channel]);
      await two.caller.hangUp();
    });

    it('lists the channels in the application, also those of a client that has left', async () => {
      await start();
      expect(await pbx.waitingChannels()).toEqual([]);
      const { caller, channel } = await arrive();
      await pbx.stop();
      const successor = trial.client();
      await start(successor);
      expect(await successor.waitingChannels()).toEqual([
        { channel, sipCallId: caller.sipCallId, extension: '0312345678', args: ['1', 'exten=0312345678'] },
      ]);
      await successor.continueAt(channel, 'landing', '1');
      await ears.until('left');
      expect(await successor.waitingChannels()).toEqual([]);
    });

    it('connects to an exchange that comes up later', async () => {
      await trial.down();
      const connecting = start();
      await expect(pbx.answer('1.1')).rejects.toMatchObject(pbxError('unreachable'));
      await trial.up();
      await connecting;
      expect(pbx.gauges().connected).toBe(true);
    });

    it('finds the exchange again after it was down', async () => {
      await start();
      await ears.until('connected');
      await trial.down();
      await ears.until('disconnected');
      await expect(pbx.waitingChannels()).rejects.toMatchObject(pbxError('unreachable'));
      await trial.up();
      await ears.until('connected', () => ears.all('connected').length === 2);
      const { caller } = await arrive();
      await caller.hangUp();
    });

    it('tells a client that another has taken its place, and serves only the other', async () => {
      await start();
      const other = trial.client();
      const otherEars = listen();
      await start(other, otherEars.hear);
      await ears.until('replaced');
      const caller = await trial.dial('0312345678');
      await otherEars.until('arrived');
      expect(ears.all('arrived')).toEqual([]);
      await caller.hangUp();
    });

    it('leaves no socket and no timer behind when it is stopped', async () => {
      const before = held();
      await start();
      await pbx.waitingChannels();
      await pbx.stop();
      await untilHeld(before);
    });

    it('tells nothing and does nothing after it was stopped', async () => {
      await start();
      const { caller, channel } = await arrive();
      await pbx.stop();
      const heard = ears.count();
      await expect(pbx.continueAt(channel, 'landing', '1')).rejects.toMatchObject(pbxError('unreachable'));
      await caller.hangUp();
      expect(ears.count()).toBe(heard);
      expect(pbx.gauges()).toEqual({ connected: false, pendingRequests: 0, listeners: 0 });
    });
  });
}

/** Microsoft's RIFF WAVE, as Asterisk writes it: `fmt ` first, then `data`. */
function wavFormat(wav: Buffer): object {
  return {
    form: `${wav.toString('latin1', 0, 4)} ${wav.toString('latin1', 8, 12)}`,
    coding: wav.readUInt16LE(20),
    channels: wav.readUInt16LE(22),
    rate: wav.readUInt32LE(24),
    bits: wav.readUInt16LE(34),
  };
}

function secondsOf(wav: Buffer): number {
  return (wav.length - 44) / 16_000;
}

function pbxError(kind: PbxError['kind']): Pick<PbxError, 'name' | 'kind'> {
  return { name: 'PbxError', kind };
}
