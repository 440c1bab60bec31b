import {
  type CallEnd,
  type CallOrder,
  PbxError,
  type PbxErrorKind,
  type PbxEvent,
  type WaitingChannel,
} from '../../src/pbx/pbx';
import type { CallBackAnswer } from '../../src/text/answers';

/** Where a caller went on in the dialplan, and what was set on the channel by then. */
export interface Landing {
  readonly context: string;
  readonly extension: string;
  readonly variables: ReadonlyMap<string, string>;
}

export type Operation =
  | 'answer'
  | 'play'
  | 'stop playback'
  | 'record'
  | 'stop recording'
  | 'list recordings'
  | 'read recording'
  | 'drop recording'
  | 'call out'
  | 'set variable'
  | 'continue'
  | 'list channels';

/** What a caller says when the exchange records: the file, and how long it takes. `null`: it cannot be recorded. */
export interface Speaking {
  readonly ms: number;
  readonly wav: Uint8Array;
}

/** Milliseconds a sound lasts, `null` when there is no such file. */
type SoundMs = (sound: string) => number | null;

/** What occupies a channel: a sound that plays, or a recording. */
interface Occupation {
  readonly id: string;
  readonly kind: 'playback' | 'recording';
  readonly fails: boolean;
  readonly wav: Uint8Array | null;
}

interface Channel {
  readonly leg: WaitingChannel;
  /** A telephone of the office dialled a code. */
  readonly isStaff: boolean;
  where: 'application' | 'dialplan' | 'gone';
  answered: boolean;
  /** Somebody in the office took the call. */
  taken: boolean;
  landing: Landing | null;
  readonly variables: Map<string, string>;
  busy: (Occupation & { readonly timer: NodeJS.Timeout }) | null;
  /** What waits until it is free again. */
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

  /** Finished recordings by name. */
  readonly stored = new Map<string, Uint8Array>();
  /** Calls that it was asked to make. */
  readonly orders: CallOrder[] = [];

  constructor(
    private readonly soundMs: SoundMs = () => 0,
    private readonly saying: (recording: string) => Speaking | null = () => ({ ms: 0, wav: new Uint8Array() }),
  ) {}

  // What happens at the exchange.

  /** A call comes in, and its dialplan hands it to the application. */
  dial(leg: Partial<WaitingChannel> = {}): string {
    const whole = this.bringIn(leg, false);
    this.emit({ type: 'arrived', ...whole });
    return whole.channel;
  }

  /** A telephone of the office dials a code. */
  dialCode(action: string, by = 'office-phone'): string {
    const { channel } = this.bringIn({}, true);
    this.emit({ type: 'staff-code', channel, action, by });
    return channel;
  }

  private bringIn(leg: Partial<WaitingChannel>, isStaff: boolean): WaitingChannel {
    const channel = leg.channel ?? `1764000000.${String(this.channels.size).padStart(4, '0')}`;
    const whole = { sipCallId: `${channel}@192.0.2.1`, extension: '0312345678', args: [], ...leg, channel };
    this.channels.set(channel, {
      leg: whole,
      isStaff,
      where: 'application',
      answered: false,
      taken: false,
      landing: null,
      variables: new Map(),
      busy: null,
      queue: [],
    });
    return whole;
  }

