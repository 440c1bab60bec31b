import type { Config } from '../../config/schema';
import type { Numbering } from '../../numbering/number-info';
import { compileContext } from '../../screening/context';
import { type Consultation, listConsultant } from '../../screening/lists/consultation';
import { subjectText } from '../../screening/lists/subject';
import { ListBook } from '../../store/list-book';
import { numberGiven } from '../given';
import type { Io } from '../io';
import { withStore } from '../open-state';
import { consultationText } from './consultation-text';

/** What `denwaban list check` is asked for. */
export interface CheckRequest {
  readonly numbers: readonly string[];
  readonly json?: boolean;
  readonly config?: string;
}

/** Says of each number which entries and lists speak for or against it, and what follows from them. */
export async function checkNumbers(io: Io, request: CheckRequest): Promise<void> {
  await withStore(io, request.config, async ({ config, numbering, store }) => {
    const numbers = request.numbers.map((text) => numberGiven(text, numbering, 'list check'));
    const stored = await new ListBook(store).read();
    const context = compileContext({ config, numbering, stored });
    const consult = listConsultant({ config, stored, context, numbering });
    for (const number of numbers) {
      const consultation = consult(number, io.now());
      if (request.json) io.out(`${JSON.stringify(factsOf(consultation, config, numbering))}\n`);
      else io.out(consultationText(consultation, config, numbering, io));
    }
  });
}

/** The keys that scripts rely on. */
function factsOf(consultation: Consultation, { policy }: Config, numbering: Numbering) {
  const { number, own, official, owner, entries, reports, conclusion } = consultation;
  const { input, e164, national, kind, status, carrier } = number;
  const { date, credit } = numbering.snapshot;
  return {
    input,
    e164,
    national,
    kind,
    status,
    carrier,
    own,
    official: official === null ? null : { kind: official.kind, name: official.name, date, credit },
    protectedFor: owner,
    entries: entries.map(({ entry, by, place, state }) => {
      const { list, reason, source, expires, votes, excuses } = entry;
      return { list, by, what: subjectText(entry, numbering), state, place, reason, source, expires, votes, excuses };
    }),
    reports,
    conclusion,
    mode: policy.mode,
  };
}
