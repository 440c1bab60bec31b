import fc from 'fast-check';
import { identify } from '../../../src/caller/identify';
import { inviteWith, numbering, trusted, untrusted } from './fixtures';

/** Every form in which the number 03-1234-5678 may travel. */
const forms = [
  '0312345678',
  '03-1234-5678',
  '+81312345678',
  '%2B81312345678',
  '81312345678',
  '+810312345678',
  '01081312345678',
  '０３１２３４５６７８',
];
const digits = '312345678';

/** Everything that makes a caller withheld, with room for the number that must not be seen. */
const withholdings: readonly ((number: string) => readonly string[])[] = [
  () => ['From: "Anonymous" <sip:anonymous@anonymous.invalid>'],
  () => ['From: <sip:anonymous@anonymous.invalid>'],
  (number) => [`From: "${number}" <sip:anonymous@anonymous.invalid>`],
  (number) => [`From: <sip:${number}@anonymous.invalid>`],
  (number) => [`From: "Anonymous" <sip:${number}@x.example>`],
  (number) => [`From: "${number}" <sip:${number}@x.example>`, 'Privacy: id'],
  (number) => [`From: <tel:${number}>`, 'Privacy: user;critical'],
  (number) => [`From: <sip:gateway@x.example>`, `Remote-Party-ID: <sip:${number}@x.example>;privacy=full`],
  (number) => [`From: "Taro ${number}" <sip:private@x.example>`],
  (number) => [`From: "1st floor (${number}) ext 22" <sip:private@x.example>`],
];

/** Everywhere else a header could repeat the number. */
const repetitions: readonly ((number: string) => string)[] = [
  (number) => `P-Asserted-Identity: "${number}" <sip:${number}@x.example>, <tel:${number}>`,
  (number) => `P-Asserted-Identity: <sip:${number}@${number}.example>`,
  (number) => `P-Preferred-Identity: <sip:${number}@x.example>`,
  (number) => `Remote-Party-ID: <sip:${number}@x.example>`,
  (number) => `Call-ID: ${number}-1@x.example`,
  (number) => `Diversion: <sip:${number}@x.example>`,
  (number) => `History-Info: <sip:${number}@x.example>;index=1, <sip:3@x.example;cause=302>;index=1.1`,
  (number) => `P-Charging-Vector: icid-value=1;orig-ioi=${number}.example`,
  (number) => `Privacy: id;${number}`,
  (number) => `To: <sip:${number}@x.example>`,
  (number) => `P-Called-Party-ID: <sip:${number}@x.example>`,
  (number) => `Contact: <sip:${number}@x.example>`,
];

const someForm = fc.constantFrom(...forms);
const headers = fc
  .tuple(
    fc.tuple(fc.constantFrom(...withholdings), someForm).map(([write, form]) => write(form)),
    fc.array(fc.tuple(fc.constantFrom(...repetitions), someForm).map(([write, form]) => write(form))),
    // The network's own assertion is always there, so that the number is known to have been withheld.
    someForm.map((form) => `P-Asserted-Identity: <sip:${form}@x.example;cpc=ordinary>`),
  )
  .map(([withholding, repeated, assertion]) => [...withholding, ...repeated, assertion]);

describe('a withheld caller', () => {
  test('leaves no trace of the number, whatever headers carry it in whatever form', () => {
    fc.assert(
      fc.property(headers, fc.constantFrom(trusted, untrusted), (lines, trust) => {
        const identity = identify(inviteWith(...lines), trust, numbering);
        expect(identity.caller).toEqual({
          presentation: expect.not.stringMatching('presented'),
          number: null,
          displayName: null,
        });
        expect(identity.origin.assertedNumber).toBeNull();
        expect(
          JSON.stringify(identity)
            .normalize('NFKC')
            .replace(/[^\d"]/g, ''),
        ).not.toContain(digits);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['P-Asserted-Identity: <sip:+81312345678>'],
    ['P-Asserted-Identity: <sip:0312345678x.example>, <tel:0312345678>'],
  ])('leaves none where a lost @ makes the number a host: %s', (assertion) => {
    const identity = identify(
      inviteWith('From: "Anonymous" <sip:anonymous@anonymous.invalid>', assertion, 'Call-ID: 0312345678-1@x.example'),
      trusted,
      numbering,
    );
    expect(identity.origin).toMatchObject({ asserted: true, assertedHost: null, fromHost: 'anonymous.invalid' });
    expect(JSON.stringify(identity)).not.toContain(digits);
  });

  test('keeps the host of the assertion, the fact of it, and what is called', () => {
    const { origin, called, sipCallId } = identify(
      inviteWith(
        'From: "Anonymous" <sip:anonymous@anonymous.invalid>',
        'To: <sip:0399990000@x.example>',
        'Call-ID: 4711@x.example',
        'P-Asserted-Identity: <sip:0312345678@carrier.example>',
        'Diversion: <sip:0699990000@x.example>',
      ),
      trusted,
      numbering,
    );
    expect(origin).toMatchObject({
      asserted: true,
      assertedNumber: null,
      assertedHost: 'carrier.example',
      diverted: true,
      divertedBy: { input: '0699990000' },
    });
    expect(called.number?.input).toBe('0399990000');
    expect(sipCallId).toBe('4711@x.example');
  });

  test('with an extension for a number does not blank out every field with that digit', () => {
    const { origin } = identify(
      inviteWith('From: "Anonymous" <sip:3@192.0.2.3>', 'To: <sip:0399990000@x.example>'),
      trusted,
      numbering,
    );
    expect(origin.fromHost).toBe('192.0.2.3');
  });
});
