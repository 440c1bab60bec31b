import { PbxError, type PbxErrorKind, type PbxEvent, type WaitingChannel } from '../../src/pbx/pbx';

/** Where a caller went on in the dialplan, and what was set on the channel by then. */
export interface Landing {
  readonly context: string;
  readonly extension: string;
  readonly variables: ReadonlyMap<string, string>;
}

export type Operation = 'answer' | 'play' | 'stop playback' | 'set variable' | 'continue' | 'list channels';

/** Milliseconds a sound lasts, `null` when there is no such file. */
type SoundMs = (sound: string) => number | null;

interface Playback {
  readonly id: string;
  readonly sound: string;
}

interface Channel {
  readonly leg: WaitingChannel;
  where: 'application' | 'dialplan' | 'gone';
  answered: boolean;
  /** Somebody in the office took the call. */
  taken: boolean;
  landing: Landing | null;
  readonly variables: Map<string, string>;
  playing: (Playback & { readonly timer: NodeJS.Timeout }) | null;
  /** What waits until nothing plays. */
  readonly queue: ((channel: Channel) => void)[];
}

/**
 * An exchange in memory, as far as the port sees one: channels that commands happen to in order and wait behind a
 * playback, as in Asterisk 22, and an application that one client serves at a time.
 */
export class FakeExchange {
  /** Every command that reached it, e.g. `continue 1.1 office 0312345678`. */
  readonly commands: string[] = [];
  /** The trunks it has. */
  readonly trunks = new Set<string>();
  private readonly channels = new Map<string, Channel>();
  private readonly refusals = new Map<Operation, PbxErrorKind>();
  private client: ((event: PbxEvent) => void) | null = null;
  private readonly awaiting = new Set<() => void>();
  private up = true;

  constructor(private readonly soundMs: SoundMs = () => 0) {}

  // What happens at the exchange.

  /** A call comes in, and its dialplan hands it to the application. */
  dial(leg: Partial<WaitingChannel> = {}): string {
    const channel = leg.channel ?? `1764000000.${String(this.channels.size).padStart(4, '0')}`;
    const whole = { sipCallId: `${channel}@192.0.2.1`, extension: '0312345678', args: [], ...leg, channel };
    this.channels.set(channel, {
      leg: whole,
      where: 'application',
      answered: false,
      taken: false,
      landing: null,
      variables: new Map(),
      playing: null,
      queue: [],
    });
    this.emit({ type: 'arrived', ...whole });
    return channel;
  }

  hangUp(id: string): void {
    const channel = this.channels.get(id);
    if (channel === undefined || channel.where === 'gone') return;
    const waited = channel.where === 'application';
    channel.where = 'gone';
    this.silence(channel, true);
    if (waited) this.emit({ type: 'hung-up', channel: id }, { type: 'left', channel: id });
    this.emit({ type: 'ended', channel: id, answered: channel.taken });
  }

  /** Somebody in the office takes a call that went on. */
  pickUp(id: string): void {
    const channel = this.channels.get(id);
    if (channel?.where !== 'dialplan') throw new Error(`${id} does not ring`);
    channel.answered = true;
    channel.taken = true;
  }

  press(id: string, digit: string): void {
    this.emit({ type: 'digit', channel: id, digit });
  }

  /** The lease ran out: the dialplan takes the channel back. */
  takeBack(id: string): void {
    const channel = this.find('continue', id);
    channel.where = 'dialplan';
    this.silence(channel, false);
    this.emit({ type: 'left', channel: id });
  }

  isAnswered(id: string): boolean {
    return this.channels.get(id)?.answered ?? false;
  }

  landing(id: string): Landing | null {
    return this.channels.get(id)?.landing ?? null;
  }

  /** The next such command fails. */
  refuse(operation: Operation, kind: PbxErrorKind = 'refused'): void {
    this.refusals.set(operation, kind);
  }

  /** The connection breaks; the calls go on. */
  disconnect(): void {
    this.up = false;
    const client = this.client;
    this.client = null;
    if (client !== null) deliver(client, { type: 'disconnected', reason: 'the event socket closed (1006)' });
  }

  /** As {@link disconnect}, and every call dies. */
  crash(): void {
    this.disconnect();
    for (const channel of this.channels.values()) {
      channel.where = 'gone';
      this.silence(channel, false);
    }
  }

  recover(): void {
    this.up = true;
    for (const connect of [...this.awaiting]) connect();
    this.awaiting.clear();
  }

  // What a client does.

