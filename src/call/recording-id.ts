/** Recordings lie with the exchange, beside those of others: ours begin so. */
const prefix = 'denwaban-';

/** What the exchange calls a recording of one call; `id` is its decision's. The dialplan makes the message's name, too. */
export function recordingId(id: string, name: string): string {
  return `${prefix}${name}-${id}`;
}

/** The name a recording has within its call; the exchange's own for one that is not of this call. */
export function recordingName(id: string, recording: string): string {
  const ours = recording.startsWith(prefix) && recording.endsWith(`-${id}`);
  return ours ? recording.slice(prefix.length, -id.length - 1) : recording;
}
