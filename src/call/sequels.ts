import type { Decision } from '../journal/decision';
import type { Journal } from '../journal/journal';
import type { KeptRecording, Sequel } from '../journal/sequel';
import type { ServiceLog } from '../journal/service-log';
import type { Notices } from '../notify/notices';
import type { CallEnd } from '../pbx/pbx';
import { Background } from './background';
import type { Clock } from './clock';
import type { StatedName } from './effects';
import type { Judgement } from './judge';
import type { RecordedSpeech } from './recorded-speech';
import { toldNumber } from './told-number';

/** A call that the dialplan goes on with by itself: announced to the office, or leaving a message. */
export interface OpenCall {
  readonly decision: Decision;
  readonly judgement: Judgement;
  readonly name: StatedName | null;
}

export interface SequelsParts {
  readonly speech: Pick<RecordedSpeech, 'collectName' | 'collectMessage' | 'dropNames' | 'adoptLeftOvers' | 'pathOf'>;
  readonly journal: Pick<Journal, 'record'>;
  readonly notices: Pick<Notices, 'tell'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: ServiceLog;
  /** Staff want no call of this caller again. Never rejects. */
  readonly deny: (judgement: Judgement) => Promise<void>;
  /** Staff took the call. */
  readonly taken: (judgement: Judgement) => void;
}

/** Calls whose end is waited for at a time: more than an office's telephones can hold. */
const mostOpen = 1_000;

/** What becomes of calls that went on announced or to leave a message, once their end is told. */
export class Sequels {
  private readonly open = new Map<string, OpenCall>();
  private readonly background = new Background();

  constructor(private readonly parts: SequelsParts) {}

  get count(): number {
    return this.open.size + this.background.count;
  }

  /** Its recordings are fetched when the call has ended. */
  expect(call: OpenCall): void {
    const [oldest] = this.open.keys();
    if (this.open.size >= mostOpen && oldest !== undefined) this.open.delete(oldest);
    this.open.set(call.decision.channel, call);
  }

  ended(channel: string, end: CallEnd): void {
    const call = this.open.get(channel);
    this.open.delete(channel);
    if (call !== undefined) this.background.run(this.write(call, end));
    // Of a call that an earlier run of the service sent on we know no more than that: what it left is found by its name.
    else if (end.message || end.staff !== null) this.adopt();
  }

  /** Messages that were left while nobody listened. */
  adopt(): void {
    const { speech } = this.parts;
    const isOpen = (id: string) => [...this.open.values()].some(({ decision }) => decision.id === id);
    this.background.run(speech.adoptLeftOvers(isOpen, (id, message) => this.tellAdopted(id, message)));
  }

  /** Everything that was begun is written. */
  settled(): Promise<void> {
    return this.background.settled();
  }

  private async write({ decision, judgement, name }: OpenCall, end: CallEnd): Promise<void> {
    const { speech, journal, notices, deny, taken } = this.parts;
    if (end.staff === 'taken') taken(judgement);
    if (end.staff === 'denied') await deny(judgement);
    // In what was recorded, nothing was said.
    if (name === null) speech.dropNames(decision.id);
    const [stated, message] = await Promise.all([
      name === null ? null : speech.collectName(decision.id, name.recording),
      end.message ? speech.collectMessage(decision.id) : null,
    ]);
    const sequel = this.sequelOf(decision, { staff: end.staff, name: stated, message });
    journal.record(sequel);
    const number = toldNumber(judgement.identity.caller);
    if (message !== null)
      notices.tell({ ...news, event: 'message', recording: this.heard(message), decision, number, sequel });
    if (end.staff !== null)
      notices.tell({ ...news, event: 'staff', recording: this.heard(stated), decision, number, sequel });
  }

  private tellAdopted(id: string, message: KeptRecording): void {
    this.parts.log.info('message-found', { seconds: message.seconds });
    this.parts.journal.record(this.sequelOf({ id, channel: '' }, { staff: null, name: null, message }));
  }

  private sequelOf(
    { id, channel }: Pick<Decision, 'id' | 'channel'>,
    told: Pick<Sequel, 'staff' | 'name' | 'message'>,
  ): Sequel {
    const at = new Date(this.parts.clock.now()).toISOString();
    return { schema: 1, record: 'sequel', at, decision: id, channel, ...told, callBack: null };
  }

  private heard(kept: KeptRecording | null): { readonly path: string; readonly seconds: number } | null {
    return kept === null ? null : { path: this.parts.speech.pathOf(kept), seconds: kept.seconds };
  }
}

const news = { alert: false } as const;
