import { compileContext, ruleIds } from '../../../src/screening/context';
import { ruleBook } from '../../../src/screening/rules';
import { openCorpusOffice, readCorpus } from '../../../tools/rules/corpus';
import { judgeCorpus } from '../../../tools/rules/judge';

const corpus = readCorpus();
const office = openCorpusOffice();
const calls = judgeCorpus(corpus, office, compileContext(office));
const fired = new Set(calls.flatMap(({ assessment }) => assessment.findings.map(({ rule }) => rule)));
const quiet = new Set(corpus.flatMap(({ quiet }) => [...quiet.keys()]));

describe('the corpus knows every rule both ways', () => {
  test.each(ruleIds)('%s fires for some call, and must not for another', (rule) => {
    expect([fired.has(rule), quiet.has(rule)]).toEqual([true, true]);
  });

  test('and the weights of every variant', () => {
    const seen = new Set(
      calls.flatMap(({ assessment }) => assessment.findings.map(({ rule, weight }) => `${rule} ${weight}`)),
    );
    const all = ruleBook.flatMap(({ id, variants }) =>
      Object.values(variants ?? {}).map((weight) => `${id} ${weight}`),
    );
    expect(all.filter((weight) => !seen.has(weight))).toEqual([]);
  });
});

test('no file speaks of a rule that is not in the book', () => {
  const named = corpus.flatMap(({ leading, fires, quiet }) => [leading ?? [], ...fires, ...quiet.keys()].flat());
  expect(named.filter((rule) => !ruleIds.includes(rule))).toEqual([]);
});

test('no rule is to be quiet in a file where it fires', () => {
  const torn = corpus.filter(({ leading, fires, quiet }) => [leading ?? '', ...fires].some((rule) => quiet.has(rule)));
  expect(torn.map(({ name }) => name)).toEqual([]);
});

test('every file has a number of its own', () => {
  const numbers = corpus.map(({ name }) => /^\d{3}(?=-)/.exec(name)?.[0]);
  expect(numbers).not.toContain(undefined);
  expect(new Set(numbers).size).toBe(corpus.length);
});

test('every trunk of the office gets a call', () => {
  expect([...new Set(corpus.map(({ trunk }) => trunk))].sort()).toEqual(Object.keys(office.config.trunks).sort());
});

/** Messages after the sections of RFC 4475: whatever they do to a parser, an honest caller is not refused for it. */
describe('torture', () => {
  const torture = corpus.filter(({ name }) => name.startsWith('9'));

  test('has a message for most sections', () => {
    const sections = new Set(torture.map(({ situation }) => /^RFC 4475 ([\d.]+): /.exec(situation)?.[1]));
    expect(sections).not.toContain(undefined);
    expect(sections.size).toBeGreaterThan(40);
  });

  test('is never rejected', () => {
    expect(torture.filter(({ verdict }) => verdict === 'reject')).toEqual([]);
  });
});
