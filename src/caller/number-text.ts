/** No number of any plan is longer, with every prefix and separator. */
export const longestNumberText = 64;

/**
 * Whether a text is meant as a telephone number: digits (full-width too), star and hash codes, visual separators
 * (RFC 3966 §5.1.1), an optional leading plus. Says nothing about whether the number can exist.
 */
export function isNumberText(text: string | null): boolean {
  return text !== null && text.length <= longestNumberText && numberShape.test(text);
}

/** The first text that is meant as a number; `null` when none is. */
export function firstNumberText(texts: readonly (string | null)[]): string | null {
  return texts.find(isNumberText) ?? null;
}

/** Digits in ASCII, everything else dropped. */
export function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/\D+/g, '');
}

/** More digits than an office extension has. */
export function isFullLength(text: string | null): boolean {
  return digitsOf(text ?? '').length > longestExtension;
}

const longestExtension = 6;
const numberShape = /^[+＋]?[\d０-９*#(（][\d０-９*#\s().（）\-‐‑–−ー－]*$/;
