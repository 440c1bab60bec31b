import { DenwabanError } from '../errors';
import type { Invite } from './caller';
import { HeaderFields } from './header-fields';
import { hostOf } from './sip-uri';
import { readShaken, readUnverifiedIdentity } from './verification';

/** What whoever received a message knows of it, and the message itself does not say. */
export interface SeenBeside {
  /** Source address, `host[:port]`. */
  readonly peer?: string | undefined;
  /** What the check of an Identity header found: `success:A`. */
  readonly shaken?: string | undefined;
}

/**
 * Reads the text of an INVITE, as a capture or the PBX's SIP log shows it. Lenient: bare LF, folding and odd spacing,
 * a lead-in line of the log before the request line, or no request line at all when a From is there.
 *
 * @throws DenwabanError `DENWABAN_NOT_AN_INVITE`
 */
export function inviteFromMessage(text: string, { peer, shaken }: SeenBeside = {}): Invite {
  const lines = unfoldedHead(text);
  const startsAt = lines.findIndex(isStartLine);
  const startLine = lines[startsAt];
  const headers = new HeaderFields();
  for (const line of lines.slice(startsAt + 1)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.add(line.slice(0, colon), line.slice(colon + 1));
  }
  refuseOthers(startLine, headers);
  return {
    requestUri: startLine === undefined ? '' : requestUriOf(startLine),
    header: (name) => headers.all(name),
    peerAddress: peer === undefined ? null : hostOf(peer),
    shaken: shaken === undefined ? readUnverifiedIdentity(headers.all('identity')[0]) : readShaken(shaken),
    pbx: null,
  };
}

/** The lines up to the first blank one, each folded line joined to one (RFC 3261 §7.3.1). */
function unfoldedHead(text: string): readonly string[] {
  const lines: string[] = [];
  for (const raw of text.split('\n')) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (lines.length === 0) {
      // Blank lines before the request line are to be ignored (RFC 3261 §7.5).
      if (line.trim() !== '') lines.push(line);
    } else if (line === '') break;
    else if (/^[ \t]/.test(line)) lines.push(`${lines.pop()} ${line.trim()}`);
    else lines.push(line);
  }
  return lines;
}

/** A request line of any method (a token, RFC 3261 §25.1), or a status line. */
function isStartLine(line: string): boolean {
  if (/^SIP\/\d/.test(line)) return true;
  return /^[\w.!%*+`'~-]+[ \t]+[^ \t:]/.test(line) && /^ SIP\/\d\.\d\s*$/.test(versionOf(line));
}

function versionOf(line: string): string {
  const at = line.lastIndexOf(' SIP/');
  return at < 0 ? '' : line.slice(at);
}

/** All between method and version: some write unescaped blanks into the URI (RFC 4475 §3.1.2.8). */
function requestUriOf(startLine: string): string {
  return startLine.slice('INVITE'.length, startLine.lastIndexOf(' SIP/')).trim();
}

function refuseOthers(startLine: string | undefined, headers: HeaderFields): void {
  if (startLine !== undefined) {
    if (/^INVITE[ \t]/.test(startLine)) return;
    throw new DenwabanError('DENWABAN_NOT_AN_INVITE', { found: startLine.slice(0, 60) });
  }
  const method = headers.all('cseq')[0]?.split(/\s+/)[1] ?? 'INVITE';
  if (headers.all('from').length === 0 || method !== 'INVITE') {
    throw new DenwabanError('DENWABAN_NOT_AN_INVITE', { found: method === 'INVITE' ? '(no From)' : `CSeq ${method}` });
  }
}
