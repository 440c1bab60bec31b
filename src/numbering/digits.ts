/**
 * The dialled characters of a number as people and SIP write it: `+` and digits, or any of `0-9 * #`. `null` for anything
 * that holds other characters than those and separators.
 *
 * Undone are: scheme and host of a URI, parameters (`;isub=`, `;user=phone`), percent escapes, full-width forms and
 * visual separators. A local number with a global `phone-context` is completed (RFC 3966 §5.1.5).
 */
export function dialledCharacters(input: string): string | null {
  const text = input.normalize('NFKC').replace(/^\s*(?:tel|sips?):/i, '');
  const [number = '', ...parameters] = text.replace(/@.*$/s, '').split(';');
  const dialled = withoutSeparators(unescaped(number));
  if (!/^(?:\+[0-9]+|[0-9*#]+)$/.test(dialled)) return null;
  return completed(dialled, contextOf(parameters));
}

/** Escapes of the characters a number may hold; others are no part of a number anyway. */
function unescaped(number: string): string {
  return number.replace(/%(2[0-9A-E]|3[0-9])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Separators of RFC 3966 §5.1.1, spaces, invisible marks that copied text carries, and whatever is typed for a dash. */
function withoutSeparators(number: string): string {
  return number.replace(/[\s().\u2212\u30fc\p{Pd}\p{Cf}]/gu, '');
}

function contextOf(parameters: readonly string[]): string {
  const context = parameters.find((parameter) => /^\s*phone-context=/i.test(parameter)) ?? '';
  return withoutSeparators(unescaped(context.slice(context.indexOf('=') + 1)));
}

/**
 * Whole already are a national number with its 0, a short code, and one that repeats the context's digits.
 * A context that is a domain says nothing of digits.
 */
function completed(dialled: string, context: string): string {
  const isPart = /^[1-9]\d{5,}$/.test(dialled) && /^\+\d+$/.test(context) && !dialled.startsWith(context.slice(1));
  return isPart ? context + dialled : dialled;
}
