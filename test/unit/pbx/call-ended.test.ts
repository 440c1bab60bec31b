import { readCallEnded } from '../../../src/pbx/asterisk/call-ended';
import type { CallEnd } from '../../../src/pbx/pbx';

describe('a call that is over', () => {
  it.each<[string, string, boolean]>([
    ['rang until the caller gave up', 'ended,Ring,Ring,CANCEL', false],
    ['rang until the office did', 'ended,Ring,Ring,NOANSWER', false],
    ['found the office busy', 'ended,Ring,Ring,BUSY', false],
    ['was taken by a telephone', 'ended,Ring,Up,ANSWER', true],
    ['was taken by the voice box after nobody came', 'ended,Ring,Up,NOANSWER', true],
    ['was taken by a queue', 'ended,Ring,Up,', true],
    ['was answered for a challenge, and nobody came', 'ended,Up,Up,NOANSWER', false],
    ['was answered for a challenge, and given up while it rang', 'ended,Up,Up,CANCEL', false],
    ['was answered for a challenge, then taken by a telephone', 'ended,Up,Up,ANSWER', true],
    ['was answered for a challenge, then taken by a queue', 'ended,Up,Up,', true],
    ['was rejected', 'ended,,Ring,', false],
    ['was answered for a challenge, and given up before it went on', 'ended,,Up,', false],
    ['was rejected after an announcement', 'ended,,Up,', false],
  ])('that %s: %s', (_what, args, answered) => {
    expect(readCallEnded(args.split(','))).toEqual({ answered, staff: null, message: false });
  });

  it.each<[string, string, CallEnd]>([
    ['was announced and taken', 'ended,Ring,Up,ANSWER,taken,', { answered: true, staff: 'taken', message: false }],
    [
      'was answered for its name, announced and taken',
      'ended,Up,Up,ANSWER,taken,',
      { answered: true, staff: 'taken', message: false },
    ],
    ['was refused', 'ended,,Up,NOANSWER,refused,', { answered: false, staff: 'refused', message: false }],
    ['was refused for ever', 'ended,,Up,NOANSWER,denied,', { answered: false, staff: 'denied', message: false }],
    [
      'was sent to leave a message',
      'ended,,Up,NOANSWER,message,yes',
      { answered: false, staff: 'message', message: true },
    ],
    [
      'was listened to without a key',
      'ended,Up,Up,ANSWER,no-key,yes',
      { answered: false, staff: 'no-key', message: true },
    ],
    ['rang in vain', 'ended,,Up,NOANSWER,unanswered,yes', { answered: false, staff: 'unanswered', message: true }],
    [
      'was given up while it rang',
      'ended,Up,Up,CANCEL,hung-up,',
      { answered: false, staff: 'hung-up', message: false },
    ],
    ['was to leave a message at once', 'ended,,Up,,,yes', { answered: false, staff: null, message: true }],
    [
      'was answered by a word of another dialplan',
      'ended,Ring,Up,ANSWER,sung,',
      { answered: true, staff: null, message: false },
    ],
    [
      'has more to tell than we know',
      'ended,Ring,Up,ANSWER,taken,no,more',
      { answered: true, staff: 'taken', message: false },
    ],
  ])('that %s: %s', (_what, args, end) => {
    expect(readCallEnded(args.split(','))).toEqual(end);
  });

  it.each([[[]], [['1', 'trunk=hikari']], [['dialled', '110']]])('is not what %p tell', (args) => {
    expect(readCallEnded(args)).toBeNull();
  });
});
