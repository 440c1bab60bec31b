import fc from 'fast-check';
import { assess } from '../../../src/screening/assess';
import type { Verdict } from '../../../src/screening/assessment';
import { ruleIds } from '../../../src/screening/context';
import { explain } from '../../../src/screening/explain';
import { languages } from '../../../src/text/language';
import { anyCall } from './arbitrary';
import {
  type CallWords,
  type ConfigWords,
  call,
  context,
  judge,
  type MemoryWords,
  now,
  numbering,
  numbers,
  ordinaryOffice,
} from './evidence';

const severity: Readonly<Record<Verdict, number>> = { allow: 0, screen: 1, reject: 2 };

const listed: ConfigWords = {
  policy: { rejectAt: 100 },
  lists: [
    { list: 'allow', prefix: '0422', reason: 'neighbours' },
    { list: 'allow', number: numbers.docomo, excuses: ['verification-failed'] },
    { list: 'deny', number: numbers.kddiFixed, reason: 'silent calls' },
    { list: 'deny', prefix: '+44', expires: '2100-01-01T00:00:00+09:00' },
    { list: 'deny', carrier: 'softbank' },
  ],
};
const offices = [ordinaryOffice, context(listed)] as const;

describe('what exculpates never makes a verdict worse', () => {
  const neverWorse = (better: (words: CallWords) => CallWords) =>
    fc.assert(
      fc.property(anyCall, fc.constantFrom(...offices), (words, office) => {
        expect(severity[judge(better(words), office).verdict]).toBeLessThanOrEqual(
          severity[judge(words, office).verdict],
        );
      }),
    );

  test('calling again with the number shown', () => {
    neverWorse((words) => ({ ...words, memory: { ...words.memory, withheldJustRejected: true } }));
  });

  test.each<[string, MemoryWords['caller']]>([
    ['being known', { standing: 'known', usualOrigins: [] }],
    ['having been called by the office', { dialledByUs: '2026-07-20' }],
    ['having passed the challenge', { challenge: 'passed' }],
    ['having said, called back, to have called', { proof: 'verified' }],
  ])('%s', (_, caller) => {
    neverWorse((words) => ({ ...words, memory: { ...words.memory, caller: { ...words.memory?.caller, ...caller } } }));
  });

  test('a disaster', () => {
    neverWorse((words) => ({
      ...words,
      memory: { ...words.memory, office: { ...words.memory?.office, disasterUntil: now + 1 } },
    }));
  });

  test.each<[string, MemoryWords['office']]>([
    ['a pause', { pausedUntil: now + 1 }],
    ['waiting for this number', { expected: { kind: 'number', until: now + 1, by: '', reason: '' } }],
    ['waiting for the next without a number', { expected: { kind: 'withheld', until: now + 1, by: '', reason: '' } }],
    ['waiting for anybody', { expected: { kind: 'any', until: now + 1, by: '', reason: '' } }],
  ])('%s', (_, office) => {
    fc.assert(
      fc.property(anyCall, fc.constantFrom(...offices), (words, given) => {
        const waiting = (expected: MemoryWords['office']): CallWords => ({
          ...words,
          memory: { ...words.memory, office: { ...words.memory?.office, expected: null, ...expected } },
        });
        expect(severity[judge(waiting(office), given).verdict]).toBeLessThanOrEqual(
          severity[judge(waiting({}), given).verdict],
        );
      }),
    );
  });

  test('a trusted Diversion', () => {
    neverWorse((words) => ({ ...words, origin: { ...words.origin, diverted: true } }));
  });

  test('full attestation instead of a gateway’s', () => {
    const signed = (words: CallWords, attestation: 'A' | 'C'): CallWords => ({
      ...words,
      origin: { ...words.origin, attestation, shakenResult: 'success' },
    });
    fc.assert(
      fc.property(anyCall, fc.constantFrom(...offices), (words, office) => {
        const [full, gateway] = [judge(signed(words, 'A'), office), judge(signed(words, 'C'), office)];
        expect(severity[full.verdict]).toBeLessThanOrEqual(severity[gateway.verdict]);
      }),
    );
  });
});

test('after an emergency call every call gets through', () => {
  fc.assert(
    fc.property(anyCall, fc.constantFrom(...offices), (words, office) => {
      const memory = { ...words.memory, office: { emergencyDialled: '119' } } as const;
      expect(judge({ ...words, memory }, office)).toMatchObject({ verdict: 'allow', decidedBy: 'exception' });
    }),
  );
});

test('while screening is paused every call gets through', () => {
  fc.assert(
    fc.property(anyCall, fc.constantFrom(...offices), (words, office) => {
      const memory = { ...words.memory, office: { pausedUntil: now + 1 } };
      expect(judge({ ...words, memory }, office)).toMatchObject({ verdict: 'allow', decidedBy: 'exception' });
    }),
  );
});