  /** @param end what the dialplan tells of the end, besides whether the office had taken the call */
  hangUp(id: string, end: Partial<CallEnd> = {}): void {
    const channel = this.channels.get(id);
    if (channel === undefined || channel.where === 'gone') return;
    const waited = channel.where === 'application';
    channel.where = 'gone';
    if (waited) this.emit({ type: 'hung-up', channel: id });
    this.silence(channel, true);
    if (waited) this.emit({ type: 'left', channel: id });
    if (channel.isStaff) return;
    this.emit({ type: 'ended', channel: id, answered: channel.taken, staff: null, message: false, ...end });
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

  /** The dialplan tells what became of an order. */
  calledBack(order: string, answer: CallBackAnswer): void {
    this.emit({ type: 'called-back', order, answer });
  }

  /**
   * The lease ran out: the dialplan takes the channel back. Of a sound that was cut short nothing is told, so that the lease
   * alone is to be seen; Asterisk tells that it failed, a moment before.
   */
  takeBack(id: string): void {
    const channel = this.find('continue', id);
    channel.where = 'dialplan';
    this.silence(channel, channel.busy?.kind === 'recording');
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
    channel.queue.push(() => this.beginSound(channel, playback, sound));
    this.goOn(channel);
  }

  record(id: string, recording: string): void {
    this.accept('record', id, recording);
    const channel = this.find('record', id);
    channel.queue.push(() => this.beginRecording(channel, recording));
    this.goOn(channel);
  }

  stopRecording(recording: string): void {
    this.accept('stop recording', recording);
    this.stop('stop recording', 'recording', recording);
  }

  recordings(prefix: string): readonly string[] {
    this.accept('list recordings', prefix);
    return [...this.stored.keys()].filter((name) => name.startsWith(prefix));
  }

  readRecording(recording: string): Uint8Array {
    this.accept('read recording', recording);
    const wav = this.stored.get(recording);
    if (wav === undefined) throw new PbxError('not-found', 'read recording', 'Recording not found');
    return wav;
  }

  dropRecording(recording: string): void {
    this.accept('drop recording', recording);
    this.stored.delete(recording);
  }

  callOut(order: CallOrder): void {
    this.accept('call out', order.id);
    this.orders.push(order);
  }

  stopPlayback(playback: string): void {
    this.accept('stop playback', playback);
    this.stop('stop playback', 'playback', playback);
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
    return [...this.channels.values()]
      .filter(({ where, isStaff }) => where === 'application' && !isStaff)
      .map(({ leg }) => leg);
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
    while (channel.busy === null) {
      const command = channel.queue.shift();
      if (command === undefined) return;
      command(channel);
    }
  }

  private beginSound(channel: Channel, id: string, sound: string): void {
    if (channel.where !== 'application') return;
    const ms = this.soundMs(sound);
    this.emit({ type: 'playback-started', channel: channel.leg.channel, playback: id });
    this.occupy(channel, { id, kind: 'playback', fails: ms === null, wav: null }, ms ?? 0);
  }

  private beginRecording(channel: Channel, id: string): void {
    if (channel.where !== 'application') return;
    const said = this.saying(id);
    channel.answered = true;
    this.occupy(channel, { id, kind: 'recording', fails: said === null, wav: said?.wav ?? null }, said?.ms ?? 0);
  }

  private occupy(channel: Channel, occupation: Occupation, ms: number): void {
    channel.busy = { ...occupation, timer: setTimeout(() => this.end(channel), ms) };
  }

  private stop(operation: string, kind: Occupation['kind'], id: string): void {
    for (const channel of this.channels.values()) {
      if (channel.busy?.kind !== kind || channel.busy.id !== id) continue;
      this.end(channel, false);
      return;
    }
    throw new PbxError('not-found', operation, 'not found');
  }

  private end(channel: Channel, failed = channel.busy?.fails ?? false): void {
    const { busy } = channel;
    if (busy === null) return;
    clearTimeout(busy.timer);
    channel.busy = null;
    const { channel: id } = channel.leg;
    if (busy.kind === 'recording') {
      if (!failed) this.stored.set(busy.id, busy.wav ?? new Uint8Array());
      this.emit({ type: 'recording-ended', channel: id, recording: busy.id, failed });
    } else this.emit({ type: 'playback-ended', channel: id, playback: busy.id, failed });
    this.goOn(channel);
  }

  private silence(channel: Channel, told: boolean): void {
    // As in Asterisk 22: a sound that is cut short has failed, a recording has not.
    if (told) this.end(channel, channel.busy?.kind === 'playback');
    clearTimeout(channel.busy?.timer);
    channel.busy = null;
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
