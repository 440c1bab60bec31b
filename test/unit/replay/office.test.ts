import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { noStoredLists } from '../../../src/config/stored-lists';
import type { DecisionFinding } from '../../../src/journal/decision';
import { recordEvidence, recordedEvidenceSchema, tellsCaller } from '../../../src/journal/recorded-evidence';
import { restoreEvidence } from '../../../src/journal/restored-evidence';
import { KnownNumbers } from '../../../src/replay/known-numbers';
import { Office } from '../../../src/replay/office';
import type { Assessment } from '../../../src/screening/assessment';
import type { Evidence } from '../../../src/screening/finding';
import { decision } from '../journal/decisions';
import { anyCall } from '../screening/arbitrary';
import { type CallWords, type ConfigWords, call, config, numbering, numbers } from '../screening/evidence';

const idOf = (number: string) => createHash('sha256').update(number).digest('hex').slice(0, 16);

/** Gives the evidence of a call as it is after a stay in the journal. */
function journalOf(office: Office): (evidence: Evidence, then: Assessment) => Evidence {
  const ids = new KnownNumbers({ configs: [office.given], stored: noStoredLists, numbering, callerId: idOf });
  return ({ trunk, caller, origin, called, memory, at }, { findings }) => {
    const identity = { sipCallId: null, caller, origin, called };
    const recorded = recordEvidence({ identity, trunk, memory }, idOf, tellsCaller(identity));
    const read = recordedEvidenceSchema.parse(JSON.parse(JSON.stringify(recorded)));
    return restoreEvidence(read, { at, profile: trunk.profile, findings: findings.map(asRecorded), numbering, ids });
  };
}

function asRecorded({ rule, weight, mode }: Assessment['findings'][number]): DecisionFinding {
  return { rule, weight, mode, text: { ja: '', en: '' } };
}

const officeOf = (words: ConfigWords = {}) => new Office(config(words), numbering);
const trusting = (words: CallWords) => call({ ...words, trunk: { ...words.trunk, trustsAssertedIdentity: true } });
const ruling = ({ verdict, score, rejectCode, findings }: Assessment) => ({
  verdict,
  score,
  rejectCode,
  findings: findings.map(asRecorded),
});

const listing: ConfigWords = {
  rules: { 'foreign-number': { mode: 'observe' }, 'service-number': { weight: 25 } },
  policy: { rejectAt: 150 },
  lists: [
    { list: 'deny', prefix: '0422-2' },
    { list: 'allow', prefix: '042223' },
    { list: 'deny', number: numbers.kddiMobile },
    { list: 'deny', carrier: 'softbank' },
  ],
};

