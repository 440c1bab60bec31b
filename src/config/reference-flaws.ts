import { nearest } from './nearest';
import type { Flaw, Path } from './problem';
import { impossibleNumber, secretInFile, unknownCarrier, unknownRule, unknownTrunk } from './wording';

/** What the rooms above know and the schema cannot: the names a configuration may refer to. */
export interface KnownNames {
  /** Ids of the rule book. */
  readonly rules: readonly string[];
  /** Ids of the carriers in the numbering data. */
  readonly carriers: readonly string[];
  /** Whether the numbering plan can hold such a number. */
  isPossibleNumber(number: string): boolean;
}

/** `whole` is the configuration as it was read. */
type Judge = (value: string, known: KnownNames, whole: unknown) => Flaw['text'] | null;

const carrier: Judge = (id, { carriers }) =>
  carriers.includes(id) ? null : unknownCarrier(id, carriers, nearest(id, carriers));

const rule: Judge = (id, { rules }) => (rules.includes(id) ? null : unknownRule(id, nearest(id, rules)));

const number: Judge = (value, known) => (known.isPossibleNumber(value) ? null : impossibleNumber);

/** A name that other parts of the file must define. */
const trunk: Judge = (name, _known, whole) => {
  const trunks = matches(whole, ['trunks', '*']).map(([path]) => String(path.at(-1)));
  return trunks.includes(name) ? null : unknownTrunk(trunks, nearest(name, trunks));
};

const noPassword =
  (variable: string): Judge =>
  (url) =>
    /^[a-z]+:\/\/[^/@\s]*:[^/@\s]+@/i.test(url) ? secretInFile(variable) : null;

/**
 * Every setting that needs more than the schema; `*` stands for any key or position, and `at: 'key'` judges the key.
 * Numbers of the lists are not among them: an alarm that shows an impossible number may well be let through.
 */
const judged: readonly { readonly where: Path; readonly by: Judge; readonly at: Flaw['at'] }[] = [
  { where: ['trunks', '*', 'operator'], by: carrier, at: 'value' },
  { where: ['trunks', '*', 'carriers', '*'], by: carrier, at: 'value' },
  { where: ['trunks', '*', 'hosts', '*'], by: carrier, at: 'value' },
  { where: ['lists', '*', 'carrier'], by: carrier, at: 'value' },
  { where: ['lists', '*', 'excuses', '*'], by: rule, at: 'value' },
  { where: ['rules', '*'], by: rule, at: 'key' },
  { where: ['challenge', 'choices', '*', 'rules', '*'], by: rule, at: 'value' },
  { where: ['challenge', 'choices', '*', 'trunks', '*'], by: trunk, at: 'value' },
  { where: ['challenge', 'callBack', 'callerNumber'], by: number, at: 'value' },
  { where: ['office', 'numbers', '*'], by: number, at: 'value' },
  { where: ['office', 'protectedNumbers', '*', 'number'], by: number, at: 'value' },
  { where: ['ari', 'url'], by: noPassword('DENWABAN_ARI_PASSWORD'), at: 'value' },
  { where: ['cache', 'url'], by: noPassword('DENWABAN_REDIS_PASSWORD'), at: 'value' },
];

/** Flaws of single settings, found even where the rest of the file is wrong too. */
export function referenceFlaws(value: unknown, known: KnownNames): Flaw[] {
  return judged.flatMap(({ where, by, at }) =>
    matches(value, where).flatMap(([path, found]) => {
      const subject = at === 'key' ? path.at(-1) : found;
      const text = typeof subject === 'string' ? by(subject, known, value) : null;
      return text === null ? [] : [{ path, at, text }];
    }),
  );
}

function matches(value: unknown, where: Path, path: Path = []): [Path, unknown][] {
  const [step, ...rest] = where;
  if (step === undefined) return [[path, value]];
  return children(value)
    .filter(([key]) => step === '*' || key === step)
    .flatMap(([key, child]) => matches(child, rest, [...path, key]));
}

function children(value: unknown): (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) return [...value.entries()];
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
