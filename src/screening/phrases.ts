import type { Carrier } from '../numbering/number-info';
import type { Language } from '../text/language';
import { carrierName } from './carrier-names';

/** Turns of phrase that several wordings share. */

/** The fact for a carrier: its id, or nothing where the table names none. */
export function carrierFact(carrier: Carrier | null): string {
  return carrier?.id ?? '';
}

/** "03****5678 は NTT東日本 に割り当てられた番号", or what sort of number it is where the table names no carrier. */
export function claimJa(number: string, carrier: string, sort: string): string {
  return carrier === ''
    ? `${number} は日本の${sort}の番号`
    : `${number} は ${carrierName(carrier, 'ja')} に割り当てられた${sort}の番号`;
}

/** "03****5678 is allocated to NTT East", or what sort of number it is where the table names no carrier. */
export function claimEn(number: string, carrier: string, sort: string): string {
  return carrier === ''
    ? `${number} is a Japanese ${sort} number`
    : `${number} is a ${sort} number allocated to ${carrierName(carrier, 'en')}`;
}

/** The name of a country, `SG` → シンガポール / Singapore. */
export function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}

/** A moment (epoch ms) as a clock in Japan shows it, to the minute: `2026-11-24 21:00`. There is no summer time. */
export function japanTime(at: number): string {
  return new Date(at + 9 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

interface Expected {
  readonly until: number;
  readonly by: string;
  readonly reason: string;
}

/** "2026-11-24 21:00 まで、101 より、理由: 銀行". */
export function expectedJa({ until, by, reason }: Expected): string {
  const parts = [`${japanTime(until)} まで`, by === '' ? '' : `${by} より`, reason === '' ? '' : `理由: ${reason}`];
  return parts.filter(Boolean).join('、');
}

/** "until 2026-11-24 21:00 in Japan; by 101; reason: bank". */
export function expectedEn({ until, by, reason }: Expected): string {
  const parts = [
    `until ${japanTime(until)} in Japan`,
    by === '' ? '' : `by ${by}`,
    reason === '' ? '' : `reason: ${reason}`,
  ];
  return parts.filter(Boolean).join('; ');
}
