import { identifyTrusted, identifyUntrusted } from './fixtures';

const from = 'From: <sip:0312340000@x.example>';

/** Who forwarded the call: a number, `hidden`, or `nobody`. */
function forwarder(...headers: readonly string[]): string {
  const { diverted, divertedBy } = identifyTrusted(from, ...headers).origin;
  return diverted ? (divertedBy?.input ?? 'hidden') : 'nobody';
}

describe('Diversion', () => {
  test.each([
    ['<sip:0699990000@x.example>;reason=unconditional;counter=1', '0699990000'],
    ['"Tanaka, Osaka" <tel:+81699990000>;reason=no-answer', '+81699990000'],
    ['<sip:0699990001@x.example>;reason=user-busy, <sip:0699990002@x.example>', '0699990001'],
    ['<sip:0699990000@x.example>;privacy=off;screen=no', '0699990000'],
    ['<sip:0699990000@x.example>;privacy=full', 'hidden'],
    ['<sip:0699990000@x.example>;privacy="URI"', 'hidden'],
    ['<sip:anonymous@anonymous.invalid>;reason=unknown', 'hidden'],
  ])('%s → %s', (value, expected) => {
    expect(forwarder(`Diversion: ${value}`)).toBe(expected);
  });

  test('on several lines: the first is the most recent', () => {
    expect(forwarder('Diversion: <sip:0699990001@x.example>', 'Diversion: <sip:0699990002@x.example>')).toBe(
      '0699990001',
    );
  });

  test('comes before History-Info', () => {
    const history = 'History-Info: <sip:0699990002@x.example>;index=1, <sip:3@x.example;cause=302>;index=1.1';
    expect(forwarder('Diversion: <sip:0699990001@x.example>', history)).toBe('0699990001');
  });
});

describe('History-Info', () => {
  const target = '<sip:0399990000@x.example>';

  test.each(['302', '408', '480', '486', '487', '503'])(
    'cause=%s on the new target tells of the entry before it',
    (cause) => {
      expect(
        forwarder(
          `History-Info: <sip:0699990000@x.example>;index=1, <sip:0399990000@x.example;cause=${cause}>;index=1.1`,
        ),
      ).toBe('0699990000');
    },
  );

  test.each([
    ['one request, never forwarded', `${target};index=1`, 'nobody'],
    ['hops within a network', `${target};index=1,<sip:3@gw.example>;index=1.1`, 'nobody'],
    ['a cause that is no forwarding', `${target};index=1,<sip:0399990000@x.example;cause=200>;index=1.1`, 'nobody'],
    [
      'a Reason on the forwarder',
      `<sip:0699990000@x.example?Reason=SIP%3Bcause%3D302%3Btext%3D%22Moved%22>;index=1,${target};index=1.1`,
      '0699990000',
    ],
    [
      'a Reason of another protocol',
      `<sip:0699990000@x.example?Reason=Q.850%3Bcause%3D486>;index=1,${target};index=1.1`,
      'nobody',
    ],
    [
      'entries out of order',
      '<sip:0399990000@x.example;cause=302>;index=1.1,<sip:0699990000@x.example>;index=1',
      '0699990000',
    ],
    [
      'two forwardings: the latest, by index and not by text',
      '<sip:1111110@x>;index=1,<sip:2222220@x;cause=302>;index=1.2,<sip:3333330@x;cause=486>;index=1.10',
      '2222220',
    ],
    [
      'mp names the entry it came from',
      '<sip:1111110@x>;index=1,<sip:2222220@x>;index=1.1,<sip:3333330@x;cause=302>;index=1.2;mp=1',
      '1111110',
    ],
    [
      'rc names the entry it came from',
      '<sip:1111110@x>;index=1,<sip:2222220@x>;index=1.1,<sip:3333330@x;cause=302>;index=1.2;rc=1',
      '1111110',
    ],
    [
      'an entry that asks for privacy',
      '<sip:0699990000@x?Privacy=history>;index=1,<sip:3@x;cause=302>;index=1.1',
      'hidden',
    ],
    [
      'Reason and Privacy on one entry',
      '<sip:0699990000@x?Reason=SIP%3Bcause%3D486&Privacy=history>;index=1,<sip:3@x>;index=1.1',
      'hidden',
    ],
    ['an anonymous entry', '<sip:anonymous@anonymous.invalid>;index=1,<sip:3@x;cause=302>;index=1.1', 'hidden'],
    ['the forwarder was removed on the way', '<sip:3@x;cause=302>;index=1.1', 'hidden'],
    ['a cause on the very first entry', '<sip:0699990000@x;cause=302>;index=1', '0699990000'],
    ['entries without any index', '<sip:0699990000@x>,<sip:3@x;cause=302>', '0699990000'],
  ])('%s', (_what, value, expected) => {
    expect(forwarder(`History-Info: ${value}`)).toBe(expected);
  });

  test('is hidden as a whole by Privacy: history', () => {
    const history = 'History-Info: <sip:0699990000@x>;index=1,<sip:3@x;cause=302>;index=1.1';
    expect(forwarder(history, 'Privacy: history')).toBe('hidden');
  });
});

test('a trunk that is not trusted forwards nothing', () => {
  const { diverted, divertedBy } = identifyUntrusted(
    from,
    'Diversion: <sip:0699990000@x.example>',
    'History-Info: <sip:0699990000@x>;index=1,<sip:3@x;cause=302>;index=1.1',
  ).origin;
  expect([diverted, divertedBy]).toEqual([false, null]);
});
