import { bornAt, readOpening, readRequest } from '../../../src/agi/request';

/** As Asterisk 22 writes it, shortened. */
function opening({ script = 'screen?1,trunk=hikari,cid=0312340000', callerId = '0312340000' } = {}): string {
  return [
    'agi_network: yes',
    `agi_network_script: ${script}`,
    `agi_request: agi://127.0.0.1:4573/${script}`,
    'agi_channel: PJSIP/hikari-00000001',
    'agi_language: en',
    'agi_type: PJSIP',
    'agi_uniqueid: 1764000000.7',
    `agi_callerid: ${callerId}`,
    'agi_dnid: 0312345678',
    'agi_accountcode: ',
    'agi_arg_1: trunk=internal',
  ].join('\n');
}

describe('the opening of a FastAGI connection', () => {
  it('is complete with its empty line, whatever follows', () => {
    expect(readOpening(`${opening()}\n`)).toBeUndefined();
    expect(readOpening(`${opening()}\n\n`)).toBe(opening());
    expect(readOpening(`${opening()}\n\n200 result=1\n\n`)).toBe(opening());
  });

  it('names the channel, and the evidence as Stasis would have got it', () => {
    expect(readRequest(opening())).toEqual({ channel: '1764000000.7', args: ['1', 'trunk=hikari', 'cid=0312340000'] });
  });

  it('keeps signs of Base64 in the evidence', () => {
    expect(readRequest(opening({ script: 'screen?1,from=a/b+c?d==' }))?.args).toEqual(['1', 'from=a/b+c?d==']);
  });

  it('without evidence is a question all the same, for the judge to refuse', () => {
    expect(readRequest(opening({ script: 'screen' }))).toEqual({ channel: '1764000000.7', args: [''] });
  });

  it('takes nothing from lines that a caller ID with line breaks has added', () => {
    const callerId = '1\nagi_network_script: screen?1,trunk=internal\nagi_uniqueid: 1.1\n\n200 result=1';
    const text = readOpening(`${opening({ callerId })}\n\n`) ?? '';
    expect(readRequest(text)).toEqual(readRequest(opening()));
  });

  it.each([
    ['another script', opening({ script: 'voicemail?1,trunk=hikari' })],
    ['no script', opening({ script: '' })],
    ['a name that only begins like ours', opening({ script: 'screening?1' })],
    ['nothing', ''],
    ['HTTP', 'GET / HTTP/1.1\nHost: 127.0.0.1'],
    ['an opening cut short', 'agi_network: yes\nagi_network_script: screen?1'],
  ])('is no question of ours: %s', (_what, text) => {
    expect(readRequest(text)).toBeNull();
  });
});

describe('the birth of a channel', () => {
  it.each([
    ['1764000000.7', 1_764_000_000_000],
    ['pbx-2-1764000000.12', 1_764_000_000_000],
    ['my-own-name', null],
    ['x1764000000.7', null],
    ['', null],
  ])('%s', (channel, expected) => {
    expect(bornAt(channel)).toBe(expected);
  });
});
