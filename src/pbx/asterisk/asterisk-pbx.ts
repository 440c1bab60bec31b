import { setTimeout as pause } from 'node:timers/promises';
import { inspect } from 'node:util';
import type { Client } from 'ari-client';
import {
  type CallOrder,
  type Pbx,
  PbxError,
  type PbxEvent,
  type PbxGauges,
  type RecordingLimits,
  type WaitingChannel,
} from '../pbx';
import { type AriConnection, type AriConnectionOptions, openAriConnection } from './ari-connection';
import { toPbxError } from './ari-error';
import { readAriEvent, wantedEvents } from './ari-event';
import { backoffMs } from './backoff';
import { type AriDialplan, readStasisCall } from './stasis-call';
import { readTold } from './told';
import { Transport } from './transport';
import { mayExist } from './trunk-check';

export interface AsteriskPbxOptions extends AriConnectionOptions {
  /** Milliseconds for one REST exchange. */
  readonly requestTimeoutMs: number;
  /** Language of the sounds. */
  readonly language: string;
  /** Milliseconds before the next try after so many failures in a row. */
  readonly backoffMs?: (failures: number) => number;
}

type Listener = (event: PbxEvent) => void;

/** A connection that lasted so long was a good one: the next failure is the first again. */
const steadyMs = 10_000;

const notConnected = 'not connected to Asterisk';

/** The Pbx port on Asterisk 20.6 and newer (PJSIPHangup in the dialplan), by ari-client over a connection that is renewed for ever. */
export class AsteriskPbx implements Pbx {
  private readonly transport: Transport;
  private readonly stopping = new AbortController();
  private connection: AriConnection | null = null;
  private supervision: Promise<void> = Promise.resolve();
  private listener: Listener | null = null;
  private trunks: readonly string[] = [];

  constructor(private readonly options: AsteriskPbxOptions) {
    this.transport = new Transport({ ...options, timeoutMs: options.requestTimeoutMs });
    this.transport.install();
  }

  start(listener: Listener): Promise<void> {
    this.listener = listener;
    return new Promise((connected) => {
      this.supervision = this.supervise(connected);
    });
  }

  async stop(): Promise<void> {
    this.listener = null;
    this.stopping.abort();
    this.connection?.discard('stopping');
    this.transport.close();
    await this.supervision;
  }

  answer(channel: string): Promise<void> {
    return this.command('answer', (ari) => ari.channels.answer({ channelId: channel }));
  }

  play(channel: string, playback: string, sound: string): Promise<void> {
    return this.command('play', (ari) =>
      ari.channels.playWithId({
        channelId: channel,
        playbackId: playback,
        media: `sound:${sound}`,
        lang: this.options.language,
      }),
    );
  }

  stopPlayback(playback: string): Promise<void> {
    return this.command('stop playback', (ari) => ari.playbacks.stop({ playbackId: playback }));
  }

  setVariable(channel: string, name: string, value: string): Promise<void> {
    return this.command(`set ${name}`, (ari) =>
      ari.channels.setChannelVar({ channelId: channel, variable: name, value }),
    );
  }

  continueAt(channel: string, context: string, extension: string): Promise<void> {
    return this.command('continue', (ari) =>
      ari.channels.continueInDialplan({ channelId: channel, context, extension, priority: 1 }),
    );
  }

  record(channel: string, recording: string, { maxSeconds, silenceSeconds }: RecordingLimits): Promise<void> {
    return this.command('record', (ari) =>
      ari.channels.record({
        channelId: channel,
        name: recording,
        format: 'wav',
        maxDurationSeconds: maxSeconds,
        maxSilenceSeconds: silenceSeconds,
        ifExists: 'overwrite',
        beep: false,
        terminateOn: 'none',
      }),
    );
  }

  stopRecording(recording: string): Promise<void> {
    return this.command('stop recording', (ari) => ari.recordings.stop({ recordingName: recording }));
  }

  /** Asterisk lists a recording among the stored ones as soon as it begins: those that are being made are left out. */
  async recordings(prefix: string): Promise<readonly string[]> {
    const stored = await this.request('list recordings', (ari) => ari.recordings.listStored());
    const names = (stored as readonly { readonly name: string }[])
      .map(({ name }) => name)
      .filter((name) => name.startsWith(prefix));
    if (names.length === 0) return [];
    // In this order: what ended after the first question is finished, and what began after it is not among the names.
    const channels = await this.request('list channels', (ari) => ari.channels.list());
    const doing = (channels as readonly ListedChannel[]).map(({ dialplan }) => String(dialplan?.app_data ?? ''));
    const finished: string[] = [];
    for (const name of names) {
      // The dialplan's Record() is known by its argument, a name that is announced by that of its caller's Dial(), ours
      // Asterisk knows by name.
      const needed = doing.some((data) => data.includes(name)) || (await this.isLive(name));
      if (!needed) finished.push(name);
    }
    return finished;
  }

  /** ari-client makes text of every answer: this one is asked for without it. */
  async readRecording(recording: string): Promise<Uint8Array> {
    const operation = 'read recording';
    if (this.connection === null) throw new PbxError('unreachable', operation, notConnected);
    const url = new URL(`/ari/recordings/stored/${encodeURIComponent(recording)}/file`, this.options.url);
    const { status, data, bytes } = await this.transport.send({ method: 'GET', url: url.href });
    if (status === 200) return bytes;
    throw toPbxError(operation, new Error(`${status} ${data}`));
  }

