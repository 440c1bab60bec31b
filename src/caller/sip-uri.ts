import { dialledCharacters } from '../numbering/digits';
import { noParams, type Params, parseParams, parseUriHeaders, percentDecode } from './params';

/** A SIP, SIPS or tel URI (RFC 3261 §19.1, RFC 3966), taken apart leniently. */
export interface SipUri {
  /** Lower case; empty where the text has none. */
  readonly scheme: string;
  /** User part or telephone number (whole where a context completes it), unescaped, without parameters and password; `null` when empty. */
  readonly user: string | null;
  /** Lower case, without port and without the brackets of IPv6; `null` for tel URIs. */
  readonly host: string | null;
  /** Parameters of the user part (`;verstat=` before the `@`) and of the URI alike. */
  readonly uriParams: Params;
  /** What follows `?`. */
  readonly uriHeaders: Params;
}

const nothing: SipUri = { scheme: '', user: null, host: null, uriParams: noParams, uriHeaders: noParams };

/** Never throws. Text that is no such URI yields one with neither user nor host. */
export function parseSipUri(text: string): SipUri {
  const uri = text.trim();
  const colon = uri.indexOf(':');
  switch (uri.slice(0, colon + 1).toLowerCase()) {
    case 'tel:':
      return parseTel(uri.slice(colon + 1));
    case 'sip:':
      return parseSip('sip', uri.slice(colon + 1));
    case 'sips:':
      return parseSip('sips', uri.slice(colon + 1));
    default:
      return uri.includes('@') ? parseSip('', uri) : nothing;
  }
}

/** `host`, `host:port`, `[IPv6]:port` or bare IPv6, without port and brackets, lower case; `null` when empty. */
export function hostOf(hostPort: string): string | null {
  const text = hostPort.trim().toLowerCase();
  if (text.startsWith('[')) {
    const closing = text.indexOf(']');
    return text.slice(1, closing < 0 ? undefined : closing) || null;
  }
  const colon = text.indexOf(':');
  // More than one colon outside brackets can only be an IPv6 address without port.
  return (colon < 0 || colon !== text.lastIndexOf(':') ? text : text.slice(0, colon).trim()) || null;
}

function parseTel(rest: string): SipUri {
  const [number, params] = cut(rest, rest.indexOf(';'));
  const uriParams = parseParams(params);
  return { ...nothing, scheme: 'tel', user: inContext(decodeUser(number), uriParams), uriParams };
}

function parseSip(scheme: string, rest: string): SipUri {
  // The user part may hold `;` and `?` unescaped (RFC 3261 §25.1), so the `@` is looked for first.
  const at = rest.indexOf('@');
  const [user, userParams] = cutUser(at < 0 ? '' : rest.slice(0, at));
  const [target, headers] = cut(rest.slice(at + 1), rest.indexOf('?', at + 1) - at - 1);
  const [hostPort, params] = cut(target, target.indexOf(';'));
  const uriParams = parseParams(userParams === '' ? params : `${userParams};${params}`);
  return {
    scheme,
    user: inContext(user, uriParams),
    host: hostOf(hostPort),
    uriParams,
    uriHeaders: parseUriHeaders(headers),
  };
}

function cutUser(userInfo: string): readonly [string | null, string] {
  const [user, params] = cut(userInfo, userInfo.indexOf(';'));
  const [name] = cut(user, user.indexOf(':'));
  return [decodeUser(name), params];
}

function decodeUser(text: string): string | null {
  return percentDecode(text).trim() || null;
}

/** A local number joined to the global one it is part of: `3-1234-5678` in the context `+81` (RFC 3966 §5.1.5). */
function inContext(user: string | null, uriParams: Params): string | null {
  const context = uriParams.get('phone-context');
  if (user === null || !context?.startsWith('+')) return user;
  return dialledCharacters(`${user};phone-context=${context}`) ?? user;
}

/** The text before and after a position; all of it is "before" when the position is negative. */
function cut(text: string, at: number): readonly [string, string] {
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
