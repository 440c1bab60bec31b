import { readDialplanEvidence } from '../../../src/caller/dialplan-evidence';
import { identify } from '../../../src/caller/identify';
import { numbering, trusted, untrusted } from './fixtures';

const encode = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

const ordinaryCall = [
  '1',
  'trunk=hikari',
  'exten=3',
  `ruri=${encode('sip:3@192.168.1.20:5060')}`,
  `callid=${encode('4711@192.168.1.1')}`,
  `from=${encode('"田中, 太郎" <sip:0312340000@ntt-east.ne.jp>;tag=1')}`,
  `to=${encode('<sip:0399990000@ntt-east.ne.jp>')}`,
  `pai=${encode('"0312340000" <sip:0312340000@ntt-east.ne.jp>, <tel:0312340000>')}`,
  'pai2=',
  'pai3=',
  `privacy=${encode('none')}`,
  'rpid=',
  `pcpid=${encode('<sip:0399990000@ntt-east.ne.jp>')}`,
  `div=${encode('<sip:0699990001@x.example>;reason=unconditional')}`,
  `div2=${encode('<sip:0699990002@x.example>;reason=user-busy')}`,
  'hist=',
  `pcv=${encode('icid-value=1;orig-ioi=ntt-east.ne.jp')}`,
  'peer=192.168.1.1:5060',
  'shaken=',
  'cid=0312340000',
  'pres=allowed_not_screened',
];

describe('evidence from the dialplan', () => {
  test('names trunk, extension and all that identifies a call', () => {
    const { trunk, extension, invite, damaged } = readDialplanEvidence(ordinaryCall);
    expect({ trunk, extension, damaged }).toEqual({ trunk: 'hikari', extension: '3', damaged: [] });
    expect(invite.requestUri).toBe('sip:3@192.168.1.20:5060');
    expect(invite.header('p-asserted-identity')).toEqual([
      '"0312340000" <sip:0312340000@ntt-east.ne.jp>',
      '<tel:0312340000>',
    ]);
    expect(invite.header('diversion')).toHaveLength(2);
    expect(invite.header('remote-party-id')).toEqual([]);
    expect(identify(invite, trusted, numbering)).toMatchObject({
      sipCallId: '4711@192.168.1.1',
      caller: { presentation: 'presented', number: { input: '0312340000' }, displayName: '田中, 太郎' },
      origin: {
        assertedNumber: { input: '0312340000' },
        divertedBy: { input: '0699990001' },
        origIoi: 'ntt-east.ne.jp',
        peerAddress: '192.168.1.1',
        privacy: ['none'],
      },
      called: { number: { input: '0399990000' }, candidates: [{ input: '0399990000' }, { input: '3' }] },
    });
  });

  test.each([
    ['next=office', 'office'],
    ['next=from-did-direct_2', 'from-did-direct_2'],
    ['next=', null],
    ['next=office&shell', null],
    ['next=ring me', null],
    [`next=${'a'.repeat(81)}`, null],
    ['colour=blue', null],
  ])('%s tells that the office rings in %j', (arg, next) => {
    expect(readDialplanEvidence(['1', arg]).next).toBe(next);
  });

  test('keeps the order of several assertions, whatever the order of the arguments', () => {
    const { invite } = readDialplanEvidence(['1', `pai2=${encode('<tel:2>')}`, `pai=${encode('<tel:1>')}`]);
    expect(invite.header('p-asserted-identity')).toEqual(['<tel:1>', '<tel:2>']);
  });

  test('keeps the trunk whatever a caller ID with a comma in it claims', () => {
    expect(readDialplanEvidence(['1', 'trunk=overseas', 'cid=1', 'trunk=internal']).trunk).toBe('overseas');
  });

  test('with nothing in it is a call of an unknown caller', () => {
    const { trunk, extension, invite, damaged } = readDialplanEvidence([]);
    expect({ trunk, extension, damaged }).toEqual({ trunk: '', extension: '', damaged: ['version'] });
    expect(identify(invite, trusted, numbering)).toMatchObject({
      caller: { presentation: 'unknown', number: null },
      called: { number: null, candidates: [] },
    });
  });

  test.each([
    ['another version', ['2', 'trunk=hikari'], ['version']],
    ['no version', ['trunk=hikari'], ['version']],
    ['keys from the future', ['1', 'trunk=hikari', 'colour=%%%', 'flag'], []],
    ['Base64 with foreign characters', ['1', 'trunk=hikari', 'from=a*c=', `to=${encode('<sip:3@x>')}`], ['from']],
    ['Base64 cut short', ['1', 'trunk=hikari', `pai2=${encode('<sip:3@x>').slice(0, -1)}`, 'hist=='], ['pai2', 'hist']],
  ])('survives %s', (_what, args, expected) => {
    const { trunk, invite, damaged } = readDialplanEvidence(args);
    expect(trunk).toBe('hikari');
    expect(damaged).toEqual(expected);
    for (const name of ['from', 'p-asserted-identity', 'history-info']) expect(invite.header(name)).toEqual([]);
  });

  test('reads bytes that are no UTF-8 as far as they go', () => {
    const from = Buffer.concat([Buffer.from('"'), Buffer.from([0x93, 0x63]), Buffer.from('" <sip:0312340000@x>')]);
    const { invite, damaged } = readDialplanEvidence(['1', `from=${from.toString('base64')}`]);
    expect(damaged).toEqual([]);
    expect(identify(invite, untrusted, numbering).caller.number?.input).toBe('0312340000');
  });

  test.each([
    ['peer=192.0.2.1:5060', '192.0.2.1'],
    ['peer=192.0.2.1', '192.0.2.1'],
    ['peer=[2001:DB8::1]:5060', '2001:db8::1'],
    ['peer=[2001:db8::1]', '2001:db8::1'],
    ['peer=', null],
  ])('%s is the peer %j', (arg, address) => {
    expect(readDialplanEvidence(['1', arg]).invite.peerAddress).toBe(address);
  });

  test.each([
    ['shaken=success:A', 'success', 'A'],
    ['shaken=invalid_signature:c', 'invalid_signature', 'C'],
    ['shaken=verify_failed:', 'verify_failed', null],
    ['shaken=verify_failed', 'verify_failed', null],
    ['shaken=:', null, null],
    ['shaken=', null, null],
  ])('%s is the result %j with attestation %j', (arg, result, attestation) => {
    const { origin } = identify(readDialplanEvidence(['1', arg]).invite, untrusted, numbering);
    expect([origin.shakenResult, origin.attestation]).toEqual([result, attestation]);
  });
});

