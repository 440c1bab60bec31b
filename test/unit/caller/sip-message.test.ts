import { inviteFromMessage } from '../../../src/caller/sip-message';
import type { DenwabanError } from '../../../src/errors';
import { inviteWith } from './fixtures';

describe('header fields', () => {
  test('have their long lower-case names, however they were written', () => {
    const invite = inviteWith(
      'f: <sip:a@x.example>',
      'TO : <sip:b@x.example>',
      'i:1@x',
      'P-ASSERTED-Identity: <tel:1>',
    );
    expect(invite.header('from')).toEqual(['<sip:a@x.example>']);
    expect(invite.header('to')).toEqual(['<sip:b@x.example>']);
    expect(invite.header('call-id')).toEqual(['1@x']);
    expect(invite.header('p-asserted-identity')).toEqual(['<tel:1>']);
    expect(invite.header('privacy')).toEqual([]);
  });

  test.each([
    ['a', 'accept-contact'],
    ['b', 'referred-by'],
    ['c', 'content-type'],
    ['d', 'request-disposition'],
    ['e', 'content-encoding'],
    ['f', 'from'],
    ['i', 'call-id'],
    ['j', 'reject-contact'],
    ['k', 'supported'],
    ['l', 'content-length'],
    ['m', 'contact'],
    ['n', 'identity-info'],
    ['o', 'event'],
    ['r', 'refer-to'],
    ['s', 'subject'],
    ['t', 'to'],
    ['u', 'allow-events'],
    ['v', 'via'],
    ['x', 'session-expires'],
    ['y', 'identity'],
  ])('%s is %s', (compact, long) => {
    expect(inviteWith(`${compact.toUpperCase()}: value`).header(long)).toEqual(['value']);
  });

  test('unfold, by blank or tab, after CRLF or bare LF', () => {
    const folded = ['INVITE sip:3@gw.example SIP/2.0', 'From:', ' "A"', '\t<sip:a@x.example>', '   ;tag=1', '', ''];
    for (const end of ['\r\n', '\n']) {
      expect(inviteFromMessage(folded.join(end)).header('from')).toEqual(['"A" <sip:a@x.example> ;tag=1']);
    }
  });

  test('are lists of values over lines and commas, where the grammar says so', () => {
    const invite = inviteWith(
      'Diversion: <sip:1@x.example>;reason="a, b" , "c, d" <sip:2@x.example;p=a,b>,,',
      'Diversion: "e \\", f" <sip:3@x.example>',
    );
    expect(invite.header('diversion')).toEqual([
      '<sip:1@x.example>;reason="a, b"',
      '"c, d" <sip:2@x.example;p=a,b>',
      '"e \\", f" <sip:3@x.example>',
    ]);
  });

  test('keep their commas elsewhere', () => {
    const invite = inviteWith('From: Tanaka, Taro <sip:a@x.example>', 'P-Charging-Vector: icid-value="1,2"');
    expect(invite.header('from')).toEqual(['Tanaka, Taro <sip:a@x.example>']);
    expect(invite.header('p-charging-vector')).toEqual(['icid-value="1,2"']);
  });

  test('are bounded: values beyond what any real call carries are cut or left out', () => {
    const invite = inviteWith(
      `Subject: ${'a'.repeat(10_000)}`,
      `Diversion: ${'<tel:1>,'.repeat(100)}`,
      'Diversion: <tel:2>',
    );
    expect(invite.header('subject')[0]).toHaveLength(8_192);
    expect(invite.header('diversion')).toEqual(Array(70).fill('<tel:1>'));
  });

  test('end where the body begins', () => {
    const invite = inviteWith('From: <sip:a@x.example>', '', 'Privacy: id');
    expect(invite.header('privacy')).toEqual([]);
  });
});

