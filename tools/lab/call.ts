import { randomBytes } from 'node:crypto';
import type { Handset } from './handset';
import { pressByInfo } from './info-keys';
import { isOrder, orderSipp } from './orders';
import { freeUdpPort } from './ports';
import type { SipMessage, SipTrace } from './sip-trace';
import { type Sipp, startSipp } from './sipp';

export interface CallOptions {
  /** The trunk's address: Asterisk tells its trunks apart by where an INVITE comes from. */
  readonly from: string;
  readonly to: { readonly sipAddress: string; readonly sipPort: number };
  /** The dialled number: the Request-URI's user part, verbatim. */
  readonly called: string;
  /** The From line, verbatim and without tag. */
  readonly fromHeader: string;
  /** The To line, verbatim; by default the dialled number. */
  readonly toHeader?: string;
  /** More header lines, verbatim: compact names, folded lines and any UTF-8 arrive as they stand. */
  readonly headers?: readonly string[];
  /** Opened at `from`; without one the caller is deaf and mute. */
  readonly handset?: Pick<Handset, 'port' | 'speakTo'>;
  /** Milliseconds after which a call that still lasts counts as stuck. */
  readonly patience?: number;
}

/** A call under way, as its caller sees it. */
export interface Call {
  readonly callId: string;
  /** Resolves when a response with this code to the INVITE has come. */
  untilAnswer(code: number): Promise<void>;
  /** Presses keys of an answered call by SIP INFO, one after the other; resolves when the last is acknowledged. */
  pressByInfo(keys: string): Promise<void>;
  /** Cancels an unanswered call, ends an answered one. */
  hangUp(): Promise<CallResult>;
  /** How it went, when it is over. Rejects when it is stuck, gets no answer at all, or breaks SIP's rules. */
  readonly result: Promise<CallResult>;
}

export interface CallResult {
  readonly connected: boolean;
  /** The final answer to the INVITE, 200 included; undefined when none came. */
  readonly finalCode: number | undefined;
  readonly provisionalCodes: readonly number[];
  /** Who ended the call: `callee` also when it refused. */
  readonly endedBy: 'caller' | 'callee';
  /** Every message, in order, as it was on the wire. */
  readonly sent: readonly SipMessage[];
  readonly received: readonly SipMessage[];
  /** From the INVITE to its final answer, in milliseconds. */
  readonly answeredAfter: number | undefined;
}

const PATIENCE = 60_000;

/** Every refusal that SIP and its extensions define (IANA, Session Initiation Protocol Parameters). */
const REFUSALS = [
  300, 301, 302, 305, 380, 400, 401, 402, 403, 404, 405, 406, 407, 408, 410, 412, 413, 414, 415, 416, 417, 420, 421,
  422, 423, 424, 425, 428, 429, 430, 433, 436, 437, 438, 439, 440, 469, 470, 480, 481, 482, 483, 484, 485, 486, 487,
  488, 489, 491, 493, 494, 500, 501, 502, 503, 504, 505, 513, 555, 580, 600, 603, 604, 606, 607, 608,
];

/** Calls Asterisk with SIPp. */
export async function placeCall(options: CallOptions): Promise<Call> {
  const { from, to, called, headers = [], handset, patience = PATIENCE } = options;
  const id = randomBytes(8).toString('hex');
  const callId = `${id}@${from}`;
  const port = await freeUdpPort(from);
  const target = `${to.sipAddress}:${to.sipPort}`;
  const sipp = await startSipp({
    scenario: 'caller',
    slots: {
      REFUSALS: REFUSALS.map((code) => `<recv response="${code}" optional="true" next="refused"/>`).join('\n'),
    },
    files: {
      'from.txt': `${options.fromHeader};tag=${id}`,
      'to.txt': options.toHeader ?? `To: <sip:${called}@${to.sipAddress}>`,
      'headers.txt': ['User-Agent: caller', ...headers].join('\r\n'),
    },
    args: [
      ...[target, '-i', from, '-p', String(port), '-m', '1', '-r', '1000', '-cid_str', callId],
      ...['-key', 'id', id, '-key', 'request_uri', `sip:${called}@${target}`],
      ...['-key', 'rtp_port', String(handset?.port ?? DISCARD_PORT)],
    ],
  });

  if (handset) void connect(handset, sipp.trace);
  const result = follow(sipp, patience);
  // Whoever never asks for the result must not bring the process down.
  result.catch(() => undefined);
  /** Within the dialogue, the INVITE included. */
  let requests = 1;
  return {
    callId,
    untilAnswer: (code) =>
      sipp.trace.until((all) => all.some((one) => isAnswer(one) && one.status === code), `answer ${code}`),
    async pressByInfo(keys) {
      await sipp.trace.until((all) => all.some(({ method }) => method === 'ACK'), 'an answered call');
      await pressByInfo(sipp.trace.messages(), from, keys, () => {
        requests += 1;
        return requests;
      });
    },
    async hangUp() {
      // Before its INVITE is out, SIPp has no ear for the order.
      await sipp.trace.until((all) => all.some(({ direction }) => direction === 'sent'), 'the INVITE');
      if (sipp.isRunning()) await orderSipp({ address: from, port }, callId, 'hang-up');
      return result;
    },
    result,
  };
}

/** Where nobody listens. */
const DISCARD_PORT = 9;

/** The first answer with an SDP, 183 or 200, tells where the caller's voice must go. */
async function connect(handset: Pick<Handset, 'speakTo'>, trace: SipTrace): Promise<void> {
  const audioIn = (messages: readonly SipMessage[]) =>
    messages
      .filter(isAnswer)
      .map(({ text }) => /^c=IN IP4 (\S+)[\s\S]*^m=audio (\d+)/m.exec(text))
      .find((found) => found !== null);
  await trace.until((messages) => audioIn(messages) !== undefined, 'an SDP').catch(() => undefined);
  const [, address, port] = audioIn(trace.messages()) ?? [];
  if (address) handset.speakTo(address, Number(port));
}

async function follow(sipp: Sipp, patience: number): Promise<CallResult> {
  let reason: string | undefined;
  const impatience = setTimeout(() => {
    reason = `still going on after ${patience} ms`;
    void sipp.kill();
  }, patience);
  const how = await sipp.ended;
  clearTimeout(impatience);
  await sipp.stop();
  const messages = sipp.trace.messages();
  if (how === 'exit code 0') return summarise(messages);
  const trace = messages.map(({ direction, text }) => `${direction}: ${text}`).join('\n');
  throw new Error(`the call went wrong: ${reason ?? `SIPp ended with ${how}`}\n${trace}`);
}

function summarise(messages: readonly SipMessage[]): CallResult {
  const sent = messages.filter(({ direction }) => direction === 'sent');
  const received = messages.filter((one) => one.direction === 'received' && !isOrder(one));
  const answers = received.filter(isAnswer);
  const final = answers.find(({ status = 0 }) => status >= 200);
  const invitedAt = sent[0]?.at;
  return {
    connected: final?.status === 200,
    finalCode: final?.status,
    provisionalCodes: answers.map(({ status = 0 }) => status).filter((status) => status < 200),
    endedBy: sent.some(({ method }) => method === 'BYE' || method === 'CANCEL') ? 'caller' : 'callee',
    sent,
    received,
    answeredAfter: final && invitedAt !== undefined ? final.at - invitedAt : undefined,
  };
}

function isAnswer({ direction, status, transaction }: SipMessage): boolean {
  return direction === 'received' && status !== undefined && transaction === 'INVITE';
}
