import type { Origin } from '../../../src/caller/caller';
import { identifyTrusted, identifyUntrusted } from './fixtures';

describe('verstat', () => {
  test.each<[string, string, Origin['verstat']]>([
    ['<sip:+81312340000;verstat=TN-Validation-Passed@x.example;user=phone>', '', 'passed'],
    ['<tel:+81312340000;verstat=tn-validation-failed>', '', 'failed'],
    ['<sip:+81312340000@x.example;verstat=No-TN-Validation>', '', 'not-validated'],
    ['<sip:+81312340000@x.example>', '<tel:+81312340000;verstat=TN-Validation-Passed-A>', 'passed'],
    ['<tel:+81312340000;verstat=TN-Validation-Passed>', '<tel:+81312340000;verstat=TN-Validation-Failed>', 'failed'],
    ['<tel:+81312340000;verstat=Perhaps>', '', null],
    ['<sip:+81312340000@x.example>', '', null],
  ])('From %s, asserted %j → %j', (from, asserted, expected) => {
    const headers = [`From: ${from}`, `P-Asserted-Identity: ${asserted}`] as const;
    expect(identifyTrusted(...headers).origin.verstat).toBe(expected);
    expect(identifyUntrusted(...headers).origin.verstat).toBeNull();
  });
});

describe('an Identity header in a message', () => {
  const passport = (claims: string): string =>
    `${encode('{"alg":"ES256","ppt":"shaken"}')}.${encode(claims)}.c2lnbmF0dXJl;info=<https://cert.example/a.pem>;alg=ES256`;
  const encode = (text: string): string => Buffer.from(text).toString('base64url');

  test.each<[string, string, string | null, Origin['attestation']]>([
    ['full attestation', passport('{"attest":"A","orig":{"tn":"81312340000"}}'), 'unverified', 'A'],
    ['partial attestation', passport('{"attest":"b"}'), 'unverified', 'B'],
    ['gateway attestation', passport('{"attest":"C"}'), 'unverified', 'C'],
    ['a level that does not exist', passport('{"attest":"D"}'), 'unverified', null],
    ['a level of the wrong type', passport('{"attest":{"toString":1}}'), 'unverified', null],
    ['no level', passport('{}'), 'unverified', null],
    ['the compact form, without payload', '..c2lnbmF0dXJl;info=<https://cert.example/a.pem>', 'unverified', null],
    ['claims that are no object', passport('"A"'), null, null],
    ['null claims', passport('null'), null, null],
    ['broken JSON', passport('{"attest":"A"'), null, null],
    ['broken Base64', '%%%.%%%.%%%;info=<x>', null, null],
    ['no PASSporT at all', 'hello', null, null],
  ])('%s', (_what, identity, result, attestation) => {
    const { origin } = identifyUntrusted('From: <sip:0312340000@x.example>', `y: ${identity}`);
    expect([origin.shakenResult, origin.attestation]).toEqual([result, attestation]);
  });

  test('is absent in Japan', () => {
    const { origin } = identifyTrusted('From: <sip:0312340000@x.example>');
    expect([origin.shakenResult, origin.attestation]).toEqual([null, null]);
  });
});
