/** Playback ids are the exchange's, not the channel's: two calls must not share one. */
export function playbackId(channel: string, name: string): string {
  return `${channel}-${name}`;
}

/** The name a playback has within its call; the id itself for one that is not ours. */
export function playbackName(channel: string, id: string): string {
  return id.startsWith(`${channel}-`) ? id.slice(channel.length + 1) : id;
}
