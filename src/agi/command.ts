/** What Asterisk says to a command. */
export type Reply = 'done' | 'refused' | 'hung-up';

/** The AGI command that sets a channel variable. The value is quoted; what would end the command becomes a blank. */
export function setVariable(name: string, value: string): string {
  const line = value.replace(/\p{Cc}/gu, ' ').replace(/["\\]/g, '\\$&');
  return `SET VARIABLE ${name} "${line}"\n`;
}

/**
 * The answer to our command in all that Asterisk has said since it opened the connection; `undefined` until it has come.
 * A caller who is gone is told as `HANGUP`, in the middle of anything.
 */
export function readReply(text: string): Reply | undefined {
  const lines = text.slice(text.indexOf('\n\n') + 2).split('\n');
  for (const line of lines.slice(0, -1)) {
    if (line.startsWith('200 ')) return 'done';
    if (/^5\d\d[ -]/.test(line)) return 'refused';
    if (line === 'HANGUP') return 'hung-up';
  }
  return undefined;
}
