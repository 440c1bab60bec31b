import { createColors } from 'picocolors';
import { loadConfig } from '../config/load';
import type { Decision } from '../journal/decision';
import { describeCaller } from '../journal/describe-caller';
import { journalFolder } from '../journal/journal-files';
import { readDecisions } from '../journal/read-decisions';
import { RecordingShelf, recordingKinds, recordingsFolder, type ShelvedRecording } from '../recordings/shelf';
import { recordingLabels } from '../text/labels';
import { localMinute } from '../text/local-time';
import { knownNames, numberingFor } from './compose';
import { sinceGiven } from './given';
import type { Io } from './io';
import { tellWhoseState } from './open-state';
import { misuse } from './usage';

const command = 'messages';

export interface MessagesRequest {
  readonly since?: string;
  /** Ids of decisions whose recordings are to go. */
  readonly delete?: readonly string[];
  readonly json?: boolean;
  readonly config?: string;
}

/** Lists what callers said, each beside its decision; or removes it, file and all. */
export async function showMessages(io: Io, request: MessagesRequest): Promise<void> {
  const numbering = numberingFor(io.env, request.config);
  const { config, file } = loadConfig({ file: request.config, env: io.env, known: knownNames(numbering) });
  tellWhoseState(io, { config, file });
  const shelf = new RecordingShelf(recordingsFolder(config.dataDir));
  if (request.delete !== undefined) return remove(io, shelf, request.delete);

  const since = request.since === undefined ? 0 : sinceGiven(request.since, io.now(), command);
  const recordings = (await shelf.list()).filter(({ at }) => at >= since);
  const decisions = await decisionsOf(recordings, journalFolder(config.dataDir));
  for (const recording of recordings) {
    const decision = decisions.get(recording.decision) ?? null;
    io.out(request.json ? lineOf(recording, decision) : textOf(recording, decision, io));
  }
  if (recordings.length === 0 && !request.json) io.err(`${none[io.language]}\n`);
}

/** Only of days on which somebody left something. */
async function decisionsOf(
  recordings: readonly ShelvedRecording[],
  folder: string,
): Promise<ReadonlyMap<string, Decision>> {
  const wanted = new Set(recordings.map(({ decision }) => decision));
  const found = new Map<string, Decision>();
  if (wanted.size === 0) return found;
  // A call may last an hour before its recording is put on the shelf.
  const since = Math.min(...recordings.map(({ at }) => at)) - 3_600_000;
  const filter = { verdict: null, callerId: null, since };
  for await (const recorded of readDecisions({ folder, filter, last: null, damaged: () => undefined })) {
    if (recorded.kind === 'decision' && wanted.has(recorded.decision.id)) {
      found.set(recorded.decision.id, recorded.decision);
    }
  }
  return found;
}

async function remove(io: Io, shelf: RecordingShelf, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const removed = await Promise.all(recordingKinds.map((kind) => shelf.remove(id, kind)));
    if (!removed.includes(true)) {
      throw misuse(command, {
        ja: `${id} の録音はありません。denwaban messages で ID を確かめてください`,
        en: `there is no recording with the id ${id}; see \`denwaban messages\` for the ids`,
      });
    }
    io.out(`${id}\n`);
  }
}

function lineOf({ decision: id, kind, path, seconds, at }: ShelvedRecording, decision: Decision | null): string {
  const { caller = null, trunk = null, called = null } = decision ?? {};
  return `${JSON.stringify({ id, kind, at: new Date(at).toISOString(), seconds, path, caller, trunk, called })}\n`;
}

function textOf(
  { decision: id, kind, path, seconds, at }: ShelvedRecording,
  decision: Decision | null,
  { language, colours }: Io,
): string {
  const paint = createColors(colours);
  const caller = decision === null ? '–' : describeCaller(decision, language);
  const trunk = decision === null ? '' : `  ${decision.trunk} → ${decision.called ?? '–'}`;
  const what = paint.bold(`${recordingLabels[kind][language]} ${seconds} ${secondsWord[language]}`);
  return `${localMinute(at)}  ${what}  ${caller}${trunk}\n  ${path}\n  ${paint.dim(id)}\n`;
}

const secondsWord = { ja: '秒', en: 's' } as const;

const none = { ja: '録音はありません。', en: 'Nothing was recorded.' } as const;
