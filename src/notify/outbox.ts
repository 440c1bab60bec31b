import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../errors';
import { type Parcel, readParcel } from './parcel';

export type OutboxEvent =
  /** Parcels are in memory only; a restart would lose them. */
  | { readonly type: 'outbox-degraded'; readonly reason: string }
  | { readonly type: 'outbox-recovered' }
  /** A file that is no parcel of this version was removed. */
  | { readonly type: 'outbox-damaged'; readonly file: string };

/** What shall become of the file of one parcel: its newest content, or nothing. */
type Wish = Parcel | 'removed';

const ending = '.json';
const draftEnding = '.draft';

/**
 * The folder in which parcels survive the process: one file each, readable by its owner only, whole or not there. All
 * work is done in the background and never rejects: a disk that fails costs the surviving, not the notice.
 */
export class Outbox {
  private readonly wishes = new Map<string, Wish>();
  private readonly working = new Map<string, Promise<void>>();
  private degraded = false;

  constructor(
    readonly folder: string,
    private readonly tell: (event: OutboxEvent) => void,
  ) {}

  /** Everything an earlier run left, the oldest first. */
  async load(): Promise<Parcel[]> {
    const files = await readdir(this.folder).catch(() => []);
    for (const file of files.filter((name) => name.endsWith(draftEnding))) await this.discard(file);
    const parcels: Parcel[] = [];
    for (const file of files.filter((name) => name.endsWith(ending))) {
      const parcel = readParcel(await readFile(join(this.folder, file), 'utf8').catch(() => ''));
      if (parcel?.id === file.slice(0, -ending.length)) parcels.push(parcel);
      else {
        this.tell({ type: 'outbox-damaged', file });
        await this.discard(file);
      }
    }
    return parcels.sort((one, other) => one.since - other.since);
  }

  save(parcel: Parcel): void {
    this.wish(parcel.id, parcel);
  }

  remove(id: string): void {
    this.wish(id, 'removed');
  }

  /** Resolves when all that was asked so far is done. */
  async settled(): Promise<void> {
    while (this.working.size > 0) await Promise.all(this.working.values());
  }

  /** One work at a time for each file; what is wished meanwhile replaces what was wished before. */
  private wish(id: string, wish: Wish): void {
    this.wishes.set(id, wish);
    if (this.working.has(id)) return;
    this.working.set(
      id,
      this.work(id).finally(() => this.working.delete(id)),
    );
  }

  private async work(id: string): Promise<void> {
    for (let wish = this.take(id); wish !== undefined; wish = this.take(id)) {
      try {
        if (wish === 'removed') await this.discard(id + ending);
        else await this.write(id + ending, JSON.stringify(wish));
        if (this.degraded) this.tell({ type: 'outbox-recovered' });
        this.degraded = false;
      } catch (error) {
        if (!this.degraded) this.tell({ type: 'outbox-degraded', reason: messageOf(error) });
        this.degraded = true;
      }
    }
  }

  private take(id: string): Wish | undefined {
    const wish = this.wishes.get(id);
    this.wishes.delete(id);
    return wish;
  }

  private async write(file: string, text: string): Promise<void> {
    const draft = join(this.folder, file + draftEnding);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await writeFile(draft, text, { mode: 0o600, flush: true });
    await rename(draft, join(this.folder, file));
  }

  private discard(file: string): Promise<void> {
    return rm(join(this.folder, file), { force: true });
  }
}
