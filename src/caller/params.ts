import { splitOutsideQuotes } from './split';

/** Parameters by lower-case name; a name without value has the empty value. Values are unquoted and percent-decoded. */
export type Params = ReadonlyMap<string, string>;

export const noParams: Params = new Map();

/** `;tag=1;privacy="full"` and `tag=1;privacy=full` alike. The first of several parameters of one name counts. */
export function parseParams(text: string): Params {
  return text === '' ? noParams : toParams(splitOutsideQuotes(text, ';'));
}

/** The headers of a SIP URI: `Reason=SIP%3Bcause%3D302&Privacy=history` (RFC 3261 §19.1.1). */
export function parseUriHeaders(text: string): Params {
  return text === '' ? noParams : toParams(text.split('&'));
}

/** Malformed escapes stay as they are (RFC 4475 §3.1.1.5). */
export function percentDecode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%([2-7][0-9a-f])/gi, (_escape, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}

function toParams(items: readonly string[]): Params {
  const params = new Map<string, string>();
  for (const item of items) {
    const equals = item.indexOf('=');
    const name = (equals < 0 ? item : item.slice(0, equals)).trim().toLowerCase();
    if (name === '' || params.has(name)) continue;
    params.set(name, equals < 0 ? '' : percentDecode(unquote(item.slice(equals + 1).trim())));
  }
  return params;
}

/** A quoted string without its quotes and escapes; anything else unchanged. */
export function unquote(text: string): string {
  if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return text;
  const inner = text.slice(1, -1);
  return inner.includes('\\') ? inner.replace(/\\(.)/gs, '$1') : inner;
}
