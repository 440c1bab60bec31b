import fc from 'fast-check';
import { readReply, setVariable } from '../../../src/agi/command';

describe('the command that sets a variable', () => {
  it.each([
    ['an ordinary value', 'SCREEN|80/40|[注意]|rule(+80)|', 'SET VARIABLE X "SCREEN|80/40|[注意]|rule(+80)|"\n'],
    ['nothing', '', 'SET VARIABLE X ""\n'],
    ['quotes and backslashes', 'a"b\\c', 'SET VARIABLE X "a\\"b\\\\c"\n'],
    ['line breaks', 'a\r\nHANGUP\n', 'SET VARIABLE X "a  HANGUP "\n'],
  ])('quotes %s', (_what, value, expected) => {
    expect(setVariable('X', value)).toBe(expected);
  });

  it('is one line with one quoted word, whatever the value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(setVariable('X', value)).toMatch(/^SET VARIABLE X "(?:[^"\\\n\r]|\\["\\])*"\n$/);
      }),
    );
  });
});

describe('the reply to it', () => {
  const opening = 'agi_network: yes\nagi_callerid: 1\n\n';

  it.each<[string, string, ReturnType<typeof readReply>]>([
    ['has not come', '', undefined],
    ['has come in part', '200 resu', undefined],
    ['says that it is done', '200 result=1\n', 'done'],
    ['says that it is done, before the farewell', '200 result=1\nHANGUP\n', 'done'],
    ['is that the caller has hung up', 'HANGUP\n', 'hung-up'],
    ['is a refusal', '510 Invalid or unknown command\n', 'refused'],
    ['is a long refusal', '520-Invalid command syntax.  Proper usage follows:\n', 'refused'],
    ['comes after lines that belong to the opening', 'agi_dnid: 5\nagi_arg_1: 200\n200 result=1\n', 'done'],
  ])('%s', (_what, text, expected) => {
    expect(readReply(opening + text)).toBe(expected);
  });
});
