/**
 * The text of a list file. Japanese Excel saves CSV as Shift_JIS, or as UTF-8 with a mark; its "Unicode text" is UTF-16.
 * Hardly any Shift_JIS text is valid UTF-8, so whatever is, is that. Never throws: what is neither keeps U+FFFD in places.
 */
export function decodeListFile(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return decodeAs('utf-8', bytes) ?? decodeAs('shift_jis', bytes) ?? new TextDecoder().decode(bytes);
}

/** `null` where the bytes are no text of that encoding, or there is no such encoding. A byte order mark is taken away. */
export function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
