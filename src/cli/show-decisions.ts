import { loadConfig } from '../config/load';
import { DenwabanError, type Said } from '../errors';
import { callerId } from '../journal/caller-id';
import { type DecisionFilter, parseSince } from '../journal/decision-filter';
import { formatDecision } from '../journal/format-decision';
import { journalFolder } from '../journal/journal-files';
import { followDecisions, type RecordedDecision, readDecisions } from '../journal/read-decisions';
import type { Numbering } from '../numbering/number-info';
import type { Verdict } from '../screening/assessment';
import { readSecretKey } from '../store/secret-key';
import { knownNames, numberingFor } from './compose';
import type { Io } from './io';

/** What `denwaban decisions` is asked for. */
export interface DecisionsRequest {
  /** Only so many, the newest; `null` for all. */
  readonly last: number | null;
  readonly verdict?: Verdict;
  readonly number?: string;
  readonly since?: string;
  readonly follow?: boolean;
  readonly json?: boolean;
  readonly config?: string;
}

/** Writes the wanted decisions, the newest last; with `follow` until the reader goes. */
export async function showDecisions(io: Io, request: DecisionsRequest): Promise<void> {
  const numbering = numberingFor(io.env, request.config);
  const { config } = loadConfig({ file: request.config, env: io.env, known: knownNames(numbering) });
  const count = { shown: 0, damaged: 0 };
  const reading = {
    folder: journalFolder(config.dataDir),
    filter: filterOf(request, config.dataDir, numbering, io.now()),
    last: request.last,
    damaged: () => {
      count.damaged += 1;
    },
  };
  const show = ({ decision, line }: RecordedDecision): void => {
    count.shown += 1;
    io.out(request.json ? `${line}\n` : formatDecision(decision, io.language, io.colours));
  };

  const past = readDecisions(reading);
  let step = await past.next();
  for (; !step.done && !io.readerGone.aborted; step = await past.next()) show(step.value);
  if (count.damaged > 0) io.err(`${remarks.damaged(count.damaged)[io.language]}\n`);
  if (request.follow && step.done) {
    for await (const recorded of followDecisions(step.value, reading, io.readerGone)) show(recorded);
  } else if (count.shown === 0 && !request.json) {
    io.err(`${remarks.none[io.language]}\n`);
  }
}

const remarks = {
  none: { ja: '当てはまる判定はありません。', en: 'No such decision.' },
  damaged: (lines: number): Said => ({
    ja: `読めない行を ${lines} 行飛ばしました。`,
    en: `${lines} damaged line${lines === 1 ? '' : 's'} passed over.`,
  }),
} as const;

function filterOf(
  { verdict, number, since }: DecisionsRequest,
  dataDir: string,
  numbering: Numbering,
  now: number,
): DecisionFilter {
  return {
    verdict: verdict ?? null,
    callerId: number === undefined ? null : callerId(e164Of(number, numbering), readSecretKey(dataDir)),
    since: since === undefined ? null : sinceOf(since, now),
  };
}

/** The journal knows callers by the keyed hash of their E.164 number. */
function e164Of(number: string, numbering: Numbering): string {
  const { e164 } = numbering.lookUp(number.replaceAll(/[\s()-]/g, ''));
  if (e164 !== null) return e164;
  throw usage({
    ja: `「${number}」は電話番号ではありません (例: 03-1234-5678、+81312345678)`,
    en: `'${number}' is no telephone number (e.g. 03-1234-5678, +81312345678)`,
  });
}

function sinceOf(text: string, now: number): number {
  const since = parseSince(text, now);
  if (since !== null) return since;
  throw usage({
    ja: `--since に「${text}」は使えません (例: 2h、3d、2026-04-01)`,
    en: `--since cannot be '${text}' (e.g. 2h, 3d, 2026-04-01)`,
  });
}

function usage(reason: Said): DenwabanError {
  return new DenwabanError('DENWABAN_USAGE', { reason, command: 'decisions' });
}
