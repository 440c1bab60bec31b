import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { messageOf } from '../errors';
import { AppendFile } from './append-file';
import type { Decision } from './decision';
import type { Journal } from './journal';
import { journalFileName } from './journal-files';
import type { Sequel, StaffAction } from './sequel';

/** Changes of the journal's state, never single failures. */
export type JournalEvent =
  | { readonly type: 'degraded'; readonly reason: string }
  /** `lost`: records that are in no file. */
  | { readonly type: 'recovered'; readonly lost: number };

export interface JsonlJournalOptions {
  /** Made when missing, also later when it was removed. */
  readonly folder: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly tell: (event: JournalEvent) => void;
}

/** Levels of pino, all of which are written. */
const kinds = { decision: 30, sequel: 31, 'staff-action': 32 } as const;

/**
 * One JSON line per record in one file per day, readable by its owner only.
 *
 * pino makes the lines. {@link AppendFile} appends them, and not pino's own destination (sonic-boom 4.2), which with a
 * full disk keeps the process from ever exiting: its flush at exit tries again for ever.
 */
export class JsonlJournal implements Journal {
  private file: AppendFile | null = null;
  private readonly closing = new Set<Promise<unknown>>();
  private failing = false;
  private closed = false;
  private lost = 0;
  /** A line is the record behind the name of its kind, without pino's level and time: its schema is the journal's own. */
  private readonly lines = pino<keyof typeof kinds>(
    {
      base: null,
      timestamp: false,
      customLevels: kinds,
      useOnlyCustomLevels: true,
      level: 'decision',
      formatters: { level: (record) => ({ record }) },
    },
    { write: (line: string) => this.append(line) },
  );

  constructor(private readonly options: JsonlJournalOptions) {
    // Opened now rather than by the first call, so that trouble is told at the start.
    this.openTodaysFile();
  }

  record(entry: Decision | Sequel | StaffAction): void {
    if (!('record' in entry)) {
      this.lines.decision(entry);
      return;
    }
    const { record, ...told } = entry;
    this.lines[record](told);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.retire();
    await Promise.all(this.closing);
  }

  private append(line: string): void {
    const accepted = this.openTodaysFile()?.append(line) ?? false;
    if (!accepted) this.lost += 1;
  }

  private openTodaysFile(): AppendFile | null {
    try {
      return this.todaysFile();
    } catch (error) {
      this.hasFailed(error);
      return null;
    }
  }

  private todaysFile(): AppendFile {
    if (this.closed) throw new Error('the journal is closed');
    const { folder, now } = this.options;
    const path = join(folder, journalFileName(now()));
    if (this.file?.path === path && this.file.isInPlace()) return this.file;
    this.retire();
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.file = new AppendFile(path, {
      written: () => this.hasRecovered(),
      failed: (error) => this.hasFailed(error),
    });
    return this.file;
  }

  private retire(): void {
    if (this.file === null) return;
    const closing = this.file.close().then((lost) => {
      this.lost += lost;
      this.closing.delete(closing);
    });
    this.closing.add(closing);
    this.file = null;
  }

  private hasFailed(error: unknown): void {
    if (this.failing) return;
    this.failing = true;
    this.options.tell({ type: 'degraded', reason: messageOf(error) });
  }

  private hasRecovered(): void {
    if (!this.failing) return;
    this.options.tell({ type: 'recovered', lost: this.lost });
    this.failing = false;
    this.lost = 0;
  }
}
