import { nearest } from '../../config/nearest';
import { numberKinds } from '../../config/schema';
import { phoneNumber } from '../../config/schema/fields';
import { mustBeOneOf, unknownCarrier } from '../../config/wording';
import type { Said } from '../../errors';
import { dialledCharacters } from '../../numbering/digits';
import type { Numbering } from '../../numbering/number-info';
import { dialKey } from '../number-groups';
import { type Named, prefixKey } from './subject';

/** What came out of a text: what it means, or why it means nothing. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly flaw: Said };

/**
 * What an entry is about, as people and files write it: `03-1234-5678`, `+44*`, `carrier:ips`, `kind:050`, and
 * `number:…`, `prefix:…` where there must be no doubt. Numbers come out in one form, E.164 where they have it.
 */
export function readNamed(text: string, numbering: Numbering): Read<Named> {
  const written = text.normalize('NFKC').trim();
  const [, by, what = ''] = /^(number|prefix|carrier|kind):(.*)$/is.exec(written) ?? [];
  switch (by?.toLowerCase()) {
    case 'number':
      return readNumber(what, numbering);
    case 'prefix':
      return readPrefix(what);
    case 'carrier':
      return readCarrier(what.trim(), numbering);
    case 'kind':
      return readKind(what.trim());
    default:
      // Star codes begin with their star: anybody else's stands for "whatever comes here".
      if (/^\+?\d.*\*./.test(written)) return { ok: false, flaw: noPattern };
      return written.endsWith('*') ? readPrefix(written) : readNumber(written, numbering);
  }
}

function readNumber(text: string, numbering: Numbering): Read<Named> {
  const dialled = dialledCharacters(text);
  const number = dialled === null ? '' : dialKey(numbering.lookUp(dialled));
  return phoneNumber.safeParse(number).success ? { ok: true, value: { number } } : { ok: false, flaw: noNumber };
}

function readPrefix(text: string): Read<Named> {
  const dialled = dialledCharacters(text.trim().replace(/\*$/, ''));
  const prefix = dialled === null ? '' : prefixKey(dialled);
  return phoneNumber.safeParse(prefix).success ? { ok: true, value: { prefix } } : { ok: false, flaw: noPrefix };
}

function readCarrier(id: string, { snapshot }: Numbering): Read<Named> {
  const ids = snapshot.carriers.map((carrier) => carrier.id);
  if (ids.includes(id)) return { ok: true, value: { carrier: id } };
  return { ok: false, flaw: unknownCarrier(id, ids, nearest(id, ids)) };
}

function readKind(word: string): Read<Named> {
  const kind = numberKinds.find((candidate) => candidate === word);
  return kind === undefined
    ? { ok: false, flaw: mustBeOneOf(numberKinds, nearest(word, numberKinds)) }
    : { ok: true, value: { kind } };
}

const noNumber: Said = {
  ja: '電話番号ではありません (例: 03-1234-5678、+81312345678、03*、carrier:ips、kind:050)',
  en: 'no telephone number (e.g. 03-1234-5678, +81312345678, 03*, carrier:ips, kind:050)',
};

const noPattern: Said = {
  ja: '* は末尾にだけ書けます (例: +44*、03*)',
  en: 'a * can stand at the end only (e.g. +44*, 03*)',
};

const noPrefix: Said = {
  ja: '番号の先頭ではありません (例: +44*、03*)',
  en: 'no beginning of a number (e.g. +44*, 03*)',
};
