/**
 * Splits a header value at a separator that stands outside quoted strings and angle brackets (RFC 3261 §7.3.1, §25.1).
 * Pieces are trimmed, empty ones dropped. One pass: linear in the length of the text, whatever it holds.
 */
export function splitOutsideQuotes(text: string, separator: ',' | ';'): readonly string[] {
  if (!text.includes(separator)) return keepFilled([text]);
  const pieces: string[] = [];
  let start = 0;
  let quoted = false;
  let bracketed = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (quoted) {
      if (char === '\\') at++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = !bracketed;
    else if (char === '<') bracketed = true;
    else if (char === '>') bracketed = false;
    else if (char === separator && !bracketed) {
      pieces.push(text.slice(start, at));
      start = at + 1;
    }
  }
  pieces.push(text.slice(start));
  return keepFilled(pieces);
}

function keepFilled(pieces: readonly string[]): readonly string[] {
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}
