import { dialledCharacters } from './digits';
import { e164Of, japan } from './e164';
import type { JapanesePlan } from './japan';
import type { NumberForm, NumberInfo, NumberKind } from './number-info';
import { describeForeign, isInForeignRange } from './world';

/** A national number without its leading 0 has at least nine digits; what is shorter was never one. */
const longestShort = 8;

/** Looks up any text. What it is follows from how it begins, as for whoever dials it in Japan. */
export function lookUpAny(plan: JapanesePlan, input: string): NumberInfo {
  const dialled = dialledCharacters(input);
  if (dialled === null) return unplaced(input, 'other', 'impossible');
  if (dialled.startsWith('+')) return international(plan, input, 'plus', dialled.slice(1));
  if (/[*#]/.test(dialled)) return unplaced(input, 'short', 'internal');
  if (dialled.startsWith('010')) return international(plan, input, 'dialled-international', dialled.slice(3));
  if (dialled.startsWith('00')) return afterTwoZeros(plan, input, dialled);
  if (dialled.startsWith('0')) return plan.describe(input, 'national', dialled, e164Of(japan + dialled.slice(1)));
  if (/^1\d\d$/.test(dialled)) return plan.describeSpecial(input, 'short', dialled);
  if (dialled.length <= longestShort) return unplaced(input, 'short', 'internal');
  return bare(plan, input, dialled);
}

/** Digits that begin with a country code. */
function international(plan: JapanesePlan, input: string, form: NumberForm, digits: string): NumberInfo {
  if (!digits.startsWith(japan)) return describeForeign(input, form, digits);
  const rest = digits.slice(japan.length);
  const hasTrunkZero = rest.startsWith('0') && !rest.startsWith('00');
  const significant = hasTrunkZero ? rest.slice(1) : rest;
  const formWithZero = hasTrunkZero && form === 'plus' ? 'plus-trunk-zero' : form;
  return plan.describe(input, formWithZero, `0${significant}`, e164Of(japan + significant));
}

/**
 * 0044… is a British number on trunks that write 00 for +, and a call over the carrier 0044 elsewhere. No caller is
 * shown with an access code, so where the digits make a number of a country, they are one. A 0 after 0081 makes none:
 * it begins a domestic number that was dialled over the carrier 0081.
 */
function afterTwoZeros(plan: JapanesePlan, input: string, dialled: string): NumberInfo {
  const digits = dialled.slice(2);
  const abroad = digits.startsWith(`${japan}0`) ? null : numberOfACountry(plan, input, 'dialled-international', digits);
  return abroad ?? plan.describeAccessCode(input, 'national', dialled);
}

/** A country code with nothing before it is believed only when the digits make a number of that country. */
function bare(plan: JapanesePlan, input: string, dialled: string): NumberInfo {
  return numberOfACountry(plan, input, 'bare', dialled) ?? unplaced(input, 'other', 'impossible');
}

function numberOfACountry(plan: JapanesePlan, input: string, form: NumberForm, digits: string): NumberInfo | null {
  if (!digits.startsWith(japan) && !isInForeignRange(digits)) return null;
  const info = international(plan, input, form, digits);
  return info.kind === 'impossible' ? null : info;
}

/** What belongs to no country: an office's own short code, or no number at all. */
function unplaced(input: string, form: NumberForm, kind: Extract<NumberKind, 'internal' | 'impossible'>): NumberInfo {
  return {
    input,
    form,
    e164: null,
    national: null,
    kind,
    areaCode: null,
    status: null,
    carrier: null,
    country: null,
    callingCode: null,
  };
}
