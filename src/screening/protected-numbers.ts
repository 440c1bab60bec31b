import type { Config } from '../config/schema';
import type { NumberInfo, Numbering } from '../numbering/number-info';
import { dialKey, isFromAbroad } from './number-groups';

/** Numbers whose owner the caller would like to be taken for: police, town halls, the office's own bank. */
export interface ProtectedNumbers {
  /** Name of the owner; `police` for a fixed number ending 0110 in a police block that no list names; else `null`. */
  ownerOf(number: NumberInfo): string | null;
  /** Owner of the number that a foreign number imitates by carrying all its digits but the leading 0. */
  imitatedBy(number: NumberInfo): string | null;
}

/** Owner of a number that lies in a police block without being listed. */
export const police = 'police';

/** Shorter than this, digits coincide by chance. */
const shortestImitation = 8;

export function compileProtectedNumbers(office: Config['office'], numbering: Numbering): ProtectedNumbers {
  const significant = new SignificantNumbers();
  for (const national of numbering.officialNumbers()) significant.add(national);
  const listed = new Map<string, string>();
  for (const { number, name } of office.protectedNumbers) {
    const info = numbering.lookUp(number);
    listed.set(dialKey(info), name);
    if (info.national !== null) significant.add(info.national);
  }

  const ownerOf = (number: NumberInfo): string | null => {
    const { national, kind } = number;
    const name = listed.get(dialKey(number));
    if (name !== undefined || national === null) return name ?? null;
    const official = numbering.official(national);
    if (official !== null) return official.name;
    return kind === 'fixed' && national.endsWith('0110') && numbering.isPoliceBlock(national) ? police : null;
  };
  return {
    ownerOf,
    imitatedBy(number) {
      if (!isFromAbroad(number)) return null;
      // +95 0223 110 is read with its 0, which E.164 leaves out; full-width digits are there only in E.164.
      const found = significant.within(number.input) ?? significant.within(number.e164 ?? '');
      return found === null ? null : ownerOf(numbering.lookUp(`0${found}`));
    },
  };
}

/**
 * National significant numbers (without the leading 0), found anywhere inside a row of digits.
 * Kept as numbers, so that sliding over the digits makes no strings; none begins with 0.
 */
class SignificantNumbers {
  private readonly byLength = new Map<number, Set<number>>();

  add(national: string): void {
    const length = national.length - 1;
    if (length < shortestImitation) return;
    const numbers = this.byLength.get(length) ?? new Set();
    this.byLength.set(length, numbers.add(Number(national.slice(1))));
  }

  within(text: string): number | null {
    for (const [length, numbers] of this.byLength) {
      const found = slide(text, length, numbers);
      if (found !== null) return found;
    }
    return null;
  }
}

function slide(text: string, length: number, numbers: ReadonlySet<number>): number | null {
  const modulus = 10 ** length;
  let window = 0;
  let digits = 0;
  for (let index = 0; index < text.length; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) continue;
    window = (window * 10 + digit) % modulus;
    digits++;
    if (digits >= length && numbers.has(window)) return window;
  }
  return null;
}
