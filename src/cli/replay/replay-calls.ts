import type { Said } from '../../errors';
import { journalFolder, listJournalFiles } from '../../journal/journal-files';
import { Comparison } from '../../replay/comparison';
import type { Reading } from '../../replay/past-call';
import { type Beside, pastCalls } from '../../replay/past-calls';
import { type FoundSources, findSources, journalFile, type Source } from '../../replay/sources';
import { sinceGiven, trunkGiven } from '../given';
import type { Io } from '../io';
import { linesOf } from '../stdin';
import { type Offices, openOffices } from './offices';
import { Progress } from './progress';
import { reportText } from './report';
import { reportJson } from './report-json';
import type { ReplayResult } from './result';

/** What `denwaban replay` is asked for. */
export interface ReplayRequest {
  /** Changed calls of each sort that are listed. */
  readonly show: number;
  readonly config?: string;
  readonly trunk?: string;
  readonly since?: string;
  readonly json?: boolean;
}

/** Judges calls of the past again, and writes what would change. */
export async function replayCalls(io: Io, files: readonly string[], request: ReplayRequest): Promise<void> {
  const now = io.now();
  const since = request.since === undefined ? Number.NEGATIVE_INFINITY : sinceGiven(request.since, now, 'replay');
  const offices = await openOffices(io, request.config);
  if (request.trunk !== undefined) trunkGiven(request.trunk, offices.tried.given);
  const found = await (files.length === 0 ? ownJournal(offices) : findSources(files));
  const beside = { standardInput: linesOf(io.stdin), usualTrunk: request.trunk ?? null, now };
  const result = await replay(io, { offices, found, beside, since, show: request.show });
  if (result.comparison.calls === 0 && !request.json) io.err(`${noCalls[io.language]}\n`);
  io.out(
    request.json ? `${JSON.stringify(reportJson(result), null, 2)}\n` : reportText(result, io.language, io.colours),
  );
}

const noCalls: Said = { ja: '判定し直す着信はありませんでした。', en: 'There was no call to judge again.' };

interface Replay {
  readonly offices: Offices;
  readonly found: FoundSources;
  readonly beside: Beside;
  readonly since: number;
  readonly show: number;
}

async function replay(io: Io, { offices, found, beside, since, show }: Replay): Promise<ReplayResult> {
  const { tried, usual, ids, numbering, home } = offices;
  const comparison = new Comparison(tried, usual?.office ?? null, show);
  const progress = new Progress(io, bytesOf(found.sources));
  const counts = { neverJudged: 0, notInbound: 0, damaged: 0, bytes: 0 };
  const reading: Reading = {
    since,
    counts,
    ids,
    numbering,
    offices: usual === null ? [tried] : [tried, usual.office],
    policy: home.policy,
  };
  try {
    for await (const call of pastCalls(found.sources, reading, beside)) {
      if (io.readerGone.aborted) break;
      comparison.add(call);
      progress.show(counts.bytes, comparison.calls);
    }
  } finally {
    progress.clear();
  }
  return {
    files: found.sources.length,
    otherFiles: found.otherFiles,
    counts,
    comparison,
    config: offices.file,
    usualConfig: usual?.file ?? null,
    dataDate: numbering.snapshot.date,
    observeMode: tried.isObserving,
    lacksKey: !offices.hasKey && found.sources.some(isJournal),
    hasLists: offices.hasLists,
  };
}

async function ownJournal({ home }: Offices): Promise<FoundSources> {
  const files = await listJournalFiles(journalFolder(home.dataDir));
  return { sources: files.map(journalFile), otherFiles: 0 };
}

function isJournal({ kind }: Source): boolean {
  return kind === 'journal' || kind === 'standard-input';
}

/** `null` where standard input is among them: nobody knows how long it is. */
function bytesOf(sources: readonly Source[]): number | null {
  let total = 0;
  for (const source of sources) {
    if (source.kind === 'standard-input') return null;
    total += source.bytes;
  }
  return total;
}