describe("the PBX's own view", () => {
  const from = (value: string): string => `from=${encode(value)}`;

  test.each([
    ['a number beside prohib', [from('<sip:0312340000@x>'), 'cid=0312340000', 'pres=prohib_passed_screen'], 'user'],
    ['a number beside prohib in capitals', [from('<sip:0312340000@x>'), 'pres=PROHIB'], 'user'],
    ['a number beside allowed', [from('<sip:0312340000@x>'), 'pres=allowed_passed_screen'], 'presented'],
    [
      'a number beside unavailable: the header says more',
      [from('<sip:0312340000@x>'), 'pres=unavailable'],
      'presented',
    ],
    ['no reason beside unavailable', [from('<sip:anonymous@anonymous.invalid>'), 'pres=unavailable'], 'unavailable'],
    ['no reason beside prohib', [from('<sip:anonymous@anonymous.invalid>'), 'pres=prohib'], 'user'],
    [
      'a reason beside prohib: the header says more',
      [from('"Coin line/payphone" <sip:anonymous@x>'), 'pres=prohib'],
      'payphone',
    ],
    [
      'a reason beside unavailable: the header says more',
      [from('"Anonymous" <sip:anonymous@x>'), 'pres=unavailable'],
      'user',
    ],
    ['no From, a number', ['cid=0312340000', 'pres=allowed'], 'presented'],
    ['no From, a word', ['cid=restricted'], 'user'],
    ['no From, a number beside prohib', ['cid=0312340000', 'pres=prohib'], 'user'],
    ['no From, no number', ['cid=', 'pres=unavailable'], 'unavailable'],
  ])('%s', (_what, args, presentation) => {
    const { caller } = identify(readDialplanEvidence(['1', ...args]).invite, untrusted, numbering);
    expect(caller.presentation).toBe(presentation);
    expect(caller.number?.input ?? null).toBe(presentation === 'presented' ? '0312340000' : null);
  });

  test('has no say in the number while From can be read', () => {
    const { invite } = readDialplanEvidence(['1', from('<sip:0312340000@x>'), 'cid=0699990000']);
    expect(identify(invite, trusted, numbering).caller.number?.input).toBe('0312340000');
  });

  test('does not let an assertion name a caller whose From cannot be read', () => {
    const { invite, damaged } = readDialplanEvidence(['1', 'from=%', `pai=${encode('<tel:0312340000>')}`]);
    expect(damaged).toEqual(['from']);
    expect(identify(invite, trusted, numbering).caller).toEqual({
      presentation: 'unknown',
      number: null,
      displayName: null,
    });
  });

  test('never brings back a withheld number', () => {
    const { invite } = readDialplanEvidence([
      '1',
      from('"Anonymous" <sip:anonymous@anonymous.invalid>'),
      'cid=0312340000',
      `callid=${encode('0312340000@x')}`,
      'peer=192.0.2.1',
      'shaken=0312340000:A',
      'exten=0312340000',
    ]);
    expect(JSON.stringify(identify(invite, trusted, numbering))).not.toContain('12340000');
  });
});
