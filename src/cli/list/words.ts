import type { ListEntry } from '../../config/schema';
import type { Said } from '../../errors';
import { formatNational } from '../../numbering/format';
import type { Numbering, OfficialNumber } from '../../numbering/number-info';
import { kindLabels } from '../../text/labels';
import { localMinute } from '../../text/local-time';

/** The words of `denwaban list`. */

export const officialLabels: Readonly<Record<OfficialNumber['kind'], Said>> = {
  'police-hq': { ja: '警察本部', en: 'police headquarters' },
  'police-station': { ja: '警察署', en: 'police station' },
  koban: { ja: '交番・駐在所', en: 'police box' },
  municipality: { ja: '市区町村', en: 'town hall' },
};

/** What an entry is about, for people: `03-1234-5678`, `03*`, `+44*`, `carrier:ips`, `kind:050`. */
export function sayNamed({ number, prefix, carrier, kind }: ListEntry, numbering: Numbering): string {
  if (number !== undefined) return formatNational(numbering.lookUp(number));
  if (prefix !== undefined) return `${prefix.replace(/^\+81/, '0')}*`;
  return carrier === undefined ? `kind:${kind}` : `carrier:${carrier}`;
}

/** The name of the carrier or the kind that an entry is about; `null` for numbers, which need none. */
export function sayMeaning({ carrier, kind }: ListEntry, numbering: Numbering): Said | null {
  if (kind !== undefined) return kindLabels[kind];
  const name = numbering.snapshot.carriers.find(({ id }) => id === carrier)?.name;
  return name === undefined ? null : { ja: name, en: name };
}

/** When an entry ends, by the clock of this machine: `2027-03-31 18:00`. */
export function sayEnd(expires: string): string {
  return localMinute(Date.parse(expires));
}
