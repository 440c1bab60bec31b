import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { Clock } from '../call/clock';
import { decisionOf } from '../call/decision-of';
import { type Judge, type Judgement, UnreadableEvidence } from '../call/judge';
import { resultLine, resultOf, type Told } from '../call/result-line';
import { within } from '../call/within';
import { readDialplanEvidence } from '../caller/dialplan-evidence';
import { messageOf } from '../errors';
import type { Journal } from '../journal/journal';
import type { ServiceLog } from '../journal/service-log';
import { readReply, setVariable } from './command';
import { endingOf, type Fate, toldOf } from './ending';
import { Incoming } from './incoming';
import { type AgiRequest, bornAt, readOpening, readRequest } from './request';

/** What answering a dialplan depends on. */
export interface AgiDoor {
  readonly judge: Judge;
  readonly journal: Journal;
  readonly log: ServiceLog;
  readonly clock: Clock;
  /** Keyed hash of a caller's number, for the journal. */
  readonly callerId: (e164: string) => string;
  /** A call was judged that came in at this moment (epoch ms); how it ends will not be known. */
  readonly learn: (judgement: Judgement, arrivedAt: number) => void;
}

/** Asterisk writes at once what it has to say; longer than this no part of a conversation takes. */
const patienceMs = 2_000;
/** Asterisk writes the evidence, of at most 8 KB (its longest argument), twice; the rest is some hundred bytes. */
const longestSpeech = 24 * 1024;
/** {@link resultLine} of an ordinary call, which it leaves unsaid where silence says it. */
const ordinary = 'ALLOW||||';

/** A call, or that it could not be judged. */
interface Judged {
  readonly judgement: Judgement | null;
  readonly told: Told;
}

/** One connection of Asterisk: one question, one answer, one decision. */
export class Conversation {
  private readonly incoming: Incoming;
  /** Monotonic milliseconds. */
  private readonly startedAt: number;

  constructor(
    private readonly socket: Socket,
    private readonly door: AgiDoor,
  ) {
    this.incoming = new Incoming(socket, longestSpeech);
    this.startedAt = door.clock.monotonic();
  }

  /** From the question to the record of it. Never rejects. */
  async hold(): Promise<void> {
    const opening = await this.incoming.until(readOpening, patienceMs);
    const request = 'found' in opening ? readRequest(opening.found) : null;
    if (request !== null) await this.answer(request).catch((error: unknown) => this.complain(request, 'answer', error));
    else if ('found' in opening) this.refuse('no-question');
    // Whoever only looks whether somebody listens has done no wrong.
    else if (opening.silent !== 'closed') this.refuse(opening.silent);
    this.socket.destroy();
  }

  private refuse(reason: string): void {
    this.door.log.warn('agi-not-understood', { address: this.socket.remoteAddress ?? '', reason });
  }

  private async answer(request: AgiRequest): Promise<void> {
    const { judge, journal, clock, callerId, learn } = this.door;
    const { channel, args } = request;
    const arrivedAt = clock.now();
    const { config } = judge;
    const { judgement, told } = await this.judgeInTime(request, arrivedAt);
    const verdictMs = judgement === null ? null : this.sinceStart();
    const firstActionMs = this.incoming.isClosed ? null : this.sinceStart();
    const fate = await this.tell(resultLine(resultOf(told, judgement?.assessment, config)) ?? ordinary);

    const born = bornAt(channel);
    const leg = { channel, sipCallId: readDialplanEvidence(args).invite.header('call-id')[0] ?? null };
    const decision = decisionOf(
      {
        call: { id: randomUUID(), leg, judgement, arrivedAt, startedAt: this.startedAt, verdictMs, firstActionMs },
        ending: endingOf(told, fate, born === null ? null : clock.now() - born),
        threshold: config.policy.screenAt,
        endedAt: clock.monotonic(),
      },
      callerId,
    );
    journal.record(decision);
    if (judgement !== null) learn(judgement, arrivedAt);
  }

  private judgeInTime(request: AgiRequest, at: number): Promise<Judged> {
    const { judge } = this.door;
    const judging = judge.judge(request.channel, request.args, at).then(
      (judgement): Judged => ({ judgement, told: toldOf(judgement.assessment) }),
      (error: unknown) => this.unjudged(request, error),
    );
    const late: Judged = { judgement: null, told: { to: 'open', why: 'verdict-deadline' } };
    return within(judge.config.deadlines.firstActionMs - this.sinceStart(), judging, late);
  }

  private unjudged(request: AgiRequest, error: unknown): Judged {
    this.complain(request, 'judge', error);
    const why = error instanceof UnreadableEvidence ? 'bad-evidence' : 'judging-error';
    return { judgement: null, told: { to: 'open', why } };
  }

  /** In one command: each is a round trip. Ending our side at once tells Asterisk that there will be no other. */
  private async tell(result: string): Promise<Fate> {
    if (this.incoming.isClosed) return 'gone';
    this.socket.end(setVariable('DENWABAN_RESULT', result));
    const reply = await this.incoming.until(readReply, patienceMs);
    if ('silent' in reply) return reply.silent === 'closed' ? 'gone' : 'unheard';
    switch (reply.found) {
      case 'done':
        return 'told';
      case 'hung-up':
        return 'gone';
      case 'refused':
        return 'unheard';
    }
  }

  private complain({ channel }: AgiRequest, operation: string, error: unknown): void {
    this.door.log.error('call-error', { channel, operation, reason: messageOf(error) }, error);
  }

  private sinceStart(): number {
    return this.door.clock.monotonic() - this.startedAt;
  }
}
