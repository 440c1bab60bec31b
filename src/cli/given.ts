import { nearest } from '../config/nearest';
import type { Config, TrunkProfile } from '../config/schema';
import { profileOf } from '../config/trunk-profiles';
import { DenwabanError, type Said } from '../errors';
import { dialledCharacters } from '../numbering/digits';
import type { NumberInfo, Numbering } from '../numbering/number-info';
import { endingTimeOf, momentSince, spanOf } from '../text/moments';
import { misuse } from './usage';

/** What was given to commands as numbers, trunks and times, understood. */

/** @throws DenwabanError DENWABAN_USAGE */
export function numberGiven(text: string, numbering: Numbering, command: string): NumberInfo {
  const dialled = dialledCharacters(text);
  if (dialled !== null) return numbering.lookUp(dialled);
  throw misuse(command, {
    ja: `「${text}」は電話番号ではありません (例: 03-1234-5678、+81312345678)`,
    en: `'${text}' is no telephone number (e.g. 03-1234-5678, +81312345678)`,
  });
}

/** @throws DenwabanError DENWABAN_TRUNK_UNKNOWN, with the name that was probably meant */
export function trunkGiven(name: string, config: Config): TrunkProfile {
  const profile = profileOf(name, config);
  if (profile !== null) return profile;
  const names = Object.keys(config.trunks);
  const meant = nearest(name, names);
  throw new DenwabanError('DENWABAN_TRUNK_UNKNOWN', {
    trunk: name,
    known: names.join(', ') || '–',
    meant: {
      ja: meant === null ? '' : `「${meant}」のことですか? `,
      en: meant === null ? '' : `Did you mean "${meant}"? `,
    },
  });
}

/**
 * The value of `--since`, in epoch milliseconds.
 *
 * @throws DenwabanError DENWABAN_USAGE
 */
export function sinceGiven(text: string, now: number, command: string): number {
  const since = momentSince(text, now);
  if (since !== null) return since;
  throw misuse(command, {
    ja: `--since に「${text}」は使えません (例: 2h、3d、2026-04-01)`,
    en: `--since cannot be '${text}' (e.g. 2h, 3d, 2026-04-01)`,
  });
}

/** How long something is to last. */
export interface Lifetime {
  /** A while from now: `2h`. */
  readonly for?: string;
  /** A date, which is included, or a time: `2027-03-31`. */
  readonly until?: string;
}

/**
 * The end that `--for` or `--until` name, in epoch milliseconds to come; `null` where neither is given.
 *
 * @throws DenwabanError DENWABAN_USAGE
 */
export function endGiven({ for: span, until }: Lifetime, now: number, command: string): number | null {
  if (span !== undefined) return now + (spanOf(span) ?? misused(command, badSpan));
  if (until === undefined) return null;
  const end = endingTimeOf(until);
  return end !== null && end > now ? end : misused(command, badEnd);
}

const badSpan: Said = {
  ja: '--for には期間を書いてください (例: 30m、2h、3d、2w)',
  en: '--for must be a while, e.g. 30m, 2h, 3d or 2w',
};

const badEnd: Said = {
  ja: '--until には今より後の日付か時刻を書いてください (例: 2027-03-31、2027-03-31T18:00)',
  en: '--until must be a date or time to come, e.g. 2027-03-31 or 2027-03-31T18:00',
};

function misused(command: string, reason: Said): never {
  throw misuse(command, reason);
}
