import fc from 'fast-check';
import { type Address, addressParam, parseAddress } from '../../../src/caller/address';

describe('an address', () => {
  test.each<[string, Partial<Pick<Address, 'displayName' | 'scheme' | 'user' | 'host'>>]>([
    [
      '<sip:0312340000@ntt-east.example>',
      { displayName: null, scheme: 'sip', user: '0312340000', host: 'ntt-east.example' },
    ],
    ['sip:0312340000@Gw.Example:5060;tag=1', { user: '0312340000', host: 'gw.example' }],
    ['"Tanaka, Taro" <sip:0312340000@gw.example>', { displayName: 'Tanaka, Taro', user: '0312340000' }],
    ['Tanaka Taro <sip:0312340000@gw.example>', { displayName: 'Tanaka Taro', user: '0312340000' }],
    ['"田中 <東京>" <sip:0312340000@gw.example>', { displayName: '田中 <東京>', user: '0312340000' }],
    ['"J \\"R\\" \\\\" <sip:a@gw.example>', { displayName: 'J "R" \\', user: 'a' }],
    ['"J \\" <R>" <sip:a@gw.example>', { displayName: 'J " <R>', user: 'a' }],
    ['"" <sip:a@gw.example>', { displayName: null, user: 'a' }],
    ['"two\tlines\u0007" <sip:a@gw.example>', { displayName: 'two lines', user: 'a' }],
    ['"never closed <sip:a@gw.example>', { displayName: '"never closed', user: 'a' }],
    ['<sip:a@gw.example', { user: 'a', host: 'gw.example' }],
    ['<SIPS:a:secret@gw.example;transport=tcp>', { scheme: 'sips', user: 'a', host: 'gw.example' }],
    ['<sip:%2B81312340000@gw.example>', { user: '+81312340000' }],
    ['<sip:%E7%94%B0@gw.example>', { user: '田' }],
    ['<sip:100%@gw.example>', { user: '100%' }],
    ['<sip:a%ZZ%41@gw.example>', { user: 'a%ZZA' }],
    ['<sip:gw.example>', { user: null, host: 'gw.example' }],
    ['<sip:@gw.example>', { user: null, host: 'gw.example' }],
    ['<sip:a@[2001:DB8::1]:5060>', { user: 'a', host: '2001:db8::1' }],
    ['<sip:a;day=tuesday@gw.example>', { user: 'a', host: 'gw.example' }],
    ['<sip:a?b@gw.example?Subject=x>', { user: 'a?b', host: 'gw.example' }],
    ['<tel:0399990000;phone-context=ntt-west.example>', { scheme: 'tel', user: '0399990000', host: null }],
    ['<tel:3-1234-0000;phone-context=+81>', { user: '+81312340000' }],
    ['<sip:312340000;phone-context=%2B81@gw.example;user=phone>', { user: '+81312340000', host: 'gw.example' }],
    ['<tel:0312340000;phone-context=+81>', { user: '0312340000' }],
    ['<tel:201;phone-context=+81312340000>', { user: '201' }],
    ['tel:+81-3-1234-0000;tag=1', { scheme: 'tel', user: '+81-3-1234-0000', host: null }],
    ['"Anonymous" <gibberish>', { displayName: 'Anonymous', user: null, host: null }],
    ['  "A"   <  sip:a@gw.example  >  ; tag = 1', { displayName: 'A', user: 'a', host: 'gw.example' }],
  ])('%s', (text, expected) => {
    expect(parseAddress(text)).toMatchObject(expected);
  });

  test.each(['', '   ', '<>', '""', 'gibberish', '<urn:service:sos>', ';;;'])('is not read out of %j', (text) => {
    expect(parseAddress(text)).toBeNull();
  });

  test.each([
    ['<sip:+81901234;verstat=TN-Validation-Passed@gw.example;user=phone>', 'verstat', 'TN-Validation-Passed'],
    ['sip:+81901234;verstat=TN-Validation-Passed@gw.example;tag=1', 'verstat', 'TN-Validation-Passed'],
    ['<sip:+81901234;verstat=TN-Validation-Passed@gw.example;user=phone>', 'user', 'phone'],
    ['<tel:+81901234;verstat=No-TN-Validation>', 'verstat', 'No-TN-Validation'],
    ['<tel:+81901234;CPC=payphone>', 'cpc', 'payphone'],
    ['<sip:+81901234@gw.example>;cpc=payphone', 'cpc', 'payphone'],
    ['<sip:a@gw.example;x=%3B>;y="a;\\"b"', 'x', ';'],
    ['<sip:a@gw.example;x=%3B>;y="a;\\"b"', 'y', 'a;"b'],
    ['<sip:a@gw.example>;tag=1;tag=2;lr', 'tag', '1'],
    ['<sip:a@gw.example>;tag=1;tag=2;lr', 'lr', ''],
    ['<sip:a@gw.example>;tag=1', 'absent', null],
  ])('%s has %s = %j', (text, name, value) => {
    const address = parseAddress(text);
    expect(address === null ? 'unreadable' : addressParam(address, name)).toBe(value);
  });

  test('reads back whatever a correct writer writes', () => {
    fc.assert(
      fc.property(printable, (address) => {
        const read = parseAddress(print(address));
        expect(read).toMatchObject({ displayName: address.displayName, user: address.user, host: address.host });
        expect(read?.uriParams.get('verstat')).toBe(address.userParam);
        expect(read?.params.get('tag')).toBe(address.tag);
      }),
    );
  });
});

interface Printable {
  readonly displayName: string | null;
  readonly user: string;
  readonly userParam: string;
  readonly host: string;
  readonly tag: string;
}

const name = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .map((text) => text.replace(/\p{Cc}/gu, '').trim())
  .map((text) => (text === '' ? null : text));
const printable: fc.Arbitrary<Printable> = fc.record({
  displayName: name,
  user: fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((text) => text.trim() === text && text !== ''),
  userParam: fc.constantFrom('TN-Validation-Passed', 'No-TN-Validation'),
  host: fc.constantFrom('gw.example', 'ntt-west.example', '192.0.2.7', '2001:db8::7'),
  tag: fc.stringMatching(/^[a-z0-9.!~*'-]{1,12}$/),
});

/** RFC 3261 §25.1: display names as quoted strings, everything but unreserved characters of the user part escaped. */
function print({ displayName, user, userParam, host, tag }: Printable): string {
  const quoted = displayName === null ? '' : `"${displayName.replace(/["\\]/g, '\\$&')}" `;
  const escaped = encodeURIComponent(user);
  return `${quoted}<sip:${escaped};verstat=${userParam}@${host.includes(':') ? `[${host}]` : host}:5060>;tag=${tag}`;
}