  async dropRecording(recording: string): Promise<void> {
    try {
      await this.command('drop recording', (ari) => ari.recordings.deleteStored({ recordingName: recording }));
    } catch (error) {
      if (!(error instanceof PbxError && error.kind === 'not-found')) throw error;
    }
  }

  callOut({ id, calling, office, answerSeconds, variables }: CallOrder): Promise<void> {
    return this.command('call out', (ari) =>
      ari.channels.originate({
        // Both halves stay (`/n`): the far one tells how it ended.
        endpoint: `Local/${calling.extension}@${calling.context}/n`,
        ...office,
        priority: 1,
        timeout: answerSeconds,
        // Left out, Asterisk takes any of all the formats it has heard of, also one that it cannot translate. Not slin, as
        // prompts are: the translator that said the question would stay, and drop every other office's voice (seen on 22.10).
        formats: 'ulaw',
        channelId: `denwaban-call-back-${id}`,
        variables: { variables },
      }),
    );
  }

  async waitingChannels(): Promise<readonly WaitingChannel[]> {
    const list = await this.request('list channels', (ari) => ari.channels.list());
    return (list as readonly ListedChannel[]).flatMap((channel) => waitingIn(this.options.app, channel));
  }

  watch(trunks: readonly string[]): void {
    this.trunks = trunks;
    void this.checkTrunks();
  }

  gauges(): PbxGauges {
    return {
      connected: this.connection !== null,
      pendingRequests: this.transport.pending,
      listeners: this.connection?.client.eventNames().length ?? 0,
    };
  }

  private async isLive(recording: string): Promise<boolean> {
    try {
      await this.request('look for recording', (ari) => ari.recordings.getLive({ recordingName: recording }));
      return true;
    } catch (error) {
      if (error instanceof PbxError && error.kind === 'not-found') return false;
      throw error;
    }
  }

  private async supervise(connected: () => void): Promise<void> {
    let failures = 0;
    let lastReason = '';
    const waitMs = this.options.backoffMs ?? ((count: number) => backoffMs(count, Math.random()));
    while (!this.stopping.signal.aborted) {
      try {
        const connection = await this.connect();
        const since = performance.now();
        this.emit({ type: 'connected' });
        connected();
        void this.checkTrunks();
        lastReason = await connection.ended;
        this.connection = null;
        // A door that opens and falls shut at once is no success.
        if (performance.now() - since > steadyMs) failures = 0;
        this.emit({ type: 'disconnected', reason: lastReason });
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        // The same failure again is no news.
        if (reason !== lastReason) this.emit({ type: 'disconnected', reason });
        lastReason = reason;
      }
      failures += 1;
      await pause(waitMs(failures), undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  private async connect(): Promise<AriConnection> {
    const { signal } = this.stopping;
    const connection = await openAriConnection(this.options, this.transport, (frame) => this.receive(frame), signal);
    // From here on calls arrive, and are answered.
    this.connection = connection;
    try {
      await connection.client.applications.filter({
        applicationName: this.options.app,
        filter: { allowed: wantedEvents.map((type) => ({ type })) },
      });
    } catch (error) {
      connection.discard('the event filter was refused');
      this.connection = null;
      throw toPbxError('filter events', error);
    }
    return connection;
  }

  private async checkTrunks(): Promise<void> {
    const { connection, trunks } = this;
    if (connection === null) return;
    const check = async (trunk: string): Promise<void> => {
      const found = await mayExist(connection.client, trunk);
      if (!found && this.connection === connection && this.trunks === trunks)
        this.emit({ type: 'trunk-unknown', trunk });
    };
    await Promise.all(trunks.map(check));
  }

  private receive(frame: string): void {
    const event = readAriEvent(frame);
    if (event === null) return;
    if (event.type === 'replaced') {
      // Connecting anew would take the name back, and both would go on robbing each other.
      this.stopping.abort();
      this.connection?.discard('another client took the application');
    }
    this.emit(event);
  }

  private emit(event: PbxEvent): void {
    try {
      this.listener?.(event);
    } catch (error) {
      // Out of a socket's callback it would bring the process down, and every caller with it.
      process.emitWarning(inspect(error));
    }
  }

  private async command(operation: string, run: (ari: Client) => PromiseLike<unknown>): Promise<void> {
    await this.request(operation, run);
  }

  private async request(operation: string, run: (ari: Client) => PromiseLike<unknown>): Promise<unknown> {
    if (this.connection === null) throw new PbxError('unreachable', operation, notConnected);
    try {
      return await run(this.connection.client);
    } catch (error) {
      throw toPbxError(operation, error);
    }
  }
}

interface ListedChannel {
  readonly id: string;
  readonly protocol_id?: string;
  readonly dialplan?: AriDialplan & { readonly exten?: string };
}

/** A channel sits in our application when its dialplan runs `Stasis(app,…)`, unless it only tells something there. */
function waitingIn(app: string, { id, protocol_id, dialplan }: ListedChannel): readonly WaitingChannel[] {
  const stasis = readStasisCall(dialplan);
  if (stasis?.app !== app || readTold(id, stasis.args) !== null) return [];
  return [{ channel: id, sipCallId: protocol_id || null, extension: dialplan?.exten ?? 's', args: stasis.args }];
}