describe('a call whose evidence was recorded', () => {
  it.each([
    ['an ordinary office', officeOf()],
    ['one with lists, weights and rules on trial', officeOf(listing)],
  ])('is judged by %s as it was then, though its number is masked', (_whose, office) => {
    const throughTheJournal = journalOf(office);
    fc.assert(
      fc.property(anyCall.map(trusting), (evidence) => {
        const { assessment } = office.judge(evidence);
        const again = office.judge(throughTheJournal(evidence, assessment));
        expect(ruling(again.assessment)).toEqual(ruling(assessment));
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, CallWords, ConfigWords, string]>([
    [
      'a rule that is now off',
      { from: numbers.nttEast, trunk: { reach: 'international' } },
      { rules: { 'domestic-fixed-from-abroad': { mode: 'off' } } },
      'allow',
    ],
    ['another weight', { from: numbers.nttComTollFree }, { rules: { 'service-number': { weight: 40 } } }, 'screen'],
    [
      'a number that is now denied',
      { from: numbers.docomo },
      { lists: [{ list: 'deny', number: numbers.docomo }] },
      'reject',
    ],
    ['a prefix that the mask shows', { from: numbers.docomo }, { lists: [{ list: 'deny', prefix: '090' }] }, 'reject'],
    [
      'a carrier that is now denied',
      { from: numbers.docomo },
      { lists: [{ list: 'deny', carrier: 'ntt-docomo' }] },
      'reject',
    ],
    ['a number that is now our own', { from: numbers.docomo }, { office: { numbers: [numbers.docomo] } }, 'screen'],
    ['another policy', { withheld: 'user' }, { policy: { withheld: { user: 'allow' } } }, 'allow'],
  ])('meets %s', (_what, words, tried, verdict) => {
    const evidence = trusting(words);
    const then = officeOf().judge(evidence).assessment;
    expect(then.verdict).not.toBe(verdict);
    const office = officeOf(tried);
    expect(office.judge(journalOf(office)(evidence, then)).assessment.verdict).toBe(verdict);
  });

  it('loses what the trunk is no longer trusted for', () => {
    const evidence = trusting({ from: numbers.nttEast, origin: { assertedNumber: '+442079460018' } });
    const office = officeOf();
    const then = office.judge(evidence).assessment;
    expect(then.verdict).toBe('screen');
    const distrusted = {
      ...evidence,
      trunk: { ...evidence.trunk, profile: { ...evidence.trunk.profile, trustsAssertedIdentity: false } },
    };
    expect(office.judge(journalOf(office)(distrusted, then)).assessment.verdict).toBe('allow');
  });

  it('is told from another number behind the same mask', () => {
    const evidence = trusting({ from: '0422210009', origin: { assertedNumber: '0422220009' } });
    const { assessment } = officeOf().judge(evidence);
    expect(assessment.findings.map(({ rule }) => rule)).toEqual([]);
    const apart = trusting({ from: '09021600009', origin: { assertedNumber: '09021610009' } });
    const office = officeOf();
    const found = office.judge(journalOf(office)(apart, office.judge(apart).assessment)).assessment;
    expect(found.findings.map(({ rule }) => rule)).toEqual(['from-differs-from-asserted']);
  });
});

describe('the verdict', () => {
  const hangs = (words: CallWords, rule: string, tried: ConfigWords = {}) =>
    officeOf(tried).judge(call(words)).hangsOn(rule);

  it.each<[string, CallWords, string, boolean, ConfigWords]>([
    [
      'on the one sign that screens',
      { from: numbers.nttEast, trunk: { reach: 'international' } },
      'domestic-fixed-from-abroad',
      true,
      {},
    ],
    ['on neither of two that each screen', { from: '+422550110' }, 'nonexistent-country', false, {}],
    ['on a weak sign', { from: numbers.nttComTollFree }, 'service-number', false, {}],
    ['on the withheld policy', { withheld: 'user' }, 'withheld-by-user', true, {}],
    ['on a list entry', { from: numbers.docomo }, 'deny-entry', true, { lists: [{ list: 'deny', prefix: '090' }] }],
  ])('hangs %s: %#', (_what, words, rule, expected, tried) => {
    expect(hangs(words, rule, tried)).toBe(expected);
  });
});

describe('a decision without evidence', () => {
  const finding = (rule: string, weight: number): DecisionFinding => ({
    rule,
    weight,
    mode: 'enforce',
    text: { ja: '', en: '' },
  });
  const reweighed = (
    findings: DecisionFinding[],
    tried: ConfigWords = {},
    given: Partial<ReturnType<typeof decision>> = {},
  ) => officeOf(tried).reweigh(decision({ findings, ...given }));

  it.each<[string, DecisionFinding[], ConfigWords, string, number]>([
    ['keeps its weights', [finding('domestic-fixed-from-abroad', 80), finding('diverted', -40)], {}, 'screen', 40],
    [
      'takes a new weight',
      [finding('service-number', 10)],
      { rules: { 'service-number': { weight: 50 } } },
      'screen',
      50,
    ],
    [
      'scales a variant with it',
      [finding('unallocated-block', 60)],
      { rules: { 'unallocated-block': { weight: 20 } } },
      'allow',
      30,
    ],
    ['gives up a weight of the configuration of then', [finding('service-number', 77)], {}, 'allow', 10],
    [
      'drops a rule that is off',
      [finding('service-number', 10)],
      { rules: { 'service-number': { mode: 'off' } } },
      'allow',
      0,
    ],
    [
      'does not count a rule on trial',
      [finding('foreign-number', 40)],
      { rules: { 'foreign-number': { mode: 'observe' } } },
      'allow',
      0,
    ],
    ['follows a list entry', [finding('deny-entry', 0)], {}, 'reject', 0],
    [
      'does not reject an official number',
      [finding('deny-entry', 0), finding('official-number', 40)],
      {},
      'screen',
      40,
    ],
    ['passes over a rule of another edition', [finding('no-such-rule', 90)], {}, 'allow', 0],
  ])('%s', (_what, findings, tried, verdict, score) => {
    expect(reweighed(findings, tried).assessment).toMatchObject({ verdict, score });
  });

  it('follows the policy for withheld numbers', () => {
    const { caller } = decision();
    const withheld = { ...caller, presentation: 'payphone', masked: null, id: null } as const;
    const { assessment, hangsOn } = reweighed([finding('withheld-payphone', 0)], {}, { caller: withheld });
    expect(assessment.verdict).toBe('screen');
    expect(hangsOn('withheld-payphone')).toBe(true);
  });
});
