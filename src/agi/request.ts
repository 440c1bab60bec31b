/** What a dialplan asks over FastAGI: `AGI("agi://ADDRESS/screen?EVIDENCE")`. */
export interface AgiRequest {
  /** Asterisk's channel id. */
  readonly channel: string;
  /** The evidence, as `Stasis()` would have got it. */
  readonly args: readonly string[];
}

const scriptName = 'screen';

/** The `name: value` lines with which Asterisk opens a connection; `undefined` until the empty line that ends them. */
export function readOpening(text: string): string | undefined {
  const end = text.indexOf('\n\n');
  return end === -1 ? undefined : text.slice(0, end);
}

/**
 * The question in these lines; `null` when it is none of ours.
 *
 * Only the first script and the first channel id count. Asterisk writes them before caller ID and dialled number, which it
 * copies as they are: a SIP user part may hold a line break (`%0A`, RFC 3261 §19.1.2), and with it lines of the caller's
 * own making. That is why the evidence travels in the address and not in AGI's arguments, which come last.
 */
export function readRequest(opening: string): AgiRequest | null {
  const script = firstValue(opening, 'agi_network_script');
  const channel = firstValue(opening, 'agi_uniqueid');
  if (script === null || channel === null) return null;
  const [name, evidence = ''] = split(script, '?');
  return name === scriptName ? { channel, args: evidence.split(',') } : null;
}

/** Epoch milliseconds. Asterisk names a channel `[system-]second.counter`; `null` for any other name. */
export function bornAt(channel: string): number | null {
  const second = /(?:^|-)(\d+)\.\d+$/.exec(channel)?.[1];
  return second === undefined ? null : Number(second) * 1000;
}

function firstValue(opening: string, name: string): string | null {
  const line = opening.split('\n').find((one) => one.startsWith(`${name}: `));
  return line?.slice(name.length + 2) ?? null;
}

function split(text: string, sign: string): readonly string[] {
  const at = text.indexOf(sign);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