  /** Calls `listener` with `connected` once the exchange is up; whoever served the application before is replaced. */
  serve(listener: (event: PbxEvent) => void): { leave(): void } {
    const connect = (): void => {
      if (this.client !== null) deliver(this.client, { type: 'replaced' });
      this.client = listener;
      deliver(listener, { type: 'connected' });
    };
    if (this.up) connect();
    else this.awaiting.add(connect);
    return {
      leave: () => {
        this.awaiting.delete(connect);
        if (this.client === listener) this.client = null;
      },
    };
  }

  serves(listener: ((event: PbxEvent) => void) | null): boolean {
    return listener !== null && this.client === listener;
  }

  answer(id: string): Promise<void> {
    return this.inOrder('answer', id, (channel) => {
      channel.answered = true;
    });
  }

  setVariable(id: string, name: string, value: string): Promise<void> {
    return this.inOrder('set variable', id, (channel) => channel.variables.set(name, value), `${name}=${value}`);
  }

  play(id: string, playback: string, sound: string): void {
    this.accept('play', id, playback, sound);
    const channel = this.find('play', id);
    channel.queue.push(() => this.begin(channel, { id: playback, sound }));
    this.goOn(channel);
  }

  stopPlayback(playback: string): void {
    this.accept('stop playback', playback);
    for (const channel of this.channels.values()) {
      if (channel.playing?.id !== playback) continue;
      this.end(channel, false);
      return;
    }
    throw new PbxError('not-found', 'stop playback', 'Playback not found');
  }

  continueAt(id: string, context: string, extension: string): void {
    this.accept('continue', id, context, extension);
    const channel = this.find('continue', id);
    channel.queue.push(() => {
      channel.where = 'dialplan';
      channel.landing = { context, extension, variables: new Map(channel.variables) };
      this.emit({ type: 'left', channel: id });
    });
    this.goOn(channel);
  }

  waitingChannels(): readonly WaitingChannel[] {
    this.accept('list channels');
    return [...this.channels.values()].filter(({ where }) => where === 'application').map(({ leg }) => leg);
  }

  // How it carries that out.

  private accept(operation: Operation, ...what: readonly string[]): void {
    this.commands.push([operation, ...what].join(' '));
    const kind = this.refusals.get(operation);
    this.refusals.delete(operation);
    if (kind !== undefined) throw new PbxError(kind, operation, 'refused by the test');
  }

  private find(operation: string, id: string): Channel {
    const channel = this.channels.get(id);
    if (channel === undefined || channel.where === 'gone') {
      throw new PbxError('not-found', operation, 'Channel not found');
    }
    if (channel.where === 'dialplan') throw new PbxError('conflict', operation, 'Channel not in Stasis application');
    return channel;
  }

  private async inOrder(operation: Operation, id: string, run: (channel: Channel) => void, what = ''): Promise<void> {
    this.accept(operation, id, ...(what === '' ? [] : [what]));
    const channel = this.find(operation, id);
    await new Promise<void>((resolve, reject) => {
      channel.queue.push(() => {
        if (channel.where !== 'application') {
          reject(new PbxError('not-found', operation, 'Channel not found'));
          return;
        }
        run(channel);
        resolve();
      });
      this.goOn(channel);
    });
  }

  private goOn(channel: Channel): void {
    while (channel.playing === null) {
      const command = channel.queue.shift();
      if (command === undefined) return;
      command(channel);
    }
  }

  private begin(channel: Channel, { id, sound }: Playback): void {
    if (channel.where !== 'application') return;
    const ms = this.soundMs(sound);
    this.emit({ type: 'playback-started', channel: channel.leg.channel, playback: id });
    channel.playing = { id, sound, timer: setTimeout(() => this.end(channel, ms === null), ms ?? 0) };
  }

  private end(channel: Channel, failed: boolean): void {
    const { playing } = channel;
    if (playing === null) return;
    clearTimeout(playing.timer);
    channel.playing = null;
    this.emit({ type: 'playback-ended', channel: channel.leg.channel, playback: playing.id, failed });
    this.goOn(channel);
  }

  private silence(channel: Channel, told: boolean): void {
    if (told) this.end(channel, false);
    clearTimeout(channel.playing?.timer);
    channel.playing = null;
    this.goOn(channel);
  }

  private emit(...events: readonly PbxEvent[]): void {
    const { client } = this;
    if (client === null) return;
    for (const event of events) deliver(client, event);
  }
}

/** Events travel: whoever causes one has returned before it arrives. */
function deliver(listener: (event: PbxEvent) => void, event: PbxEvent): void {
  setImmediate(() => listener(event));
}
