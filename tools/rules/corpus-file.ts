import { type Verdict, verdicts } from '../../src/screening/assessment';

/** An INVITE of the corpus, the situation it comes from, and what must become of it. */
export interface CorpusCase {
  /** File name without its ending: `061-fixed-from-abroad`. */
  readonly name: string;
  /** The whole file; its front matter is a lead-in that the INVITE's reader passes over. */
  readonly text: string;
  readonly situation: string;
  /** A trunk of `office.yaml`. */
  readonly trunk: string;
  /** ISO time of the call. */
  readonly at: string;
  /** Source address of the INVITE. */
  readonly peer: string | null;
  /** What the exchange made of the Identity header: `success:A`. */
  readonly shaken: string | null;
  /** JSON text of what earlier calls left behind. */
  readonly memory: string | null;
  readonly verdict: Verdict | 'not-an-invite';
  /** The finding that comes first; `null` for a call of which nothing is found. */
  readonly leading: string | null;
  /** All findings but the leading one. */
  readonly fires: readonly string[];
  /** Rules that stay silent though much speaks for them, each with the reason why they must. */
  readonly quiet: ReadonlyMap<string, string>;
}

const required = ['situation', 'trunk', 'at', 'verdict', 'leading'] as const;
const optional = ['peer', 'shaken', 'memory', 'fires', 'quiet'] as const;
const expectations = [...verdicts, 'not-an-invite'] as const;

/**
 * Reads a file of the corpus: lines `; key: value` before the request line, continued by `;` and three blanks or more.
 *
 * @throws Error for a front matter that is not whole
 */
export function readCorpusFile(name: string, text: string): CorpusCase {
  const fail = (problem: string): Error => new Error(`${name}: ${problem}`);
  const fields = readFrontMatter(text, fail);
  for (const key of required) if (!fields.has(key)) throw fail(`"; ${key}:" is missing`);
  const value = (key: string): string => fields.get(key) ?? '';
  const verdict = expectations.find((known) => known === value('verdict'));
  if (verdict === undefined) throw fail(`the verdict must be one of ${expectations.join(', ')}`);
  if (Number.isNaN(Date.parse(value('at')))) throw fail(`"${value('at')}" is no time`);
  return {
    name,
    text,
    situation: value('situation'),
    trunk: value('trunk'),
    at: value('at'),
    peer: fields.get('peer') ?? null,
    shaken: fields.get('shaken') ?? null,
    memory: fields.get('memory') ?? null,
    verdict,
    leading: value('leading') === '-' ? null : value('leading'),
    fires: value('fires')
      .split(/[,\s]+/)
      .filter((rule) => rule !== ''),
    quiet: readQuiet(value('quiet'), fail),
  };
}

function readFrontMatter(text: string, fail: (problem: string) => Error): ReadonlyMap<string, string> {
  const known: readonly string[] = [...required, ...optional];
  const fields = new Map<string, string>();
  let last = '';
  for (const line of text.split(/\r?\n/)) {
    if (!line.startsWith(';')) break;
    const [, key, value = ''] = /^; ([a-z]+): *(.*)$/.exec(line) ?? [];
    if (key === undefined) {
      if (!/^; {3,}\S/.test(line) || last === '') throw fail(`"${line}" is no line of a front matter`);
      fields.set(last, `${fields.get(last)} ${line.slice(1).trim()}`);
      continue;
    }
    if (!known.includes(key) || fields.has(key)) throw fail(`"; ${key}:" is unknown or there twice`);
    fields.set(key, value.trim());
    last = key;
  }
  return fields;
}

/** `own-number-from-outside (a branch forwards to us), diverted (no Diversion)` */
function readQuiet(text: string, fail: (problem: string) => Error): ReadonlyMap<string, string> {
  if (text === '') return new Map();
  return new Map(
    text.split(/(?<=\)), */).map((item) => {
      const [, rule, reason] = /^([a-z0-9-]+) \(([^()]+)\)$/.exec(item) ?? [];
      if (rule === undefined || reason === undefined) throw fail(`quiet: "${item}" must be: rule (reason)`);
      return [rule, reason];
    }),
  );
}
