import type { Called } from '../caller/caller';
import type { Config } from '../config/schema';
import type { NumberInfo, Numbering } from '../numbering/number-info';
import { type DataAge, dataAge } from './data-age';
import type { ReportBook } from './lists/reports';
import { dialKey } from './number-groups';
import { compileOfficeHours } from './office-hours';
import { compileProtectedNumbers, type ProtectedNumbers } from './protected-numbers';

/** What a called line is exempt for. */
export type Exemption = NonNullable<Config['office']['lines'][number]['exempt']>;

/** What rules know besides the call: the office and the numbering plan, ready to be asked. */
export interface Knowledge {
  /** One of the office's or its group's own numbers. */
  isOwn(number: NumberInfo): boolean;
  /** Why calls to this line are never judged; `null` when they are. */
  exemption(called: Called): Exemption | null;
  /** Whether the line is one of those the office tells nobody. */
  isUnpublished(called: Called): boolean;
  /** How the office stands to calls from a country (ISO 3166 alpha-2; `null`: unknown). */
  countryStanding(country: string | null): CountryStanding;
  readonly protectedNumbers: ProtectedNumbers;
  /** What block lists report of a number at a moment (epoch ms); `null`: nothing. */
  readonly reports: ReportBook;
  /** Whether the office works at a moment (epoch ms). */
  isOpen(at: number): boolean;
  /** ISO date of the allocation table. */
  readonly dataDate: string;
  /** Age of the allocation table at a moment (epoch ms). */
  dataAge(at: number): DataAge;
}

export type CountryStanding = 'welcome' | 'unexpected' | 'high-risk';

export function compileKnowledge(office: Config['office'], numbering: Numbering, reports: ReportBook): Knowledge {
  const key = (number: string) => dialKey(numbering.lookUp(number));
  const lines = new Map(office.lines.map(({ number, exempt }) => [key(number), exempt]));
  const own = new Set([...office.numbers.map(key), ...lines.keys()]);
  const unpublished = new Set(office.lines.filter((line) => line.unpublished).map(({ number }) => key(number)));
  const welcome = new Set(office.countries.welcome);
  const highRisk = new Set(office.countries.highRisk);
  const { date } = numbering.snapshot;

  return {
    isOwn: (number) => number.e164 !== null && own.has(number.e164),
    exemption(called) {
      let exemption: Exemption | null = null;
      for (const candidate of called.candidates) {
        const dialled = dialKey(candidate);
        const exempt = lines.get(dialled) ?? null;
        // The caller may write To as he likes: naming the fax there must not open the main number in the request URI.
        if (exempt === null && own.has(dialled)) return null;
        exemption ??= exempt;
      }
      return exemption;
    },
    // One is enough: naming a published number in To must not hide which line was dialled.
    isUnpublished: ({ candidates }) => candidates.some((candidate) => unpublished.has(dialKey(candidate))),
    countryStanding(country) {
      if (country === null) return 'unexpected';
      if (welcome.has(country)) return 'welcome';
      return highRisk.has(country) ? 'high-risk' : 'unexpected';
    },
    protectedNumbers: compileProtectedNumbers(office, numbering),
    reports,
    isOpen: compileOfficeHours(office.hours),
    dataDate: date,
    dataAge: (at) => dataAge(date, at),
  };
}
