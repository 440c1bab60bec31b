import type { ListEntry } from '../../config/schema';
import type { Said } from '../../errors';
import type { Numbering } from '../../numbering/number-info';
import { compileContext } from '../../screening/context';
import { doubtsAmong, sayDoubt } from '../../screening/lists/doubts';
import { type Fate, type MergedLists, mergeLists } from '../../screening/lists/merge';
import { subjectText } from '../../screening/lists/subject';
import { ListBook } from '../../store/list-book';
import { listLabels } from '../../text/labels';
import type { Io } from '../io';
import { type State, withStore } from '../open-state';
import { type AddRequest, wantedEntries } from './wanted-entries';
import { sayNamed } from './words';

/** Keeps the entries; one that is there already takes over what is said of it now. */
export async function addEntries(io: Io, request: AddRequest): Promise<void> {
  await withStore(io, request.config, async (state) => {
    const { numbering, store } = state;
    const wanted = wantedEntries(request, numbering, io.now());
    const merged = await new ListBook(store).change((before) => {
      const completed = wanted.map((entry) => complete(entry, before, request, numbering));
      return mergeLists(before, completed, numbering);
    });
    for (const { entry, fate } of merged.came) {
      const list = listLabels[entry.list][io.language];
      io.out(`${fates[fate][io.language]}: ${list} ${sayNamed(entry, numbering)}\n`);
    }
    tellDoubts(io, merged, state);
  });
}

/** What is not said now stays as it was, except for the end: who adds an entry without one wants it to last. */
function complete(
  entry: ListEntry,
  before: readonly ListEntry[],
  { reason, votes, excuse }: AddRequest,
  numbering: Numbering,
): ListEntry {
  const subject = subjectText(entry, numbering);
  const old = before.find(
    (other) => other.list === entry.list && other.source === entry.source && subjectText(other, numbering) === subject,
  );
  if (old === undefined) return entry;
  return {
    ...entry,
    reason: reason === undefined ? old.reason : entry.reason,
    votes: votes === undefined ? old.votes : entry.votes,
    excuses: excuse === undefined ? old.excuses : entry.excuses,
  };
}

const fates: Readonly<Record<Fate, Said>> = {
  new: { ja: '追加しました', en: 'added' },
  updated: { ja: '更新しました', en: 'updated' },
  unchanged: { ja: 'もうあります', en: 'already there' },
  repeated: { ja: '二度指定されています', en: 'given twice' },
};

function tellDoubts(io: Io, { entries, came }: MergedLists, { config, numbering }: State): void {
  const { knowledge } = compileContext({ config, numbering });
  const doubtsOf = doubtsAmong([...config.lists, ...entries], knowledge, numbering, io.now());
  for (const { entry } of came) {
    for (const doubt of doubtsOf(entry)) io.err(`${sayNamed(entry, numbering)}: ${sayDoubt(doubt)[io.language]}\n`);
  }
}
