import type { Invite } from './caller';
import { HeaderFields } from './header-fields';
import { hostOf } from './sip-uri';
import { readShaken } from './verification';

/** What the dialplan knows of an inbound call when it hands it to Stasis. */
export interface DialplanEvidence {
  /** PJSIP endpoint; empty when not told. */
  readonly trunk: string;
  /** Dialled extension; empty when not told. */
  readonly extension: string;
  /** Context in which the office rings; `null` when not told. */
  readonly next: string | null;
  readonly invite: Invite;
  /** Keys whose values could not be decoded and count as absent, and `version` for a format other than ours. */
  readonly damaged: readonly string[];
}

/** First argument: the version of this format. */
const evidenceVersion = '1';

/** Keys whose values are a header's bytes in Base64, with the header they belong to; several keys add up in this order. */
const headerKeys = [
  ['callid', 'call-id'],
  ['from', 'from'],
  ['to', 'to'],
  ['pai', 'p-asserted-identity'],
  ['pai2', 'p-asserted-identity'],
  ['pai3', 'p-asserted-identity'],
  ['privacy', 'privacy'],
  ['rpid', 'remote-party-id'],
  ['pcpid', 'p-called-party-id'],
  ['div', 'diversion'],
  ['div2', 'diversion'],
  ['hist', 'history-info'],
  ['pcv', 'p-charging-vector'],
] as const;

/**
 * Decodes the arguments of `Stasis()`: the version, then `key=value` items. Header values are Base64, since commas and
 * quotes in them would split the arguments; names the PBX itself gives are plain. Never throws; unknown keys are ignored.
 */
export function readDialplanEvidence(args: readonly string[]): DialplanEvidence {
  const items = toItems(args);
  const damaged: string[] = args[0] === evidenceVersion ? [] : ['version'];
  const decode = (key: string): string => {
    const item = items.get(key);
    if (item === undefined) return '';
    const text = decodeBase64(item);
    if (text === null) damaged.push(key);
    return text ?? '';
  };
  const plain = (key: string): string | null => items.get(key)?.trim() || null;

  const requestUri = decode('ruri');
  const headers = new HeaderFields();
  for (const [key, name] of headerKeys) headers.add(name, decode(key));
  const extension = plain('exten');
  return {
    trunk: plain('trunk') ?? '',
    extension: extension ?? '',
    next: contextName(plain('next')),
    invite: {
      requestUri,
      header: (name) => headers.all(name),
      peerAddress: hostOf(items.get('peer') ?? ''),
      shaken: readShaken(plain('shaken')),
      pbx: { extension, callerNumber: plain('cid'), presentation: plain('pres') },
    },
    damaged,
  };
}

/** The dialplan filters it already: a call that we order goes on there, so nothing else may pass for a context. */
function contextName(text: string | null): string | null {
  return text !== null && /^[\w-]{1,80}$/.test(text) ? text : null;
}

/**
 * An item without value is as good as none. Of two with one name the first counts: the trunk stands before anything that
 * a caller may have written, so that a comma smuggled into a caller ID gets nobody onto another trunk.
 */
function toItems(args: readonly string[]): ReadonlyMap<string, string> {
  const items = new Map<string, string>();
  for (const arg of args) {
    const equals = arg.indexOf('=');
    const name = arg.slice(0, equals);
    if (equals > 0 && equals < arg.length - 1 && !items.has(name)) items.set(name, arg.slice(equals + 1));
  }
  return items;
}

/** Text of the bytes, invalid UTF-8 replaced; `null` for anything that is no Base64. */
function decodeBase64(text: string): string | null {
  const bytes = Buffer.from(text, 'base64');
  // `Buffer` skips over whatever is no Base64 and stops at padding: damage shows as bytes that are not there.
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return bytes.length === (text.length / 4) * 3 - padding ? bytes.toString('utf8') : null;
}
