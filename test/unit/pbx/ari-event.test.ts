import fc from 'fast-check';
import { readAriEvent, wantedEvents } from '../../../src/pbx/asterisk/ari-event';
import type { PbxEvent } from '../../../src/pbx/pbx';

const channel = {
  id: '1764000000.7',
  protocol_id: 'abc@192.0.2.1',
  dialplan: { context: 'denwaban', exten: '0312345678', app_name: 'Stasis', app_data: 'denwaban,1' },
};
const recording = { name: 'denwaban-name-1-7', target_uri: 'channel:1764000000.7', format: 'wav', state: 'done' };
const playback = { id: '1764000000.7-challenge-1-3', target_uri: 'channel:1764000000.7', state: 'done' };

describe("Asterisk's events in our words", () => {
  it.each<[string, object, PbxEvent]>([
    [
      'StasisStart',
      { args: ['1', 'trunk=hikari'], channel },
      {
        type: 'arrived',
        channel: '1764000000.7',
        sipCallId: 'abc@192.0.2.1',
        extension: '0312345678',
        args: ['1', 'trunk=hikari'],
      },
    ],
    [
      'StasisStart',
      { args: [], channel: { id: '1.1', protocol_id: '', dialplan: {} } },
      { type: 'arrived', channel: '1.1', sipCallId: null, extension: 's', args: [] },
    ],
    ['StasisEnd', { channel }, { type: 'left', channel: '1764000000.7' }],
    [
      'StasisStart',
      { args: ['ended', 'Ring', 'Up', 'ANSWER'], channel },
      { type: 'ended', channel: '1764000000.7', answered: true, staff: null, message: false },
    ],
    [
      'StasisStart',
      { args: ['ended', '', 'Up', 'NOANSWER', 'message', 'yes'], channel },
      { type: 'ended', channel: '1764000000.7', answered: false, staff: 'message', message: true },
    ],
    [
      'StasisStart',
      { args: ['called-back', 'order-1', 'no-key'], channel },
      { type: 'called-back', order: 'order-1', answer: 'no-key' },
    ],
    [
      'StasisStart',
      { args: ['called-back', 'order-1', 'perhaps'], channel },
      { type: 'called-back', order: 'order-1', answer: 'failed' },
    ],
    ['StasisStart', { args: ['called-back'], channel }, { type: 'called-back', order: '', answer: 'failed' }],
    [
      'StasisStart',
      { args: ['staff', 'pause', 'office-phone'], channel },
      { type: 'staff-code', channel: '1764000000.7', action: 'pause', by: 'office-phone' },
    ],
    ['StasisStart', { args: ['staff'], channel }, { type: 'staff-code', channel: '1764000000.7', action: '', by: '' }],
    [
      'StasisEnd',
      { channel: { id: '1.1', dialplan: { app_name: 'Stasis', app_data: 'denwaban,staff,pause,office-phone' } } },
      { type: 'left', channel: '1.1' },
    ],
    [
      'RecordingFinished',
      { recording },
      { type: 'recording-ended', channel: '1764000000.7', recording: 'denwaban-name-1-7', failed: false },
    ],
    [
      'RecordingFailed',
      { recording: { ...recording, state: 'failed' } },
      { type: 'recording-ended', channel: '1764000000.7', recording: 'denwaban-name-1-7', failed: true },
    ],
    ['ChannelDtmfReceived', { digit: '7', channel }, { type: 'digit', channel: '1764000000.7', digit: '7' }],
    ['ChannelHangupRequest', { channel }, { type: 'hung-up', channel: '1764000000.7' }],
    ['ChannelDestroyed', { channel }, { type: 'hung-up', channel: '1764000000.7' }],
    [
      'PlaybackStarted',
      { playback },
      { type: 'playback-started', channel: '1764000000.7', playback: '1764000000.7-challenge-1-3' },
    ],
    [
      'PlaybackFinished',
      { playback },
      { type: 'playback-ended', channel: '1764000000.7', playback: '1764000000.7-challenge-1-3', failed: false },
    ],
    [
      'PlaybackFinished',
      { playback: { ...playback, state: 'failed' } },
      { type: 'playback-ended', channel: '1764000000.7', playback: '1764000000.7-challenge-1-3', failed: true },
    ],
    ['ApplicationReplaced', {}, { type: 'replaced' }],
  ])('%s', (type, more, expected) => {
    expect(readAriEvent(JSON.stringify({ type, application: 'denwaban', ...more }))).toEqual(expected);
  });

  it.each<[string, string]>([
    ['a type nobody knows', '{"type":"ChannelLevitated","channel":{"id":"1.1"}}'],
    ['an event of no channel', '{"type":"StasisEnd"}'],
    ['an event without type', '{}'],
    [
      'the leaving of who came only to tell of the end',
      '{"type":"StasisEnd","channel":{"id":"1.1","dialplan":{"app_name":"Stasis","app_data":"denwaban,ended,Ring,Up,ANSWER"}}}',
    ],
    [
      'the leaving of who came only to tell what an order came to',
      '{"type":"StasisEnd","channel":{"id":"1.1","dialplan":{"app_name":"Stasis","app_data":"denwaban,called-back,order-1,yes"}}}',
    ],
    [
      'a recording that has only begun',
      '{"type":"RecordingStarted","recording":{"name":"x","target_uri":"channel:1.1"}}',
    ],
    ['a recording without name', '{"type":"RecordingFinished","recording":{"target_uri":"channel:1.1"}}'],
    ['a recording of nobody', '{"type":"RecordingFinished","recording":{"name":"x"}}'],
    ['a frame cut short', '{"type":"StasisEn'],
    ['an empty frame', ''],
    ['no object', '7'],
    ['null', 'null'],
    ['null where a channel should be', '{"type":"StasisEnd","channel":null}'],
    ['a number where a name should be', '{"type":"PlaybackStarted","playback":{"id":"x","target_uri":7}}'],
  ])('nothing: %s', (_what, frame) => {
    expect(readAriEvent(frame)).toBeNull();
  });

  it('never throws, whatever stands in the fields we read', () => {
    const anything = fc.jsonValue({ maxDepth: 2 });
    const frame = fc.record({
      type: fc.oneof(fc.constantFrom(...wantedEvents), anything),
      args: fc.oneof(
        anything,
        fc.array(fc.oneof(fc.constantFrom('ended', 'called-back', 'staff', 'taken', 'yes'), anything)),
      ),
      digit: anything,
      channel: fc.oneof(anything, fc.record({ id: anything, protocol_id: anything, dialplan: anything })),
      recording: fc.oneof(anything, fc.record({ name: anything, target_uri: anything })),
      playback: fc.oneof(anything, fc.record({ id: anything, target_uri: anything, state: anything })),
    });
    fc.assert(
      fc.property(frame, (event) => {
        const read = readAriEvent(JSON.stringify(event));
        if (read !== null && 'channel' in read) expect(typeof read.channel).toBe('string');
      }),
    );
  });
});
