import fc from 'fast-check';
import { decisionOf } from '../../../src/call/decision-of';
import { LiveCall } from '../../../src/call/live-call';
import { identify } from '../../../src/caller/identify';
import { assess } from '../../../src/screening/assess';
import { noMemory } from '../../../src/screening/memory';
import { inviteWith } from '../caller/fixtures';
import { call, now, numbering, numbers, ordinaryOffice } from '../screening/evidence';
import { judged } from './judgement';

/** Every form in which the number may travel. */
const formsOf = (national: string): readonly string[] => [
  national,
  `+81${national.slice(1)}`,
  `81${national.slice(1)}`,
  `+810${national.slice(1)}`,
  `01081${national.slice(1)}`,
  `${national.slice(0, 2)}-${national.slice(2, 6)}-${national.slice(6)}`,
];

/** Everywhere a header could repeat it. */
const repetitions: readonly ((number: string) => string)[] = [
  (number) => `P-Asserted-Identity: "${number}" <sip:${number}@ntt-east.ne.jp>`,
  (number) => `P-Asserted-Identity: <sip:${number}@${number}.ims.example>`,
  (number) => `Remote-Party-ID: <sip:${number}@x.example>`,
  (number) => `Call-ID: ${number}-1@x.example`,
  (number) => `Diversion: <sip:${number}@x.example>;reason=unconditional`,
  (number) => `History-Info: <sip:${number}@x.example>;index=1, <sip:3@x.example;cause=302>;index=1.1`,
  (number) => `P-Charging-Vector: icid-value=1;orig-ioi=${number}.example`,
];
const senders: readonly ((number: string) => string)[] = [
  (number) => `From: <sip:${number}@x.example>`,
  (number) => `From: "${number}" <sip:${number}@${number}.x.example>`,
  (number) => `From: "${number}" <sip:gateway@x.example>`,
  (number) => `From: "Anonymous" <sip:${number}@x.example>`,
  (number) => `From: <tel:${number}>`,
];
/**
 * The caller's number, the header that shows or withholds it, and more that repeat it; a host that earlier calls came
 * from, and how somebody who waits for the call wrote it down.
 */
const anyCaller = fc.constantFrom('0312345678', '0422209999', '09021609999').chain((national) => {
  const anyForm = fc.constantFrom(...formsOf(national));
  const written = (writers: typeof senders) =>
    fc.tuple(fc.constantFrom(...writers), anyForm).map(([write, form]) => write(form));
  return fc.record({
    digits: fc.constant(national.slice(1)),
    sender: written(senders),
    headers: fc.array(written(repetitions)),
    usualHost: anyForm.map((form) => `${form}.ims.example`),
    expectedAs: anyForm,
  });
});
const hash = () => 'keyed hash';

describe('the record of a call', () => {
  it('repeats no number of the caller’s side, whatever headers carry it in whatever form', () => {
    fc.assert(
      fc.property(
        anyCaller,
        fc.boolean(),
        ({ digits, sender, headers, usualHost, expectedAs }, trustsAssertedIdentity) => {
          const usualOrigins = [{ trunk: 'main', assertedHost: usualHost, origIoi: usualHost, form: 'plus' }] as const;
          const { trunk } = call({ trunk: { trustsAssertedIdentity } });
          const identity = identify(
            inviteWith(sender, ...headers, `To: <sip:${numbers.ours}@pbx.example>`),
            trunk.profile,
            numbering,
          );
          const caller = { ...noMemory.caller, standing: 'origin-changed', usualOrigins, since: '2026-01-08' } as const;
          const expected = { kind: 'number', until: now + 1, by: 'hanako', reason: `call from ${expectedAs}` } as const;
          const past = { ...noMemory, caller, office: { ...noMemory.office, expected } };
          const memory = identity.caller.number === null ? noMemory : past;
          const live = new LiveCall(
            '3f0c8f0e-8a3b-4b5f-9d0e-2f6a1c7b8d90',
            { channel: '1764.7', sipCallId: identity.sipCallId, extension: numbers.ours, args: [] },
            now,
            0,
          );
          const assessment = assess({ trunk, ...identity, memory, at: now }, ordinaryOffice);
          live.judgement = judged({}, { identity, trunk, memory, assessment });
          const ending = { outcome: 'connected', challenge: null, failedOpen: null, sipCode: null } as const;
          const { id: _, ...decision } = decisionOf({ call: live, ending, threshold: 40, endedAt: 1 }, hash);

          const told = textsIn(decision).map((text) => text.normalize('NFKC').replace(/\D/g, ''));
          expect(told.filter((text) => text.includes(digits))).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** Every text anywhere in a value. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
