import { nearest } from '../../config/nearest';
import type { ListEntry } from '../../config/schema';
import { DenwabanError, type Said } from '../../errors';
import type { Numbering } from '../../numbering/number-info';
import { endOf, isCurrent } from '../../screening/lists/end';
import { subjectText } from '../../screening/lists/subject';
import { ListBook } from '../../store/list-book';
import { listLabels } from '../../text/labels';
import type { Io } from '../io';
import { type State, withStore } from '../open-state';
import { misuse } from '../usage';
import { namedGiven } from './given';
import { sayNamed } from './words';

const command = 'list remove';

/** What `denwaban list remove` is asked for. */
export interface RemoveRequest {
  readonly what: readonly string[];
  /** Only from this list. */
  readonly list?: ListEntry['list'];
  /** Only what comes from there. */
  readonly source?: string;
  /** Only what has ended. */
  readonly expired?: boolean;
  readonly config?: string;
}

/** Removes what is asked for, all of it or, when something is not there, nothing. */
export async function removeEntries(io: Io, request: RemoveRequest): Promise<void> {
  const { what, source, expired } = request;
  if (what.length === 0 && source === undefined && expired !== true) throw misuse(command, nothingNamed);
  await withStore(io, request.config, async (state) => {
    const { numbering, store } = state;
    const wanted = new Map(what.map((text) => [subjectText(namedGiven(text, numbering, command), numbering), text]));
    const { removed } = await new ListBook(store).change((before) => {
      const isWanted = wantedBy(request, wanted, numbering, io.now());
      const gone = before.filter(isWanted);
      const found = new Set(gone.map((entry) => subjectText(entry, numbering)));
      for (const [subject, text] of wanted) if (!found.has(subject)) throw missing(subject, text, before, state);
      return { entries: gone.length === 0 ? before : before.filter((entry) => !isWanted(entry)), removed: gone };
    });
    const told = { ja: '消しました', en: 'removed' }[io.language];
    for (const entry of removed) {
      io.out(`${told}: ${listLabels[entry.list][io.language]} ${sayNamed(entry, numbering)} (${entry.source})\n`);
    }
    if (removed.length === 0) io.err(`${noneSuch[io.language]}\n`);
  });
}

function wantedBy(
  { list, source, expired }: RemoveRequest,
  wanted: ReadonlyMap<string, string>,
  numbering: Numbering,
  now: number,
): (entry: ListEntry) => boolean {
  return (entry) =>
    (wanted.size === 0 || wanted.has(subjectText(entry, numbering))) &&
    (list === undefined || entry.list === list) &&
    (source === undefined || entry.source === source) &&
    (expired !== true || !isCurrent(endOf(entry), now));
}

function missing(
  subject: string,
  text: string,
  stored: readonly ListEntry[],
  { config, numbering }: State,
): DenwabanError {
  const isMeant = (entry: ListEntry) => subjectText(entry, numbering) === subject;
  const elsewhere = stored.find(isMeant);
  let hint = meant(subject, stored, numbering);
  if (config.lists.some(isMeant)) hint = inConfiguration;
  if (elsewhere !== undefined) hint = onAnother(elsewhere);
  return new DenwabanError('DENWABAN_LIST_ENTRY_MISSING', { what: text, hint });
}

/** It is there, but not as `--list`, `--source` and `--expired` want it. */
function onAnother({ list, source }: ListEntry): Said {
  return {
    ja: `${listLabels[list].ja}リストにはあります (出所: ${source})。`,
    en: `It is on the ${listLabels[list].en} list (source: ${source}). `,
  };
}

/** The stored entry that was mistyped, or else one that covers what was named. */
function meant(subject: string, stored: readonly ListEntry[], numbering: Numbering): Said {
  const bySubject = new Map(stored.map((entry) => [subjectText(entry, numbering), entry]));
  const subjects = [...bySubject.keys()];
  const mistyped = nearest(subject, subjects.filter(sharesHalf(subject)));
  const key = subject.slice(subject.indexOf(':') + 1);
  const covering = stored.find((entry) => entry.prefix !== undefined && key.startsWith(entry.prefix));
  const entry = bySubject.get(mistyped ?? '') ?? covering;
  if (entry === undefined) return { ja: '', en: '' };
  const named = sayNamed(entry, numbering);
  return { ja: `「${named}」のことですか? `, en: `Did you mean ${named}? ` };
}

/** A slip of the finger leaves one half of a number as it was; to measure the distance to all of them would take long. */
function sharesHalf(subject: string): (other: string) => boolean {
  const middle = Math.ceil(subject.length / 2) + 2;
  return (other) => other.startsWith(subject.slice(0, middle)) || other.endsWith(subject.slice(middle));
}

const inConfiguration: Said = {
  ja: '設定ファイルの lists: にはあります。そこから消してください。',
  en: 'It stands in the configuration file under `lists:`, remove it there. ',
};

const nothingNamed: Said = {
  ja: '消すもの (番号など)、--source、--expired のどれかを指定してください',
  en: 'say what to remove: numbers and the like, --source or --expired',
};

const noneSuch: Said = { ja: '当てはまる項目はありません。', en: 'No such entry.' };
