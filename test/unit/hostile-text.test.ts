import fc from 'fast-check';
import { parseRemembered } from '../../src/call/remembered-assessment';
import { parseAddress } from '../../src/caller/address';
import { readDialplanEvidence } from '../../src/caller/dialplan-evidence';
import { isNumberText } from '../../src/caller/number-text';
import { parseParams, parseUriHeaders, percentDecode, unquote } from '../../src/caller/params';
import { hostOf, parseSipUri } from '../../src/caller/sip-uri';
import { splitOutsideQuotes } from '../../src/caller/split';
import { readShaken } from '../../src/caller/verification';
import { DenwabanError } from '../../src/errors';
import { parseEntry } from '../../src/journal/journal-entry';
import { readParcel } from '../../src/notify/parcel';
import { noMemory } from '../../src/screening/memory';
import { parseMemory } from '../../src/screening/parse-memory';
import { isListedPeer } from '../../src/screening/peers';
import { learnCall, parseCallerRecord } from '../../src/screening/records/caller-record';
import { newOfficeRecord, parseOfficeRecord } from '../../src/screening/records/office-record';
import { newTrunkRecord, parseTrunkRecord } from '../../src/screening/records/trunk-record';
import { openVerdict, sealVerdict } from '../../src/store/verdict-envelope';
import { decision } from './journal/decisions';
import { arbitraryText } from './numbering/arbitrary';
import { numbering } from './numbering/shipped';
import { anyCall } from './screening/arbitrary';
import { judge } from './screening/evidence';

/** Text from outside: what callers send, and what lies in files and stores that others may have written. */

const fingerprint = { trunk: 'main', assertedHost: null, origIoi: null, form: 'national' } as const;
/** What is kept as JSON, whole: damage to it gets past a reader's first look. */
const kept = fc.constantFrom<unknown>(
  decision(),
  learnCall(null, { at: 0, fingerprint, answered: true, challenge: 'passed', short: true }),
  noMemory,
  newTrunkRecord,
  newOfficeRecord,
  JSON.parse(sealVerdict({ verdict: judge({}), at: 0, memory: '', passed: false })),
);

/** JSON with one of its values, however deep, replaced by any other. */
const damaged = fc.tuple(kept, fc.nat(), fc.jsonValue({ maxDepth: 2 })).map(([value, at, other]) => {
  let place = 0;
  const target = at % countValues(value);
  return JSON.stringify(value, (_key, here: unknown) => (place++ === target ? other : here));
});

function countValues(value: unknown): number {
  const inside = typeof value === 'object' && value !== null ? Object.values(value) : [];
  return inside.reduce((count: number, each) => count + countValues(each), 1);
}

const anyText = fc.oneof(arbitraryText, fc.string({ unit: 'binary' }), fc.json(), damaged);

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'a parcel of the outbox': readParcel,
  'a number': (text) => numbering.lookUp(text),
  'the shape of a number': isNumberText,
  'an address': parseAddress,
  'a URI': parseSipUri,
  'a host': hostOf,
  'a list': (text) => splitOutsideQuotes(text, ','),
  parameters: parseParams,
  'headers of a URI': parseUriHeaders,
  escapes: percentDecode,
  'a quoted string': unquote,
  'the arguments of the dialplan': (text) => readDialplanEvidence(text.split(',')),
  'the result of a verification': readShaken,
  'a source address': (text) => isListedPeer(text, [text, '192.0.2.0/24', '2001:db8::/32']),
  'a record of the journal': parseEntry,
  'a remembered verdict': (text) => openVerdict(text, parseRemembered),
  'what is kept of a caller': parseCallerRecord,
  'what is kept of a trunk': parseTrunkRecord,
  'what is kept of the office': parseOfficeRecord,
};

describe('no text makes its reader throw', () => {
  test.each(Object.entries(readers))('%s', (_, read) => {
    fc.assert(
      fc.property(anyText, (text) => void read(text)),
      { numRuns: 500 },
    );
  });

  test('but for the error that tells the operator: a file of earlier calls', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        try {
          parseMemory(text, 'memory.json');
        } catch (error) {
          expect(error).toBeInstanceOf(DenwabanError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('what was written is read as it was', () => {
  test('a verdict that is remembered', () => {
    fc.assert(
      fc.property(anyCall, fc.nat(), fc.string(), fc.boolean(), (words, at, memory, passed) => {
        const envelope = { verdict: judge(words), at, memory, passed };
        expect(openVerdict(sealVerdict(envelope), parseRemembered)).toEqual(envelope);
      }),
    );
  });

  test('what earlier calls left behind', () => {
    expect(parseMemory(JSON.stringify(noMemory), 'memory.json')).toEqual(noMemory);
    expect(parseMemory('{}', 'memory.json')).toEqual(noMemory);
  });
});
