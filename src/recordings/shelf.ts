import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cut, type SpokenSpan, secondsOf, writeWav } from './wav';

export const recordingKinds = ['name', 'message'] as const;
export type RecordingKind = (typeof recordingKinds)[number];

/** A recording on the shelf. */
export interface ShelvedRecording {
  /** Id of the decision it lies beside. */
  readonly decision: string;
  readonly kind: RecordingKind;
  readonly path: string;
  readonly seconds: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Where they lie, below the folder of state and journal. */
export function recordingsFolder(dataDir: string): string {
  return join(dataDir, 'recordings');
}

const day = 86_400_000;
const fileName = /^([0-9a-f-]{36})-(name|message)\.wav$/;

/** What callers said, as WAV files beside the journal: `<decision>-name.wav`, `<decision>-message.wav`. */
export class RecordingShelf {
  constructor(private readonly folder: string) {}

  /**
   * Puts it there as a whole or not at all, readable by the service only.
   *
   * @throws the disk's error
   */
  async keep(
    decision: string,
    kind: RecordingKind,
    samples: Int16Array,
    span: SpokenSpan,
  ): Promise<{ readonly file: string; readonly seconds: number }> {
    const file = `${decision}-${kind}.wav`;
    if (!fileName.test(file)) throw new Error(`no id of a decision: ${decision}`);
    const spoken = cut(samples, span);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const unfinished = join(this.folder, `${file}.new`);
    try {
      await writeFile(unfinished, writeWav(spoken), { mode: 0o600 });
      await rename(unfinished, join(this.folder, file));
    } catch (error) {
      await rm(unfinished, { force: true }).catch(() => undefined);
      throw error;
    }
    return { file, seconds: secondsOf(spoken) };
  }

  path(file: string): string {
    return join(this.folder, file);
  }

  /** Newest first; none where the folder is not there. */
  async list(): Promise<readonly ShelvedRecording[]> {
    const found = await Promise.all((await this.files()).map((file) => this.describe(file)));
    return found.filter((recording) => recording !== null).sort((a, b) => b.at - a.at);
  }

  /** Resolves with whether there was one. */
  async remove(decision: string, kind: RecordingKind): Promise<boolean> {
    const there = (await this.files()).includes(`${decision}-${kind}.wav`);
    if (there) await rm(this.path(`${decision}-${kind}.wav`), { force: true });
    return there;
  }

  /** Removes what is older, and what was never finished. Resolves with how many. */
  async sweep(now: number, retentionDays: number): Promise<number> {
    const names = await readdir(this.folder).catch(() => []);
    const gone = await Promise.all(names.map((name) => this.removeIfOld(name, now - retentionDays * day, now - day)));
    return gone.filter(Boolean).length;
  }

  private async removeIfOld(name: string, before: number, unfinishedBefore: number): Promise<boolean> {
    const unfinished = name.endsWith('.wav.new');
    if (!unfinished && !fileName.test(name)) return false;
    const state = await stat(this.path(name)).catch(() => null);
    if (state === null || state.mtimeMs >= (unfinished ? unfinishedBefore : before)) return false;
    // What cannot be removed (a disk that became read-only) is tried again the next day.
    return rm(this.path(name)).then(
      () => true,
      () => false,
    );
  }

  private async files(): Promise<readonly string[]> {
    const names = await readdir(this.folder).catch(() => []);
    return names.filter((name) => fileName.test(name));
  }

  private async describe(file: string): Promise<ShelvedRecording | null> {
    const [, decision, kind] = fileName.exec(file) ?? [];
    const state = await stat(this.path(file)).catch(() => null);
    const known = recordingKinds.find((name) => name === kind);
    if (decision === undefined || known === undefined || state === null) return null;
    return {
      decision,
      kind: known,
      path: this.path(file),
      seconds: Math.round(Math.max(0, state.size - 44) / 1600) / 10,
      at: state.mtimeMs,
    };
  }
}