describe('a message', () => {
  test('is read with the source address it came from', () => {
    const text = 'INVITE sip:3@gw.example SIP/2.0\nf: <sip:a@x.example>\n';
    expect(inviteFromMessage(text).peerAddress).toBeNull();
    expect(inviteFromMessage(text, { peer: '192.0.2.1:5060' }).peerAddress).toBe('192.0.2.1');
    expect(inviteFromMessage(text, { peer: '[2001:DB8::1]:5060' }).peerAddress).toBe('2001:db8::1');
    expect(inviteFromMessage(text, { peer: '2001:db8::1' }).peerAddress).toBe('2001:db8::1');
  });

  test.each([
    ['blank lines before it', '\r\n\r\nINVITE sip:3@gw.example SIP/2.0\r\nf: <sip:a@x.example>'],
    [
      "a lead-in of the PBX's log",
      '<--- Received SIP request (99 bytes) --->\nINVITE sip:3@gw.example SIP/2.0\nf: <sip:a@x.example>',
    ],
    [
      'the front matter of a corpus',
      '; situation: "INVITE <sip:9@x> SIP/2.0" in a remark\r\n;   From: nobody\r\nINVITE sip:3@gw.example SIP/2.0\r\nf: <sip:a@x.example>',
    ],
    ['wide spacing in the request line', 'INVITE  sip:3@gw.example  SIP/2.0 \nf: <sip:a@x.example>'],
  ])('may have %s', (_what, text) => {
    const invite = inviteFromMessage(text);
    expect(invite.requestUri).toBe('sip:3@gw.example');
    expect(invite.header('from')).toEqual(['<sip:a@x.example>']);
  });

  test('may lack its request line', () => {
    const invite = inviteFromMessage('Via: SIP/2.0/UDP 192.0.2.1\nFrom: <sip:a@x.example>\nCSeq: 1 INVITE\n');
    expect(invite.requestUri).toBe('');
    expect(invite.header('from')).toEqual(['<sip:a@x.example>']);
  });

  test.each([
    ['', '(no From)'],
    ['Good morning', '(no From)'],
    ['OPTIONS sip:3@gw.example SIP/2.0\nFrom: <sip:a@x.example>', 'OPTIONS sip:3@gw.example SIP/2.0'],
    ['invite sip:3@gw.example SIP/2.0\nFrom: <sip:a@x.example>', 'invite sip:3@gw.example SIP/2.0'],
    // RFC 4475 §3.1.1.5: an escape in a method is none.
    ['INV%49TE sip:3@gw.example SIP/2.0\nFrom: <sip:a@x.example>', 'INV%49TE sip:3@gw.example SIP/2.0'],
    ['SIP/2.0 200 OK\nFrom: <sip:a@x.example>\nCSeq: 1 INVITE', 'SIP/2.0 200 OK'],
    ['From: <sip:a@x.example>\nCSeq: 1 BYE', 'CSeq BYE'],
    // RFC 4475 §3.1.1.8: what follows a REGISTER in the same datagram is not the message.
    [
      'REGISTER sip:x.example SIP/2.0\nl: 0\n\nINVITE sip:b@x.example SIP/2.0\nf: <sip:a@x.example>',
      'REGISTER sip:x.example SIP/2.0',
    ],
  ])('is refused when it is no INVITE: %j', (text, found) => {
    expect(() => inviteFromMessage(text)).toThrow(
      expect.objectContaining<Partial<DenwabanError>>({ code: 'DENWABAN_NOT_AN_INVITE', params: { found } }),
    );
  });
});

/** The valid, and valid-looking, requests of RFC 4475 that bear on who calls. */
describe('torture', () => {
  test('§3.1.1.1: wild spacing and folding', () => {
    const invite = inviteFromMessage(
      [
        'INVITE sip:vivekg@chair-dnrc.example.com;unknownparam SIP/2.0',
        'TO :',
        ' sip:vivekg@chair-dnrc.example.com ;   tag    = 1918181833n',
        'from   : "J Rosenberg \\\\\\""       <sip:jdrosen@example.com>',
        '  ;',
        '  tag = 98asjd8',
        'MaX-fOrWaRdS: 0068',
        'Call-ID: wsinv.ndaksdj@192.0.2.1',
        'cseq: 0009',
        '  INVITE',
        'Via  : SIP  /   2.0',
        ' /UDP',
        '    192.0.2.2;branch=390skdjuw',
        's :',
        'NewFangledHeader:   newfangled value',
        ' continued newfangled value',
        'UnknownHeaderWithUnusualValue: ;;,,;;,;',
        'v:  SIP  / 2.0  / TCP     spindle.example.com   ;',
        '  branch  =   z9hG4bK9ikj8  ,',
        ' SIP  /    2.0   / UDP  192.168.255.111   ; branch=',
        ' z9hG4bK30239',
        '',
        'v=0',
      ].join('\r\n'),
    );
    expect(invite.requestUri).toBe('sip:vivekg@chair-dnrc.example.com;unknownparam');
    expect(invite.header('from')).toEqual(['"J Rosenberg \\\\\\""       <sip:jdrosen@example.com> ; tag = 98asjd8']);
    expect(invite.header('via')).toHaveLength(3);
    expect(invite.header('subject')).toEqual([]);
    expect(invite.header('newfangledheader')).toEqual(['newfangled value continued newfangled value']);
  });

  test('§3.1.2.8: unescaped blanks in the request URI', () => {
    expect(inviteFromMessage('INVITE sip:user@example.com; lr SIP/2.0\nf: <sip:a@x>').requestUri).toBe(
      'sip:user@example.com; lr',
    );
  });

  test('lines without a colon, without a name, without a value', () => {
    const invite = inviteWith('nonsense', ': no name', 'Empty:', 'From: <sip:a@x.example>');
    expect(invite.header('from')).toEqual(['<sip:a@x.example>']);
    expect(invite.header('empty')).toEqual([]);
  });
});
