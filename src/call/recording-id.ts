/** Recordings lie with the exchange, beside those of others: ours begin so. */
export const recordingPrefix = 'denwaban-';

/** What the exchange calls a recording of one call; `id` is its decision's. The dialplan makes the message's name, too. */
export function recordingId(id: string, name: string): string {
  return `${recordingPrefix}${name}-${id}`;
}

/** The name a recording has within its call; the exchange's own for one that is not of this call. */
export function recordingName(id: string, recording: string): string {
  const ours = recording.startsWith(recordingPrefix) && recording.endsWith(`-${id}`);
  return ours ? recording.slice(recordingPrefix.length, -id.length - 1) : recording;
}
