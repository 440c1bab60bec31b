import { identify } from '../../../src/caller/identify';
import { inviteFromMessage } from '../../../src/caller/sip-message';
import { identifyTrusted, identifyUntrusted, numbering, trusted, untrusted } from './fixtures';

/** One INVITE per kind of line, shaped as public captures and standards show them. */
describe('lines of Japanese carriers', () => {
  const nttWest = [
    'INVITE sip:3@192.168.1.20:5060 SIP/2.0',
    'Via: SIP/2.0/UDP 192.168.1.1:5060;branch=z9hG4bK1',
    'From: <sip:07010000000@ntt-west.ne.jp>;tag=11',
    'To: <tel:0399990000;phone-context=ntt-west.ne.jp>',
    'Call-ID: 4711@192.168.1.1',
    'P-Asserted-Identity:',
    ' "07010000000" <sip:07010000000@ntt-west.ne.jp>,',
    '\t"07010000000" <tel:07010000000;phone-context=ntt-west.ne.jp>',
    'P-Called-Party-ID: <sip:0399990000@ntt-west.ne.jp>',
    'Privacy: none',
    '',
    'v=0',
  ].join('\r\n');

  test('NTT West ひかり電話 behind a home gateway', () => {
    const identity = identify(inviteFromMessage(nttWest, { peer: '192.168.1.1:5060' }), trusted, numbering);
    expect(identity).toEqual({
      sipCallId: '4711@192.168.1.1',
      caller: { presentation: 'presented', number: numbering.lookUp('07010000000'), displayName: null },
      origin: {
        assertedNumber: numbering.lookUp('07010000000'),
        asserted: true,
        assertedHost: 'ntt-west.ne.jp',
        fromHost: 'ntt-west.ne.jp',
        origIoi: null,
        divertedBy: null,
        diverted: false,
        verstat: null,
        attestation: null,
        shakenResult: null,
        callingPartyCategory: null,
        peerAddress: '192.168.1.1',
        privacy: ['none'],
        fromAnonymous: false,
      },
      called: {
        number: numbering.lookUp('0399990000'),
        candidates: [numbering.lookUp('0399990000'), numbering.lookUp('3')],
      },
    });
  });

  test('NTT East ひかり電話 straight from the NGN: compact names, and P-Called-Party-ID is not the caller', () => {
    const { caller, origin, called, sipCallId } = identify(
      inviteFromMessage(
        [
          'INVITE sip:0399990000@192.0.2.20:5060 SIP/2.0',
          'v: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK2',
          'f: <sip:anonymous@anonymous.invalid>;tag=22',
          't: <sip:0399990000@ntt-east.ne.jp>',
          'i: 4712@192.0.2.1',
          'm: <sip:192.0.2.1:5060>',
          'k: timer',
          'x: 300',
          'P-Called-Party-ID: <sip:0399990000@ntt-east.ne.jp>',
          '',
        ].join('\n'),
      ),
      trusted,
      numbering,
    );
    expect(caller).toEqual({ presentation: 'unknown', number: null, displayName: null });
    expect(origin).toMatchObject({ asserted: false, assertedNumber: null, fromAnonymous: true });
    expect(called.number?.input).toBe('0399990000');
    expect(sipCallId).toBe('4712@192.0.2.1');
  });

  test.each([
    ['a number', '"0312340000" <sip:gateway@192.168.1.1>', 'presented', '0312340000'],
    [
      'a number in full-width digits',
      '"０３１２３４００００" <sip:gateway@192.168.1.1>',
      'presented',
      '０３１２３４００００',
    ],
    ['a number beside no user at all', '"0312340000" <sip:192.168.1.1>', 'presented', '0312340000'],
    ['a reason', '"Coin line/payphone" <sip:gateway@192.168.1.1>', 'payphone', null],
  ])('other gateways: the display-name carries %s', (_what, from, presentation, number) => {
    const { caller } = identifyUntrusted(`From: ${from}`);
    expect(caller).toMatchObject({ presentation, displayName: null });
    expect(caller.number?.input ?? null).toBe(number);
  });

  test.each(['815010000000', '05010000000', '+815010000000', '%2B815010000000'])('050 trunks: From %s', (user) => {
    const { caller, called } = identifyUntrusted(
      `From: <sip:${user}@050.example>`,
      'To: <sip:815099990000@050.example>',
    );
    expect(caller.number).toMatchObject({ input: decodeURIComponent(user), national: '05010000000' });
    expect(called.number).toMatchObject({ input: '815099990000', national: '05099990000' });
  });

  test('SIP trunks of ITSPs: the number of To is the called one, From may differ from the assertion', () => {
    const { caller, origin, called } = identifyTrusted(
      'From: "Tanaka Shoten" <sip:0120000000@itsp.example>;tag=1',
      'To: <sip:0399990000@itsp.example;user=phone>',
      'P-Asserted-Identity: <sip:+81312340000@pstn.itsp.example;user=phone>',
    );
    expect(caller).toMatchObject({ number: { input: '0120000000' }, displayName: 'Tanaka Shoten' });
    expect(origin).toMatchObject({ assertedNumber: { input: '+81312340000' }, assertedHost: 'pstn.itsp.example' });
    expect(called.number?.input).toBe('0399990000');
  });

  test.each([
    ['"Anonymous" <sip:anonymous@isdn.example>', 'user'],
    ['"Unknown" <sip:unknown@isdn.example>', 'unavailable'],
    ['<sip:0312340000@isdn.example>', 'presented'],
  ])('ISDN gateways: %s → %s', (from, presentation) => {
    expect(identifyUntrusted(`From: ${from}`).caller.presentation).toBe(presentation);
  });

  test('on a trunk that is not trusted, the assertion counts for nothing', () => {
    const { caller, origin } = identify(inviteFromMessage(nttWest), untrusted, numbering);
    expect(caller.number?.input).toBe('07010000000');
    expect(origin).toMatchObject({ asserted: false, assertedNumber: null, assertedHost: null });
  });
});

