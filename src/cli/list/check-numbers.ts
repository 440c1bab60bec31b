import type { Config } from '../../config/schema';
import { DenwabanError } from '../../errors';
import { dialledCharacters } from '../../numbering/digits';
import type { NumberInfo, Numbering } from '../../numbering/number-info';
import { type Consultation, listConsultant } from '../../screening/consult-lists';
import { compileContext } from '../../screening/context';
import { subjectText } from '../../screening/list-subject';
import { ListBook } from '../../store/list-book';
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
    const numbers = request.numbers.map((text) => numberNamed(text, numbering));
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

function numberNamed(text: string, numbering: Numbering): NumberInfo {
  if (dialledCharacters(text) !== null) return numbering.lookUp(text);
  throw new DenwabanError('DENWABAN_USAGE', {
    reason: {
      ja: `「${text}」は電話番号ではありません (例: 03-1234-5678、+81312345678)`,
      en: `'${text}' is no telephone number (e.g. 03-1234-5678, +81312345678)`,
    },
    command: 'list check',
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
