import { fingerprintOf } from '../../../src/screening/fingerprint';
import { type CallWords, call, numbers } from './evidence';

const usual: CallWords = { from: numbers.nttEast, origin: { assertedHost: 'east.example', origIoi: 'east.example' } };

test('names the trunk, the network and the form of the number', () => {
  expect(fingerprintOf(call(usual))).toEqual({
    trunk: 'main',
    assertedHost: 'east.example',
    origIoi: 'east.example',
    form: 'national',
  });
});

test.each(['203.0.113.5', '2001:db8::5'])('an address in place of the host’s name says nothing: %s', (assertedHost) => {
  expect(fingerprintOf(call({ origin: { assertedHost } }))?.assertedHost).toBeNull();
});

test.each<[string, CallWords]>([
  ['who shows no number', { withheld: 'user' }],
  ['who comes from an address that is none of the trunk’s', { ...usual, trunk: { peers: ['203.0.113.1'] } }],
  ['who belongs to no trunk', { ...usual, trunk: { name: 'anonymous' } }],
])('there is none of a caller %s', (_who, words) => {
  expect(fingerprintOf(call(words))).toBeNull();
});
