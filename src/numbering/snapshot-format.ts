import { SnapshotError } from './snapshot';

/**
 * The written form of a snapshot: lines of tab-separated fields, first the word that names the record.
 *
 *     denwaban-numbering 1                     format and its version
 *     date      2026-07-17
 *     credit    「電気通信番号指定状況」…
 *     carrier   ntt-east  東日本電信電話株式会社
 *     area      0154  4                        numbers that begin so have an area code of so many digits
 *     access    0033  ntt-com
 *     special   117
 *     table     050  4  2024-09  partial       blocks of 050 and 4 more digits; absence says nothing
 *     05010     CCCCCC..GGGGGGGG…              the signs of a hundred blocks: 050 1000 and on
 *     official  koban
 *     0761744069  6  篠原駐在所                 the name begins with 6 characters of the one before it
 *     end       1a2b3c4d                       seal over all lines above
 *
 * It is text, so that a reader and `git diff` see what an update changed.
 */
export const header = 'denwaban-numbering 1';

/** Blocks in one line. */
export const rowLength = 100;

/** Names of the two answers to whether a table's silence counts. */
export const completeness = { true: 'complete', false: 'partial' } as const;

/** Signs of block codes: absent, unused, unusable, in use by an unknown carrier, and the carriers in their order. */
const signs = '.-!?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Should there ever be more carriers than letters, they go on from here: À Á Â … */
const moreSigns = 0xc0;

const codeOfSign = new Uint16Array(128);
for (let code = 0; code < signs.length; code++) codeOfSign[signs.charCodeAt(code)] = code;

export function signOf(code: number): string {
  return code < signs.length ? signs.charAt(code) : String.fromCharCode(moreSigns + code - signs.length);
}

/** The block code of a sign, given as UTF-16 code unit. */
export function codeOf(sign: number): number {
  return codeOfSign[sign] ?? signs.length + sign - moreSigns;
}

/** FNV-1a over UTF-16 code units: tells a damaged file, not a forged one. */
export function sealOf(text: string, end = text.length): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < end; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/**
 * Throws {@link SnapshotError} unless the text is a whole, undamaged snapshot of this version.
 * Returns where the seal's line begins.
 */
export function assertIntact(text: string): number {
  if (!text.startsWith(`${header}\n`)) {
    throw new SnapshotError(`it does not begin with “${header}”`);
  }
  const end = text.lastIndexOf('\nend\t') + 1;
  if (end === 0) throw new SnapshotError('its end is missing');
  if (text.slice(end) !== `end\t${sealOf(text, end)}\n`) throw new SnapshotError('it was changed after it was written');
  return end;
}

/** The date of a snapshot, without reading the rest; empty where there is none. */
export function dateIn(text: string): string {
  return /^date\t(.*)$/m.exec(text.slice(0, 200))?.[1] ?? '';
}
