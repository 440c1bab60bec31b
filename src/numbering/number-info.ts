/** What the numbering plan and the allocation tables say of one telephone number. */

/**
 * The class of a number. Japan's classes follow 電気通信番号計画; the last four describe what lies outside it.
 */
export type NumberKind =
  | 'fixed' // 0AB-J
  | 'mobile' // 060 070 080 090
  | '050' // IP telephone
  | 'toll-free' // 0120 0800
  | 'navi' // 0570
  | 'm2m' // 020 0200
  | 'pager' // 0204
  | 'fmc' // 0600
  | 'premium' // 0990 0170 0180: information and message services
  | '091' // special-purpose IP numbers
  | 'carrier-access' // 00XY
  | 'special' // 1XY
  | 'internal' // short office extension, or a star/hash code
  | 'foreign' // a country code in use
  | 'global-service' // +800 +808 +870 +878 +881… +888 +979
  | 'nonexistent-country' // a country code the world plan does not know
  | 'impossible'; // letters, or a length its class does not have

/** State of the number block in the table of 電気通信番号指定状況; `unlisted`: the block is not in the table. */
export type BlockStatus = 'in-use' | 'unused' | 'unusable' | 'unlisted';

/** The form in which a number arrived. It is evidence: a trunk that sends `0…` does not suddenly send `+81…`. */
export type NumberForm =
  | 'national' // 03…
  | 'plus' // +81…
  | 'bare' // 81… without plus
  | 'plus-trunk-zero' // +810…
  | 'dialled-international' // 010CC… or 00CC…
  | 'short' // too short for a national number, or star/hash codes
  | 'other';

export interface Carrier {
  /** Short stable id, e.g. `ntt-east`. */
  readonly id: string;
  /** Name as the ministry prints it, NFKC-normalised. */
  readonly name: string;
}

/** All fields are `null` where the plan says nothing. Immutable. */
export interface NumberInfo {
  /** The number as it arrived. */
  readonly input: string;
  readonly form: NumberForm;
  /** E.164 with `+`, when the number has such a form. */
  readonly e164: string | null;
  /** Japanese national form with its leading 0, for Japanese numbers. */
  readonly national: string | null;
  readonly kind: NumberKind;
  /** Fixed numbers only, with leading 0: `03`, `0154`. */
  readonly areaCode: string | null;
  readonly status: BlockStatus | null;
  /** The carrier the block is allocated to. Numbers are ported: this is a claim, not the carrier of today. */
  readonly carrier: Carrier | null;
  /** ISO 3166 alpha-2; `JP` for numbers of Japan's plan, `null` for global services and unknown codes. */
  readonly country: string | null;
  /** Country calling code without `+`, also for global services; `null` when unknown. */
  readonly callingCode: string | null;
}

/** The room's door: everything else in the house asks for a number through this. */
export interface Numbering {
  lookUp(input: string): NumberInfo;
  /** Police and municipal telephone numbers shipped with the data, by national number. */
  official(national: string): OfficialNumber | null;
  /** True when the fixed block (first six digits) holds a police headquarters or station (kobans lie in blocks of all). */
  isPoliceBlock(national: string): boolean;
  /** National numbers of all official entries. */
  officialNumbers(): Iterable<string>;
  readonly snapshot: SnapshotInfo;
}

export interface OfficialNumber {
  readonly national: string;
  readonly kind: 'police-hq' | 'police-station' | 'koban' | 'municipality';
  readonly name: string;
}

export interface SnapshotInfo {
  /** ISO date from which the age of the allocation tables is counted. */
  readonly date: string;
  readonly credit: readonly string[];
  /** Every carrier the tables name: a configuration can refer to these. */
  readonly carriers: readonly Carrier[];
  readonly counts: Readonly<Record<string, number>>;
}
