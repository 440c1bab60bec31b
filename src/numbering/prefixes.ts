const zero = 0x30;

/** Whether a UTF-16 code unit is one of `0-9`. */
export function isDigit(unit: number): boolean {
  return unit >= zero && unit <= zero + 9;
}

/** Value of the decimal digit at a place; meaningless for other characters. */
function digitAt(text: string, at: number): number {
  return text.charCodeAt(at) - zero;
}

/** Value of the decimal digits in `[from, to)`; NaN where the text ends earlier. */
export function digitsAt(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + digitAt(text, at);
  return value;
}

/** The numbers of `digits` digits that begin with `prefix`, as a half-open range of their values. */
export function rangeOf(prefix: string, digits: number): readonly [first: number, end: number] {
  const width = 10 ** (digits - prefix.length);
  const first = Number(prefix) * width;
  return [first, first + width];
}

/** In this order later entries may overwrite earlier ones, and the longest prefix has won in the end. */
export function shortestFirst<T>(entries: readonly T[], prefixOf: (entry: T) => string): T[] {
  return [...entries].sort((a, b) => prefixOf(a).length - prefixOf(b).length);
}
