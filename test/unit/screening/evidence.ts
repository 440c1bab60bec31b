import type { Origin, Presentation } from '../../../src/caller/caller';
import type { Config, ListEntry, TrunkProfile } from '../../../src/config/schema';
import { configSchema } from '../../../src/config/schema';
import { assess } from '../../../src/screening/assess';
import type { Assessment } from '../../../src/screening/assessment';
import { type Context, compileContext } from '../../../src/screening/context';
import type { Evidence, Finding } from '../../../src/screening/finding';
import type { Reports } from '../../../src/screening/lists/reports';
import { type CallerMemory, noMemory, type OfficeMemory, type TrunkMemory } from '../../../src/screening/memory';
import { numbering } from '../../support/numbering';

export { numbering };

/** Numbers of allocated blocks end in 9999: invented. Police numbers are public. */
export const numbers = {
  nttEast: '0422209999',
  nttEastOther: '0422219999',
  kddiFixed: '0422259999',
  unused: '0422059999',
  unusable: '0119009999',
  docomo: '09021609999',
  kddiMobile: '09061609999',
  softbank050: '05010049999',
  nttCom050: '05033699999',
  nttComTollFree: '0120400999',
  navi: '0570009999',
  metropolitanPolice: '0335814321',
  musashinoPolice: '0422550110',
  ours: '0422229999',
  oursToo: '0422239999',
  fax: '0422249999',
  bank: '0422269999',
  unpublished: '0422279999',
} as const;

/** Two weeks after the tables were made. */
export const dayOfTables = Date.parse(numbering.snapshot.date);
export const now = dayOfTables + 14 * 86_400_000;

/** A call in a few words; what is not said is ordinary. */
export interface CallWords {
  /** The presented number; absent with `withheld`. */
  readonly from?: string;
  readonly withheld?: Exclude<Presentation, 'presented'> | undefined;
  readonly to?: string | readonly string[];
  readonly trunk?: Partial<TrunkProfile> & { readonly name?: string };
  readonly origin?: Partial<Omit<Origin, 'assertedNumber' | 'divertedBy'>> & {
    readonly assertedNumber?: string;
    readonly divertedBy?: string;
  };
  readonly memory?: MemoryWords;
  readonly at?: number;
}

/** What earlier calls left behind, in a few words; what is not said has not happened. */
export interface MemoryWords {
  readonly withheldJustRejected?: boolean;
  readonly caller?: Partial<CallerMemory>;
  readonly trunk?: Partial<TrunkMemory>;
  readonly office?: Partial<OfficeMemory>;
}

const ordinaryTrunk = configSchema.parse({ trunks: { main: {} } }).trunks['main'] as TrunkProfile;

const ordinaryOrigin: Origin = {
  assertedNumber: null,
  asserted: false,
  assertedHost: null,
  fromHost: 'carrier.example',
  origIoi: null,
  divertedBy: null,
  diverted: false,
  verstat: null,
  attestation: null,
  shakenResult: null,
  callingPartyCategory: null,
  peerAddress: '192.0.2.1',
  privacy: [],
  fromAnonymous: false,
};

export function call(words: CallWords): Evidence {
  const { name = 'main', ...profile } = words.trunk ?? {};
  const { assertedNumber, divertedBy, ...origin } = words.origin ?? {};
  const candidates = [words.to ?? numbers.ours].flat().map((number) => numbering.lookUp(number));
  return {
    trunk: { name, profile: { ...ordinaryTrunk, ...profile } },
    caller: {
      presentation: words.withheld ?? 'presented',
      number: words.withheld === undefined ? numbering.lookUp(words.from ?? numbers.nttEast) : null,
      displayName: null,
    },
    origin: {
      ...ordinaryOrigin,
      fromAnonymous: words.withheld !== undefined,
      assertedNumber: assertedNumber === undefined ? null : numbering.lookUp(assertedNumber),
      asserted: assertedNumber !== undefined,
      divertedBy: divertedBy === undefined ? null : numbering.lookUp(divertedBy),
      diverted: divertedBy !== undefined,
      ...origin,
    },
    called: { number: candidates[0] ?? null, candidates },
    memory: {
      withheldJustRejected: words.memory?.withheldJustRejected ?? false,
      caller: { ...noMemory.caller, ...words.memory?.caller },
      trunk: { ...noMemory.trunk, ...words.memory?.trunk },
      office: { ...noMemory.office, ...words.memory?.office },
    },
    at: words.at ?? now,
  };
}

/** A configuration in a few words; the office has two numbers, a fax, a line it tells nobody, and a bank to protect. */
export interface ConfigWords {
  readonly office?: Partial<Config['office']>;
  readonly policy?: {
    readonly mode?: Config['policy']['mode'];
    readonly screenAt?: number;
    readonly rejectAt?: number;
    readonly withheld?: Partial<Config['policy']['withheld']>;
  };
  readonly rules?: Record<string, { readonly mode?: 'enforce' | 'observe' | 'off'; readonly weight?: number }>;
  readonly lists?: readonly Partial<ListEntry>[];
}

export function config(words: ConfigWords = {}): Config {
  return configSchema.parse({
    ...words,
    office: {
      numbers: [numbers.ours, numbers.oursToo],
      lines: [
        { number: numbers.ours },
        { number: numbers.fax, exempt: 'fax' },
        { number: '**11', exempt: 'intercom' },
        { number: numbers.unpublished, unpublished: true },
      ],
      protectedNumbers: [
        { number: numbers.bank, name: 'みらい銀行' },
        { number: '+44-20-7946-0000', name: 'Future Bank' },
      ],
      countries: { welcome: ['DE'], highRisk: ['NG'] },
      ...words.office,
    },
  });
}

export function context(words: ConfigWords = {}): Context {
  return compileContext({ config: config(words), numbering });
}

export const ordinaryOffice = context();

/** The ordinary office, subscribed to a list that says the same of every number. */
export function reporting(reports: Reports | null): Context {
  return { ...ordinaryOffice, knowledge: { ...ordinaryOffice.knowledge, reports: () => reports } };
}

export function judge(words: CallWords, office: ConfigWords | Context = ordinaryOffice): Assessment {
  return assess(call(words), 'ruleBookVersion' in office ? office : context(office));
}

export function findingOf(assessment: Assessment, rule: string): Finding | undefined {
  return assessment.findings.find((finding) => finding.rule === rule);
}
