import type { HandOver } from '../../../src/call/effects';
import { playbackId, playbackName } from '../../../src/call/playback-id';
import { wayOut } from '../../../src/call/way-out';

it.each<[HandOver, string, string]>([
  [{ to: 'allow' }, 'denwaban-allow', '0312345678'],
  [{ to: 'pass' }, 'denwaban-allow', '0312345678'],
  [{ to: 'present', name: { recording: 'name-1', offsetMs: 0 } }, 'denwaban-present', '0312345678'],
  [{ to: 'message' }, 'denwaban-message', '0312345678'],
  [{ to: 'hang-up' }, 'denwaban-hang-up', '0312345678'],
  [{ to: 'open', why: 'judging-error' }, 'denwaban-open', '0312345678'],
  [{ to: 'reject', code: 433 }, 'denwaban-reject', '433'],
  [{ to: 'reject', code: 607 }, 'denwaban-reject', '607'],
])('%j goes on at %s, extension %s', (handOver, context, extension) => {
  expect(wayOut(handOver, '0312345678')).toEqual({ context, extension });
});

describe('the id of a playback', () => {
  it('differs between two calls', () => {
    expect(playbackId('1.1', 'challenge-1-3')).not.toBe(playbackId('1.2', 'challenge-1-3'));
  });

  it('gives its name back within its call, and no other', () => {
    expect(playbackName('1.1', playbackId('1.1', 'challenge-1-3'))).toBe('challenge-1-3');
    expect(playbackName('1.2', playbackId('1.1', 'challenge-1-3'))).toBe('1.1-challenge-1-3');
  });
});
