import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type CallBook, invitesIn, keepCallBook } from './call-book';
import { type Order, orderSipp, type Refusal } from './orders';
import type { KnownPrompt } from './prompt-ear';
import type { SipMessage, SipTrace } from './sip-trace';
import { startSipp } from './sipp';
import { createVoice, type Idle, type Voice, type VoiceEnd } from './voice';

/**
 * A telephone at which somebody sits: they hear what is said, press keys, speak, decline, let it ring, hang up. SIPp
 * signals, orders tell it when; the voices of all calls share one port, told apart by where Asterisk sends from.
 */
export interface Telephone extends CallBook {
  /** What becomes of calls that ring from now on. */
  behave(conduct: PhoneConduct): void;
  /** All that have rung, oldest first; those that are over keep what was heard. */
  calls(): readonly RingingCall[];
  stop(): Promise<void>;
}

/** A call as the one at the telephone has it. */
export interface RingingCall extends Voice {
  readonly invite: SipMessage;
  /** The number that was dialled to get here: the Request-URI's user part. */
  readonly called: string;
  /** Resolves when the other side has acknowledged; rejects when the call was over before. */
  answer(): Promise<void>;
  decline(code: Refusal): Promise<void>;
  /** Ends an answered call; resolves when it is over. */
  hangUp(): Promise<void>;
  isAnswered(): boolean;
  /** Resolves when the call is over, whoever ended it. */
  untilOver(): Promise<void>;
}

/** What is done with one call. What it waits for in vain is forgotten with the call. */
export type PhoneConduct = (call: RingingCall) => Promise<unknown>;

export interface TelephoneOptions {
  readonly at: { readonly address: string; readonly port: number };
  /** What its ear knows. */
  readonly prompts?: readonly KnownPrompt[];
  /** By default it echoes, so that callers can tell that they are through. Two that echo would echo each other. */
  readonly idle?: Idle;
  /** By default every call is answered at once, and the other side hangs up. */
  readonly conduct?: PhoneConduct;
}

export async function startTelephone({
  at,
  prompts = [],
  idle = 'echo',
  conduct: firstConduct = (call) => call.answer(),
}: TelephoneOptions): Promise<Telephone> {
  // All calls share it, and the machine may be busy: a packet that finds no room is a syllable lost.
  const socket = createSocket({ type: 'udp4', recvBufferSize: 2 ** 21 }).bind(0, at.address);
  await once(socket, 'listening');
  socket.unref();
  const sipp = await startSipp({
    scenario: 'office-phone',
    slots: { RING: '0', TALK: '0', MEDIA: String(socket.address().port) },
    args: ['-i', at.address, '-p', String(at.port)],
  });
  let conduct = firstConduct;
  const calls: RingingCall[] = [];
  /** By Asterisk's RTP port, which a later call may get again. */
  const voices = new Map<number, VoiceEnd>();
  socket.on('message', (packet, { port }) => voices.get(port)?.take(packet));

  const take = (invite: SipMessage): void => {
    const media = mediaOf(invite);
    const voice = createVoice(prompts, idle);
    voices.set(media.port, voice);
    const speak = () => voice.open((packet) => socket.send(packet, media.port, media.address));
    const call = ringingCall(invite, sipp.trace, at, voice, speak);
    calls.push(call);
    conduct(call).catch(() => undefined);
    void call
      .untilOver()
      .catch(() => undefined)
      .then(() => voice.close());
  };
  const mind = async (): Promise<never> => {
    for (;;) {
      const { length } = calls;
      await sipp.trace.until((all) => invitesIn(all).length > length, 'the next call');
      invitesIn(sipp.trace.messages()).slice(length).forEach(take);
    }
  };
  // Ends with SIPp.
  mind().catch(() => undefined);
  return {
    ...keepCallBook(sipp.trace),
    behave(next) {
      conduct = next;
    },
    calls: () => calls,
    async stop() {
      await sipp.stop();
      for (const voice of voices.values()) voice.close();
      socket.close();
    },
  };
}

function ringingCall(
  invite: SipMessage,
  trace: SipTrace,
  at: { readonly address: string; readonly port: number },
  voice: Voice,
  speak: () => void,
): RingingCall {
  const { callId } = invite;
  const until = (isSo: (one: SipMessage) => boolean, what: string) =>
    trace.until((all) => all.some((one) => one.callId === callId && isSo(one)), what);
  const has = (isSo: (one: SipMessage) => boolean) =>
    trace.messages().some((one) => one.callId === callId && isSo(one));
  const order = async (what: Order) => {
    // Before it has rung, SIPp has no ear for the order.
    await until(({ status }) => status === 180, 'the telephone rings');
    await orderSipp(at, callId, what);
  };
  return {
    ...voice,
    invite,
    called: /^INVITE sips?:([^@;>\s]*)@/.exec(invite.text)?.[1] ?? '',
    async answer() {
      await order('answer');
      await until((one) => isAcknowledgement(one) || isEnd(one), 'an acknowledgement');
      if (has(isEnd)) throw new Error('the call was over before it could be answered');
      speak();
    },
    async decline(code) {
      await order(code);
      await until(isEnd, 'the end of a declined call');
    },
    async hangUp() {
      await order('hang-up');
      await until(isEnd, 'the end of the call');
    },
    isAnswered: () => has(isAcceptance) && has(isAcknowledgement),
    untilOver: () => until(isEnd, 'the end of the call'),
  };
}

function isAcknowledgement({ direction, method }: SipMessage): boolean {
  return direction === 'received' && method === 'ACK';
}

function isAcceptance({ direction, status, transaction }: SipMessage): boolean {
  return direction === 'sent' && status === 200 && transaction === 'INVITE';
}

/** A BYE of either side, or a refusal of ours, that to a cancelled INVITE (487) included. */
function isEnd({ direction, method, status = 0, transaction }: SipMessage): boolean {
  return method === 'BYE' || (direction === 'sent' && status >= 300 && transaction === 'INVITE');
}

/** Where Asterisk wants the voice: its SDP. */
function mediaOf({ text }: SipMessage): { readonly address: string; readonly port: number } {
  const [, address = '', port = '0'] = /^c=IN IP4 (\S+)[\s\S]*^m=audio (\d+)/m.exec(text) ?? [];
  return { address, port: Number(port) };
}
