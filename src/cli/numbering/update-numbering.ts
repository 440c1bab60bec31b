import { loadConfig } from '../../config/load';
import { DenwabanError, type Said } from '../../errors';
import { ministryPage, type PublicationListener, readPublication } from '../../ministry/publication';
import { readTables } from '../../ministry/tables';
import { decodeSnapshot } from '../../numbering/snapshot-decode';
import { encodeSnapshot } from '../../numbering/snapshot-encode';
import { compareSnapshots } from '../../numbering/update/compare';
import { gatherEditions } from '../../numbering/update/edition';
import { nextSnapshot } from '../../numbering/update/next-snapshot';
import { findShrinkage } from '../../numbering/update/shrinkage';
import type { TableFlaw } from '../../numbering/update/table-flaw';
import { chooseNumbering, updatedSnapshot } from '../choose-numbering';
import { knownNames } from '../compose';
import type { Io } from '../io';
import { wordTableFlaw } from './table-flaws';
import { type NumberingUpdate, updateReport } from './update-report';
import { writeSnapshot } from './write-snapshot';

export interface UpdateOptions {
  readonly from?: string;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly config?: string;
}

/** How far ahead of its date a table may be published. */
const aheadMs = 31 * 86_400_000;

/**
 * Takes the ministry's tables over into the numbering data: all that were published together, or nothing. Data that say
 * the same already are left alone.
 *
 * @throws DenwabanError when the tables cannot be had, or are not to be believed
 */
export async function updateNumbering(io: Io, options: UpdateOptions): Promise<void> {
  const source = { file: options.config, env: io.env };
  const inUse = chooseNumbering(source);
  const { config } = loadConfig({ ...source, known: knownNames(inUse.numbering) });
  const from = options.from ?? ministryPage;

  const { pageDate, workbooks } = await readPublication(from, progress(io));
  const { issues, unknown, flaws: unfit } = readTables(workbooks);
  if (issues.length === 0 && unfit.length === 0) throw new DenwabanError('DENWABAN_TABLES_MISSING', { from });
  const latest = new Date(io.now() + aheadMs).toISOString().slice(0, 10);
  const { editions, superseded, flaws: incomplete } = gatherEditions(issues, { pageDate, latest });

  const before = decodeSnapshot(inUse.text);
  const { snapshot: after, outdated } = nextSnapshot(before, editions);
  const text = encodeSnapshot(after);
  const refused = [...unfit, ...incomplete, ...(options.force ? [] : findShrinkage(before, after))];
  const update: NumberingUpdate = {
    from,
    file: updatedSnapshot(config.dataDir),
    date: { from: before.date, to: after.date },
    changes: compareSnapshots(before, after),
    areaCodeRules: after.areaCodeLengths.size - before.areaCodeLengths.size,
    newCarriers: after.carriers.slice(before.carriers.length),
    leftOut: { unknown, superseded, outdated: outdated.map(({ prefix, asOf }) => ({ table: prefix, asOf })) },
    refused,
    changed: text !== inUse.text,
    written: refused.length === 0 && text !== inUse.text && !options.dryRun,
    isOverruled: inUse.origin === 'environment',
  };
  if (update.written) writeSnapshot(update.file, text);
  io.out(options.json ? `${JSON.stringify(update, null, 2)}\n` : updateReport(update, io));
  if (refused.length > 0) throw refusal(refused);
}

function progress(io: Io): PublicationListener {
  const tell = ({ ja, en }: Said) => io.err(`${{ ja, en }[io.language]}\n`);
  return {
    fetching: (file, place, of) =>
      tell({ ja: `取得中 ${place}/${of}: ${file}`, en: `fetching ${place}/${of}: ${file}` }),
    retrying: (file, reason) =>
      tell({ ja: `もう一度試します: ${file} (${reason})`, en: `trying again: ${file} (${reason})` }),
  };
}

function refusal(flaws: readonly TableFlaw[]): DenwabanError {
  const worded = flaws.map(wordTableFlaw);
  const problems = { ja: worded.map(({ ja }) => ja).join('\n'), en: worded.map(({ en }) => en).join('\n') };
  const isForgivable = flaws.every(({ kind }) => kind === 'shrunken');
  return new DenwabanError('DENWABAN_TABLES_REFUSED', {
    problems,
    cure: isForgivable ? cures.force : cures.fetchAgain,
  });
}

const cures = {
  force: {
    ja: '本当にこれだけ減ったのなら、--force を付けて実行してください。',
    en: 'If the ministry really closed so many, run it again with --force.',
  },
  fetchAgain: {
    ja: 'ページから Excel をすべて取り直してください。それでも同じなら、表の形が変わったのかもしれません。開発者にお知らせください。',
    en: 'Fetch all workbooks of the page again. If that does not help, their form may have changed: please report it.',
  },
} as const satisfies Record<string, Said>;
