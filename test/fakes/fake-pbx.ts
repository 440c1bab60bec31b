import {
  type CallOrder,
  type Pbx,
  PbxError,
  type PbxEvent,
  type PbxGauges,
  type RecordingLimits,
  type WaitingChannel,
} from '../../src/pbx/pbx';
import type { FakeExchange } from './fake-exchange';

/** As the adapter's `requestTimeoutMs`. */
const deadlineMs = 2_000;

/** The port on an exchange in memory. */
export class FakePbx implements Pbx {
  private listener: ((event: PbxEvent) => void) | null = null;
  private service: { leave(): void } | null = null;
  private pending = 0;
  private trunks: readonly string[] = [];

  constructor(private readonly exchange: FakeExchange) {}

  start(listener: (event: PbxEvent) => void): Promise<void> {
    return new Promise((connected) => this.connect(listener, connected));
  }

  async stop(): Promise<void> {
    this.listener = null;
    this.service?.leave();
    this.service = null;
  }

  answer(channel: string): Promise<void> {
    return this.request('answer', () => this.exchange.answer(channel));
  }

  play(channel: string, playback: string, sound: string): Promise<void> {
    return this.request('play', async () => this.exchange.play(channel, playback, sound));
  }

  stopPlayback(playback: string): Promise<void> {
    return this.request('stop playback', async () => this.exchange.stopPlayback(playback));
  }

  setVariable(channel: string, name: string, value: string): Promise<void> {
    return this.request(`set ${name}`, () => this.exchange.setVariable(channel, name, value));
  }

  continueAt(channel: string, context: string, extension: string): Promise<void> {
    return this.request('continue', async () => this.exchange.continueAt(channel, context, extension));
  }

  record(channel: string, recording: string, _limits: RecordingLimits): Promise<void> {
    return this.request('record', async () => this.exchange.record(channel, recording));
  }

  stopRecording(recording: string): Promise<void> {
    return this.request('stop recording', async () => this.exchange.stopRecording(recording));
  }

  recordings(prefix: string): Promise<readonly string[]> {
    return this.request('list recordings', async () => this.exchange.recordings(prefix));
  }

  readRecording(recording: string): Promise<Uint8Array> {
    return this.request('read recording', async () => this.exchange.readRecording(recording));
  }

  dropRecording(recording: string): Promise<void> {
    return this.request('drop recording', async () => this.exchange.dropRecording(recording));
  }

  callOut(order: CallOrder): Promise<void> {
    return this.request('call out', async () => this.exchange.callOut(order));
  }

  waitingChannels(): Promise<readonly WaitingChannel[]> {
    return this.request('list channels', async () => this.exchange.waitingChannels());
  }

  watch(trunks: readonly string[]): void {
    this.trunks = trunks;
    this.checkTrunks();
  }

  gauges(): PbxGauges {
    return { connected: this.exchange.serves(this.listener), pendingRequests: this.pending, listeners: 0 };
  }

  private connect(listener: (event: PbxEvent) => void, connected: () => void): void {
    const hear = (event: PbxEvent): void => {
      if (this.listener !== hear) return;
      if (event.type === 'replaced') this.listener = null;
      if (event.type === 'disconnected') this.service = this.exchange.serve(hear);
      listener(event);
      if (event.type !== 'connected') return;
      connected();
      this.checkTrunks();
    };
    this.listener = hear;
    this.service = this.exchange.serve(hear);
  }

  private checkTrunks(): void {
    const { listener, trunks } = this;
    if (!this.exchange.serves(listener)) return;
    const unknown = trunks.filter((trunk) => !this.exchange.trunks.has(trunk));
    setImmediate(() => {
      if (this.trunks === trunks) for (const trunk of unknown) listener?.({ type: 'trunk-unknown', trunk });
    });
  }

  /** Commands travel, too: the exchange sees one after the caller has gone on. */
  private async request<T>(operation: string, run: () => Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    this.pending += 1;
    try {
      await Promise.resolve();
      if (!this.exchange.serves(this.listener)) throw new PbxError('unreachable', operation, 'not connected');
      const deadline = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new PbxError('unreachable', operation, 'no answer in time')), deadlineMs);
      });
      return await Promise.race([run(), deadline]);
    } finally {
      clearTimeout(timer);
      this.pending -= 1;
    }
  }
}
