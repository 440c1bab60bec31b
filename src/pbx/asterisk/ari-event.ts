import type { PbxEvent } from '../pbx';
import { type AriDialplan, readStasisCall } from './stasis-call';
import { readTold } from './told';

/** Events the application is subscribed to; everything else is filtered out in Asterisk. */
export const wantedEvents = [
  'StasisStart',
  'StasisEnd',
  'ChannelDtmfReceived',
  'ChannelHangupRequest',
  'ChannelDestroyed',
  'PlaybackStarted',
  'PlaybackFinished',
  'RecordingFinished',
  'RecordingFailed',
  // An allowed list that leaves it out would hide that another client took our calls.
  'ApplicationReplaced',
] as const;

/** The fields we read of ARI's events; anything may be missing, or be something else, in a frame of a newer Asterisk. */
interface AriEvent {
  readonly type?: unknown;
  readonly args?: unknown;
  readonly digit?: unknown;
  readonly channel?: {
    readonly id?: unknown;
    readonly protocol_id?: unknown;
    readonly dialplan?: AriDialplan | null;
  } | null;
  readonly recording?: { readonly name?: unknown; readonly target_uri?: unknown } | null;
  readonly playback?: { readonly id?: unknown; readonly target_uri?: unknown; readonly state?: unknown } | null;
}

/**
 * One frame of the event socket in the port's words; `null` for what does not concern us. Never throws.
 */
export function readAriEvent(frame: string): PbxEvent | null {
  const event = parse(frame);
  if (event === null) return null;
  if (event.type === 'ApplicationReplaced') return { type: 'replaced' };
  if (event.type === 'PlaybackStarted' || event.type === 'PlaybackFinished') return playbackEvent(event);
  if (event.type === 'RecordingFinished' || event.type === 'RecordingFailed') return recordingEvent(event);
  const channel = text(event.channel?.id);
  if (channel === null) return null;
  switch (event.type) {
    case 'StasisStart':
      return arrivalEvent(event, channel);
    case 'StasisEnd':
      return cameToStay(channel, event.channel?.dialplan) ? { type: 'left', channel } : null;
    case 'ChannelDtmfReceived':
      return { type: 'digit', channel, digit: text(event.digit) ?? '' };
    case 'ChannelHangupRequest':
    case 'ChannelDestroyed':
      return { type: 'hung-up', channel };
    default:
      return null;
  }
}

/** Whoever only tells something in passing has no more to say; whoever dialled a code waits for an answer. */
function cameToStay(channel: string, dialplan: AriDialplan | null | undefined): boolean {
  const told = readTold(channel, readStasisCall(dialplan)?.args ?? []);
  return told === null || told.type === 'staff-code';
}

function arrivalEvent(event: AriEvent, channel: string): PbxEvent {
  const args = Array.isArray(event.args) ? event.args.map(String) : [];
  const told = readTold(channel, args);
  if (told !== null) return told;
  return {
    type: 'arrived',
    channel,
    // Newer than Asterisk 20's first releases; older ones leave it out.
    sipCallId: text(event.channel?.protocol_id),
    extension: text(event.channel?.dialplan?.exten) ?? 's',
    args,
  };
}

function playbackEvent({ type, playback }: AriEvent): PbxEvent | null {
  const id = text(playback?.id);
  const channel = text(playback?.target_uri)?.replace(/^channel:/, '');
  if (id === null || channel === undefined) return null;
  return type === 'PlaybackStarted'
    ? { type: 'playback-started', channel, playback: id }
    : { type: 'playback-ended', channel, playback: id, failed: playback?.state === 'failed' };
}

function recordingEvent({ type, recording }: AriEvent): PbxEvent | null {
  const name = text(recording?.name);
  const channel = text(recording?.target_uri)?.replace(/^channel:/, '');
  if (name === null || channel === undefined) return null;
  return { type: 'recording-ended', channel, recording: name, failed: type === 'RecordingFailed' };
}

function parse(frame: string): AriEvent | null {
  try {
    const event: unknown = JSON.parse(frame);
    return typeof event === 'object' ? event : null;
  } catch {
    return null;
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
