import { type MetadataJson, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import minimalMetadata from 'libphonenumber-js/min/metadata';
import { e164Of, longestCountryCode } from './e164';
import type { NumberForm, NumberInfo } from './number-info';

/** The world's numbers: which country codes exist, and the lengths and shapes of each country's numbers. */
const metadata = minimalMetadata as unknown as MetadataJson; // TypeScript reads the JSON's country codes as any string

/** Codes of no country (ITU-T E.164 annex: freephone, shared cost, satellites, personal, networks, relief, premium). */
const globalServices: ReadonlySet<string> = new Set(['800', '808', '870', '878', '881', '882', '883', '888', '979']);

/** Describes the digits of an international number, country code first, of any country but Japan. */
export function describeForeign(input: string, form: NumberForm, digits: string): NumberInfo {
  const callingCode = callingCodeOf(digits);
  const e164 = e164Of(digits);
  const outside = {
    input,
    form,
    e164,
    national: null,
    areaCode: null,
    status: null,
    carrier: null,
    callingCode,
  } as const;
  if (e164 === null || digits.length < longestCountryCode) return { ...outside, kind: 'impossible', country: null };
  if (callingCode === null) return { ...outside, kind: 'nonexistent-country', country: null };
  // Satellite and other global networks open ranges faster than any metadata learns of them: the code alone decides.
  if (globalServices.has(callingCode)) return { ...outside, kind: 'global-service', country: null };

  const parsed = parse(e164);
  // Absent when several countries share the code and the number is in the ranges of none.
  const country = parsed?.country ?? null;
  if (!parsed?.isPossible()) return { ...outside, kind: 'impossible', country };
  // A trunk zero written after the code is taken away, but only where that leaves a number in use: +44 (0)20 …
  return { ...outside, e164: parsed.isValid() ? parsed.number : e164, kind: 'foreign', country };
}

/**
 * Whether the digits, country code first, are exactly a number in a range that its country uses: enough to believe in
 * a country code that nothing marks. `33 0312345678` is not, though people write the 0.
 */
export function isInForeignRange(digits: string): boolean {
  const e164 = e164Of(digits);
  const parsed = e164 === null ? undefined : parse(e164);
  return parsed !== undefined && parsed.number === e164 && parsed.isValid();
}

/** `+44 20 7946 0018`; unchanged where the code has no country to format by, or the number does not fit it. */
export function formatForeign(e164: string): string {
  const parsed = parse(e164);
  return parsed?.number === e164 ? parsed.formatInternational() : e164;
}

function parse(e164: string): PhoneNumber | undefined {
  return parsePhoneNumberFromString(e164, metadata);
}

function callingCodeOf(digits: string): string | null {
  for (let length = 1; length <= longestCountryCode; length++) {
    const code = digits.slice(0, length);
    if (globalServices.has(code) || Object.hasOwn(metadata.country_calling_codes, code)) return code;
  }
  return null;
}