describe('the presented number', () => {
  test('is the asserted one where From has neither number nor reason, on trusted trunks', () => {
    const headers = ['From: "Front" <sip:gateway@gw.example>', 'P-Asserted-Identity: <tel:+81312340000>'] as const;
    expect(identifyTrusted(...headers).caller).toMatchObject({
      number: { input: '+81312340000' },
      displayName: 'Front',
    });
    expect(identifyUntrusted(...headers).caller.number).toMatchObject({ input: 'gateway', kind: 'impossible' });
  });

  test.each([
    ['"Tanaka" <sip:0312340000@x.example>', 'Tanaka'],
    ['"0312340000" <sip:0312340000@x.example>', null],
    ['"03-1234-0000" <sip:+81312340000@x.example>', null],
    ['"0699990000" <sip:0312340000@x.example>', '0699990000'],
    ['"Unavailable" <sip:0312340000@x.example>', null],
    ['<sip:0312340000@x.example>', null],
  ])('%s goes with the name %j', (from, displayName) => {
    expect(identifyUntrusted(`From: ${from}`).caller.displayName).toBe(displayName);
  });

  test('of absurd length is cut, and stays impossible', () => {
    const { caller } = identifyUntrusted(`From: <sip:${'9'.repeat(5_000)}@x.example>`);
    expect(caller.number).toMatchObject({ input: '9'.repeat(64), kind: 'impossible' });
  });
});

describe('the asserted identity', () => {
  const from = 'From: <sip:0312340000@x.example>';

  test.each([
    ['a sip and a tel value', '"0312340000" <sip:0312340000@a.example>, <tel:+81312340000>', '0312340000', 'a.example'],
    ['a tel and a sip value', '<tel:+81312340000>,<sip:0312340000@A.example:5060>', '+81312340000', 'a.example'],
    ['a bare address', 'sip:0312340000@a.example', '0312340000', 'a.example'],
    ['no number', '<sip:anonymous@a.example>', null, 'a.example'],
    ['a number in its second value only', '<sip:pbx@a.example>, <tel:0312340000>', '0312340000', 'a.example'],
  ])('of %s', (_what, value, number, host) => {
    const { origin } = identifyTrusted(from, `P-Asserted-Identity: ${value}`);
    expect(origin).toMatchObject({ asserted: true, assertedHost: host });
    expect(origin.assertedNumber?.input ?? null).toBe(number);
  });

  test('may stand on several lines', () => {
    const lines = ['P-Asserted-Identity: <tel:+81312340000>', 'p-asserted-identity: <sip:0312340000@a.example>'];
    expect(identifyTrusted(from, ...lines).origin).toMatchObject({
      assertedNumber: { input: '+81312340000' },
      assertedHost: 'a.example',
    });
  });

  test('is that of Remote-Party-ID where there is none', () => {
    const remote = 'Remote-Party-ID: "x" <sip:0699990000@r.example>;party=calling;screen=yes;privacy=off';
    expect(identifyTrusted(from, remote).origin).toMatchObject({
      asserted: true,
      assertedNumber: { input: '0699990000' },
      assertedHost: 'r.example',
    });
    expect(identifyTrusted(from, remote, 'P-Asserted-Identity: <sip:0312340000@a.example>').origin).toMatchObject({
      assertedNumber: { input: '0312340000' },
    });
    expect(identifyTrusted(from, 'Remote-Party-ID: <sip:1@r.example>;party=called').origin.asserted).toBe(false);
  });
});

describe('the charging vector', () => {
  test('names the network of origin, on trusted trunks', () => {
    const headers = [
      'From: <sip:0312340000@x.example>',
      'P-Charging-Vector: icid-value="AyretyU0dm;1";orig-ioi="Home1.example";term-ioi=home2.example',
    ] as const;
    expect(identifyTrusted(...headers).origin.origIoi).toBe('home1.example');
    expect(identifyUntrusted(...headers).origin.origIoi).toBeNull();
  });
});

describe('the called number', () => {
  const from = 'From: <sip:0312340000@x.example>';

  test.each([
    ['P-Called-Party-ID first', ['P-Called-Party-ID: <sip:0399990001@x>', 'To: <sip:0399990002@x>'], '0399990001'],
    [
      'To where P-Called-Party-ID is an extension',
      ['P-Called-Party-ID: <sip:3@x>', 'To: <sip:0399990002@x>'],
      '0399990002',
    ],
    ['To where it is a tel URI', ['To: <tel:0399990002;phone-context=x>'], '0399990002'],
    ["a gateway's extension where there is nothing better", ['To: <sip:office@x>'], '3'],
  ])('is %s', (_what, headers, number) => {
    expect(identifyUntrusted(from, ...headers).called.number?.input).toBe(number);
  });

  test('keeps every candidate once, in order', () => {
    const { called } = identifyUntrusted(
      from,
      'P-Called-Party-ID: <sip:0399990001@x>',
      'To: "0399990001" <sip:0399990001@x>',
    );
    expect(called.candidates.map((candidate) => candidate.input)).toEqual(['0399990001', '3']);
  });
});
