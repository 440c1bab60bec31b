import { messageOf } from '../errors';
import type { KeptRecording } from '../journal/sequel';
import type { ServiceLog } from '../journal/service-log';
import { type Pbx, PbxError } from '../pbx/pbx';
import type { RecordingKind, RecordingShelf } from '../recordings/shelf';
import { spokenSpan } from '../recordings/spoken-span';
import { readWav } from '../recordings/wav';
import { Background } from './background';
import { recordingId, recordingPrefix } from './recording-id';
import { within } from './within';

export interface RecordedSpeechParts {
  readonly pbx: Pick<Pbx, 'readRecording' | 'dropRecording' | 'recordings'>;
  readonly shelf: RecordingShelf;
  readonly log: ServiceLog;
}

/** What was found out about a recording while its caller waits. */
export interface Measurement {
  readonly spoken: boolean;
  readonly offsetMs: number;
}

/** A caller hears nothing meanwhile. */
const measureMs = 1_500;

/** Nobody is refused because we could not listen. */
const unheard: Measurement = { spoken: true, offsetMs: 0 };

/** Attempts a caller may have to state a name (config/schema/challenge.ts). */
const mostAttempts = 5;

const messagePrefix = recordingId('', 'message').slice(0, -1);
const namePrefix = recordingId('', 'name').slice(0, -1);

/** Fetches from the exchange what callers said, keeps the spoken part of it, and has the exchange forget it. */
export class RecordedSpeech {
  private readonly background = new Background();

  constructor(private readonly parts: RecordedSpeechParts) {}

  /** Whether anything was said in the recording, by the exchange's name for it. Never rejects, and takes 1.5 s at most. */
  measure(recording: string): Promise<Measurement> {
    const heard = this.parts.pbx.readRecording(recording).then((bytes): Measurement => {
      const samples = readWav(bytes);
      if (samples === null) return unheard;
      const span = spokenSpan(samples);
      return { spoken: span !== null, offsetMs: span?.startMs ?? 0 };
    });
    return within(
      measureMs,
      heard.catch(() => unheard),
      unheard,
    );
  }

  /** The stated name of a call, by the name its recording has within the call. Never rejects; `null`: there is none. */
  async collectName(id: string, name: string): Promise<KeptRecording | null> {
    const kept = await this.tracked(this.collect(id, 'name', recordingId(id, name)));
    this.dropNames(id);
    return kept;
  }

  /** The message of a call. Never rejects; `null`: none was left, or nothing was said. */
  collectMessage(id: string): Promise<KeptRecording | null> {
    return this.tracked(this.collect(id, 'message', recordingId(id, 'message')));
  }

  /** What the caller said is of no use to anybody. */
  dropNames(id: string): void {
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      void this.tracked(this.parts.pbx.dropRecording(recordingId(id, `name-${attempt}`)).catch(() => undefined));
    }
  }

  pathOf({ file }: KeptRecording): string {
    return this.parts.shelf.path(file);
  }

  /**
   * After a connection was made: whoever left a message while nobody listened is heard now. Never rejects.
   *
   * @param isOpen whether that call may still be going on
   * @param found told of each message
   */
  async adoptLeftOvers(isOpen: (id: string) => boolean, found: (id: string, message: KeptRecording) => void) {
    try {
      const kept = await this.parts.pbx.recordings(recordingPrefix);
      for (const recording of kept.filter((one) => one.startsWith(messagePrefix))) {
        const id = recording.slice(messagePrefix.length + 1);
        const message = isOpen(id) ? null : await this.collectMessage(id);
        if (message !== null) found(id, message);
      }
      for (const recording of kept.filter((one) => one.startsWith(namePrefix))) {
        const id = recording.slice(namePrefix.length + 1).replace(/^\d-/, '');
        if (!isOpen(id)) await this.parts.pbx.dropRecording(recording);
      }
    } catch (error) {
      this.parts.log.warn('recording-failed', { reason: messageOf(error) });
    }
  }

  /** What was begun is done. */
  settled(): Promise<void> {
    return this.background.settled();
  }

  private async collect(id: string, kind: RecordingKind, recording: string): Promise<KeptRecording | null> {
    const { pbx, shelf, log } = this.parts;
    try {
      const bytes = await pbx.readRecording(recording);
      const samples = readWav(bytes);
      // A full disk can leave a file without even a header; anything else that we cannot read may be somebody's words.
      if (samples === null && bytes.length > 0) throw new Error(`${recording} is no WAV file of 8 kHz, 16 bit, mono`);
      const span = samples === null ? null : spokenSpan(samples);
      const kept = samples === null || span === null ? null : await shelf.keep(id, kind, samples, span);
      await pbx.dropRecording(recording);
      return kept;
    } catch (error) {
      // Whoever hangs up before the tone leaves none.
      if (error instanceof PbxError && error.kind === 'not-found') return null;
      // It stays with the exchange, and is fetched after the next connection.
      log.warn('recording-failed', { reason: messageOf(error) });
      return null;
    }
  }

  private tracked<T>(work: Promise<T>): Promise<T> {
    this.background.run(work);
    return work;
  }
}
