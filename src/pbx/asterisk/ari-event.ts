import type { PbxEvent } from '../pbx';

/** Events the application is subscribed to; everything else is filtered out in Asterisk. */
export const wantedEvents = [
  'StasisStart',
  'StasisEnd',
  'ChannelDtmfReceived',
  'ChannelHangupRequest',
  'ChannelDestroyed',
  'PlaybackStarted',
  'PlaybackFinished',
  // An allowed list that leaves it out would hide that another client took our calls.
  'ApplicationReplaced',
] as const;

/** The fields we read of ARI's events; anything may be missing in a frame of a newer Asterisk. */
interface AriEvent {
  readonly type?: string;
  readonly args?: readonly string[];
  readonly digit?: string;
  readonly channel?: {
    readonly id?: string;
    readonly protocol_id?: string;
    readonly dialplan?: { readonly exten?: string };
  };
  readonly playback?: { readonly id?: string; readonly target_uri?: string; readonly state?: string };
}

/**
 * One frame of the event socket in the port's words; `null` for what does not concern us. Never throws.
 */
export function readAriEvent(frame: string): PbxEvent | null {
  let event: AriEvent | null;
  try {
    event = JSON.parse(frame) as AriEvent | null;
  } catch {
    return null;
  }
  if (typeof event !== 'object' || event === null) return null;
  if (event.type === 'ApplicationReplaced') return { type: 'replaced' };
  if (event.type === 'PlaybackStarted' || event.type === 'PlaybackFinished') return playbackEvent(event);
  const channel = event.channel?.id;
  if (channel === undefined) return null;
  switch (event.type) {
    case 'StasisStart':
      return {
        type: 'arrived',
        channel,
        // Newer than Asterisk 20's first releases; older ones leave it out.
        sipCallId: event.channel?.protocol_id || null,
        extension: event.channel?.dialplan?.exten ?? 's',
        args: event.args ?? [],
      };
    case 'StasisEnd':
      return { type: 'left', channel };
    case 'ChannelDtmfReceived':
      return { type: 'digit', channel, digit: event.digit ?? '' };
    case 'ChannelHangupRequest':
    case 'ChannelDestroyed':
      return { type: 'hung-up', channel };
    default:
      return null;
  }
}

function playbackEvent({ type, playback }: AriEvent): PbxEvent | null {
  const channel = playback?.target_uri?.replace(/^channel:/, '');
  if (playback?.id === undefined || channel === undefined) return null;
  return type === 'PlaybackStarted'
    ? { type: 'playback-started', channel, playback: playback.id }
    : { type: 'playback-ended', channel, playback: playback.id, failed: playback.state === 'failed' };
}