describe('waiting for anybody opens the door to nobody', () => {
  const expected = { kind: 'any', until: now + 1, by: '', reason: '' } as const;
  const waitingAndNot = (words: CallWords, office: (typeof offices)[number]) =>
    [expected, null].map((one) => judge({ ...words, memory: { ...words.memory, office: { expected: one } } }, office));
  const closed = (
    change: (words: CallWords) => CallWords,
    givenOffices: readonly (typeof offices)[number][] = offices,
  ) =>
    fc.assert(
      fc.property(anyCall, fc.constantFrom(...givenOffices), (words, office) => {
        const [waiting, not] = waitingAndNot(change(words), office);
        expect(waiting?.verdict).toBe(not?.verdict);
      }),
    );

  test('without a number', () => {
    closed((words) => ({ ...words, withheld: words.withheld ?? 'user' }));
  });

  test('denied', () => {
    closed((words) => ({ ...words, from: numbers.kddiFixed, withheld: undefined }), [offices[1]]);
  });

  test('proven to be forged', () => {
    closed((words) => ({
      ...words,
      memory: { ...words.memory, caller: { ...words.memory?.caller, proof: 'spoof' } },
    }));
  });

  test.each([numbers.ours, numbers.bank, numbers.metropolitanPolice, '+422550110', '09021600110'])(
    'with a number worth forging: %s',
    (from) => {
      closed((words) => ({ ...words, from, withheld: undefined }));
    },
  );

  test('past the carrier', () => {
    closed((words) => ({ ...words, trunk: { ...words.trunk, name: 'anonymous' } }));
  });
});

test('an exception wins over everything', () => {
  fc.assert(
    fc.property(anyCall, fc.constantFrom(...offices), (words, office) => {
      expect(judge({ ...words, to: numbers.fax }, office)).toMatchObject({ verdict: 'allow', decidedBy: 'exception' });
    }),
  );
});

test('an office without rules, lists and withheld policy allows every call', () => {
  const allow = { user: 'allow', payphone: 'allow', unavailable: 'allow', unknown: 'allow' } as const;
  const rules = Object.fromEntries(ruleIds.map((id) => [id, { mode: 'off' } as const]));
  const idle = context({ rules, policy: { withheld: allow } });
  fc.assert(
    fc.property(anyCall, (words) => {
      expect(judge(words, idle)).toMatchObject({ verdict: 'allow', score: 0, findings: [] });
    }),
  );
});

test('an office that only observes allows every call and shows what it saw', () => {
  const rules = Object.fromEntries(ruleIds.map((id) => [id, { mode: 'observe' } as const]));
  const observing = context({ ...listed, rules });
  fc.assert(
    fc.property(anyCall, (words) => {
      const observed = judge(words, observing);
      expect(observed).toMatchObject({ verdict: 'allow', score: 0 });
      const names = (findings: readonly { rule: string }[]) => findings.map(({ rule }) => rule).sort();
      expect(names(observed.findings)).toEqual(names(judge(words, offices[1]).findings));
    }),
  );
});

test('the score is the sum of the findings that count', () => {
  fc.assert(
    fc.property(anyCall, fc.constantFrom(...offices), (words, office) => {
      const { score, findings } = judge(words, office);
      expect(findings.reduce((sum, { weight }) => sum + weight, 0)).toBe(score);
    }),
  );
});

test('an official or protected number is never rejected and never remembered', () => {
  const official = fc.constantFrom(numbers.metropolitanPolice, numbers.musashinoPolice, numbers.bank);
  fc.assert(
    fc.property(anyCall, official, fc.constantFrom(...offices), (words, from, office) => {
      const assessment = judge({ ...words, from, withheld: undefined }, office);
      expect(assessment.verdict).not.toBe('reject');
      expect(assessment.cacheable).toBe(false);
    }),
  );
});

test('a call is rejected with a code, and only then', () => {
  fc.assert(
    fc.property(anyCall, fc.constantFrom(...offices), (words, office) => {
      const { verdict, rejectCode } = judge(words, office);
      expect(rejectCode !== null).toBe(verdict === 'reject');
    }),
  );
});

test('findings lack no word and show no whole number', () => {
  fc.assert(
    fc.property(anyCall, fc.constantFrom(...offices), (words, office) => {
      const evidence = call(words);
      const secrets = [words.from, words.origin?.assertedNumber, words.origin?.divertedBy].flatMap(spellings);
      for (const finding of assess(evidence, office).findings) {
        const shown = [
          JSON.stringify(finding.facts),
          ...languages.map((language) => explain(finding, language)),
        ].join();
        expect(shown).not.toMatch(/undefined|null|NaN/);
        for (const secret of secrets) expect(shown).not.toContain(secret);
      }
    }),
  );
});

/** The digits under which a number would be recognised. */
function spellings(number: string | undefined): string[] {
  if (number === undefined) return [];
  const { e164, national, input } = numbering.lookUp(number);
  const digits = [input, e164 ?? '', national ?? '', national?.slice(1) ?? ''].map((text) => text.replace(/\D/g, ''));
  return digits.filter((text) => text.length >= 7);
}
