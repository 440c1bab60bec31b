import { splitOutsideQuotes } from './split';

/** Compact forms in IANA's registry of SIP header fields. */
const compactNames: ReadonlyMap<string, string> = new Map([
  ['a', 'accept-contact'],
  ['b', 'referred-by'],
  ['c', 'content-type'],
  ['d', 'request-disposition'],
  ['e', 'content-encoding'],
  ['f', 'from'],
  ['i', 'call-id'],
  ['j', 'reject-contact'],
  ['k', 'supported'],
  ['l', 'content-length'],
  ['m', 'contact'],
  ['n', 'identity-info'],
  ['o', 'event'],
  ['r', 'refer-to'],
  ['s', 'subject'],
  ['t', 'to'],
  ['u', 'allow-events'],
  ['v', 'via'],
  ['x', 'session-expires'],
  ['y', 'identity'],
]);

/** Header fields whose grammar is a comma list. In all others a comma is part of the value. */
const commaLists: ReadonlySet<string> = new Set([
  'accept',
  'accept-contact',
  'accept-encoding',
  'accept-language',
  'alert-info',
  'allow',
  'allow-events',
  'call-info',
  'contact',
  'content-encoding',
  'content-language',
  'diversion', // RFC 5806
  'error-info',
  'history-info', // RFC 7044
  'in-reply-to',
  'p-asserted-identity', // RFC 3325
  'p-associated-uri',
  'p-preferred-identity',
  'path',
  'proxy-require',
  'reason', // RFC 3326
  'record-route',
  'reject-contact',
  'remote-party-id',
  'request-disposition',
  'require',
  'route',
  'supported',
  'unsupported',
  'via',
  'warning',
]);

/**
 * Header values are cut, and their number capped. In real calls the longest (Identity, History-Info) stay below 3 KB, and
 * no request passes more hops than Max-Forwards' 70 (RFC 3261 §8.1.1.6). Without bounds a hostile 64 KB header would buy
 * milliseconds of parsing on the thread that minds every call.
 */
const longestValue = 8_192;
const mostValues = 70;

const none: readonly string[] = [];

/** The header fields of one message, under their lower-case long names. */
export class HeaderFields {
  readonly #values = new Map<string, string[]>();

  /** Takes one header line; the name in any case or compact form, the value folded or not. Blank values are dropped. */
  add(name: string, value: string): void {
    if (value === '') return;
    const text = unfold(value).slice(0, longestValue);
    if (text === '') return;
    const typed = name.trim().toLowerCase();
    const long = compactNames.get(typed) ?? typed;
    const values = this.#values.get(long) ?? [];
    const added = commaLists.has(long) ? splitOutsideQuotes(text, ',') : [text];
    values.push(...added.slice(0, mostValues - values.length));
    this.#values.set(long, values);
  }

  /** All values in order of arrival. */
  all(name: string): readonly string[] {
    return this.#values.get(name) ?? none;
  }
}

/** A line break and the white space after it count as one space (RFC 3261 §7.3.1). */
function unfold(value: string): string {
  return value.replace(/[\r\n]+[ \t]*/g, ' ').trim();
}
