import { readCallEnded } from '../../../src/pbx/asterisk/call-ended';

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
    expect(readCallEnded(args.split(','))).toEqual({ answered });
  });

  it.each([[[]], [['1', 'trunk=hikari']], [['dialled', '110']]])('is not what %p tell', (args) => {
    expect(readCallEnded(args)).toBeNull();
  });
});
