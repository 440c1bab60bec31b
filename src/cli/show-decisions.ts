import { loadConfig } from '../config/load';
import type { Said } from '../errors';
import { callerId } from '../journal/caller-id';
import type { Decision } from '../journal/decision';
import type { DecisionFilter } from '../journal/decision-filter';
import { formatDecision } from '../journal/format-decision';
import { formatSequel } from '../journal/format-sequel';
import { formatStaffAction } from '../journal/format-staff-action';
import { journalFolder } from '../journal/journal-files';
import { followDecisions, type Recorded, readDecisions } from '../journal/read-decisions';
import type { NumberInfo, Numbering } from '../numbering/number-info';
import type { Verdict } from '../screening/assessment';
import { dialKey } from '../screening/number-groups';
import { readSecretKey } from '../store/secret-key';
import { knownNames, numberingFor } from './compose';
import { numberGiven, sinceGiven } from './given';
import type { Io } from './io';
import { tellWhoseState } from './open-state';

const command = 'decisions';

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

/** Of so many decisions shown it is known which caller what follows is about. */
const mostKnown = 1_000;

/** Writes the wanted decisions and acts of staff, the newest last; with `follow` until the reader goes. */
export async function showDecisions(io: Io, request: DecisionsRequest): Promise<void> {
  const numbering = numberingFor(io.env, request.config);
  const { config, file } = loadConfig({ file: request.config, env: io.env, known: knownNames(numbering) });
  tellWhoseState(io, { config, file });
  const count = { shown: 0, damaged: 0 };
  const reading = {
    folder: journalFolder(config.dataDir),
    filter: filterOf(request, config.dataDir, numbering, io.now()),
    last: request.last,
    damaged: () => {
      count.damaged += 1;
    },
  };
  const known = new Map<string, Decision>();
  const show = (recorded: Recorded): void => {
    if (recorded.kind === 'sequel' && !known.has(recorded.sequel.decision) && isNarrow(reading.filter)) return;
    if (recorded.kind === 'decision') remember(known, recorded.decision);
    count.shown += 1;
    io.out(request.json ? linesOf(recorded) : format(recorded, known, io));
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

function linesOf(recorded: Recorded): string {
  const lines = [recorded, ...(recorded.kind === 'decision' ? recorded.sequels : [])].map(({ line }) => line);
  return `${lines.join('\n')}\n`;
}

function format(recorded: Recorded, known: ReadonlyMap<string, Decision>, { language, colours }: Io): string {
  switch (recorded.kind) {
    case 'decision': {
      const sequels = recorded.sequels.map(({ sequel }) => sequel);
      return formatDecision(recorded.decision, language, colours, sequels);
    }
    case 'sequel': {
      const { sequel } = recorded;
      return formatSequel(sequel, known.get(sequel.decision) ?? null, language, colours);
    }
    case 'staff-action':
      return formatStaffAction(recorded.action, language, colours);
  }
}

function remember(known: Map<string, Decision>, decision: Decision): void {
  known.set(decision.id, decision);
  const [oldest] = known.keys();
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
}

/** Whether a sequel of a decision that was not shown is none of the reader's concern. */
function isNarrow({ verdict, callerId: caller }: DecisionFilter): boolean {
  return verdict !== null || caller !== null;
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
    callerId: number === undefined ? null : idOf(numberGiven(number, numbering, command), dataDir),
    since: since === undefined ? null : sinceGiven(since, now, command),
  };
}

function idOf(number: NumberInfo, dataDir: string): string {
  return callerId(dialKey(number), readSecretKey(dataDir));
}
