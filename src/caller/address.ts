import { noParams, type Params, parseParams, unquote } from './params';
import { parseSipUri, type SipUri } from './sip-uri';

/** A `name-addr` or `addr-spec` (RFC 3261 §20.10) as From, To, P-Asserted-Identity, Diversion and History-Info hold. */
export interface Address extends SipUri {
  /** Unquoted, without control characters; `null` when absent or blank. */
  readonly displayName: string | null;
  /** Header parameters: what follows the URI (`;tag=`, `;reason=`). */
  readonly params: Params;
}

/** Lenient and linear; `null` when the text carries neither a name, a user nor a host. */
export function parseAddress(text: string): Address | null {
  const { name, uri, params } = takeApart(text.trim());
  const displayName = cleanName(name);
  const { scheme, user, host, uriParams, uriHeaders } = parseSipUri(uri);
  if (displayName === null && user === null && host === null) return null;
  // Field by field: spreading costs a microsecond, and every call reads half a dozen addresses.
  return { displayName, scheme, user, host, uriParams, uriHeaders, params: parseParams(params) };
}

/** Every readable one of a header's values. */
export function parseAddresses(values: readonly string[]): readonly Address[] {
  return values.map(parseAddress).filter((address) => address !== null);
}

/** An address of which only the user is known. */
export function addressOfUser(user: string | null): Address {
  return {
    displayName: null,
    scheme: '',
    user,
    host: null,
    uriParams: noParams,
    uriHeaders: noParams,
    params: noParams,
  };
}

/** A parameter wherever equipment puts it: in the user part, the URI, or behind it. */
export function addressParam(address: Address, name: string): string | null {
  return address.uriParams.get(name) ?? address.params.get(name) ?? null;
}

interface Parts {
  readonly name: string;
  readonly uri: string;
  readonly params: string;
}

function takeApart(text: string): Parts {
  const nameEnd = endOfQuotedName(text);
  const open = text.indexOf('<', nameEnd);
  if (open < 0) return takeApartBare(text, nameEnd);
  const close = text.indexOf('>', open);
  return {
    name: text.slice(0, open),
    uri: text.slice(open + 1, close < 0 ? undefined : close),
    params: close < 0 ? '' : text.slice(close + 1),
  };
}

/**
 * Without angle brackets every parameter belongs to the header, not to the URI (RFC 3261 §20.10),
 * except that parameters before the `@` can only belong to the user part.
 */
function takeApartBare(text: string, nameEnd: number): Parts {
  const at = text.indexOf('@', nameEnd);
  const semicolon = text.indexOf(';', at < 0 ? nameEnd : at);
  const end = semicolon < 0 ? text.length : semicolon;
  return { name: text.slice(0, nameEnd), uri: text.slice(nameEnd, end), params: text.slice(end) };
}

/** Position after the closing quote; 0 when the text does not begin with a quoted string or never closes it. */
function endOfQuotedName(text: string): number {
  if (!text.startsWith('"')) return 0;
  for (let at = 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
  }
  return 0;
}

function cleanName(raw: string): string | null {
  if (raw === '') return null;
  const name = unquote(raw.trim());
  // Control characters in a name could forge log lines and telephone displays.
  return name.replace(/\p{Cc}+/gu, ' ').trim() || null;
}
