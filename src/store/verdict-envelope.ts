/** A remembered verdict, as it is kept. */
export interface Envelope<Verdict> {
  readonly verdict: Verdict;
  /** Epoch milliseconds when it was remembered. */
  readonly at: number;
  /** Key of the memory of earlier calls it was made with: under another memory it does not hold. */
  readonly memory: string;
  /** The caller passed the challenge: then it holds whatever other calls did since. */
  readonly passed: boolean;
}

/** Goes up when the envelope changes its meaning; older values are then not understood, and so forgotten. */
const schema = 2;

export function sealVerdict<Verdict>({ verdict, at, memory, passed }: Envelope<Verdict>): string {
  return JSON.stringify({ schema, at, memory, passed, verdict });
}

/** `null` for what this version of the service did not write. */
export function openVerdict<Verdict>(
  text: string,
  parse: (value: unknown) => Verdict | null,
): Envelope<Verdict> | null {
  const value = parseJson(text);
  if (!isEnvelope(value)) return null;
  const verdict = parse(value.verdict);
  return verdict === null ? null : { verdict, at: value.at, memory: value.memory, passed: value.passed };
}

function isEnvelope(value: unknown): value is Envelope<unknown> {
  if (typeof value !== 'object' || value === null) return false;
  if (!('schema' in value && 'at' in value && 'memory' in value && 'passed' in value && 'verdict' in value))
    return false;
  const { at, memory, passed } = value;
  return value.schema === schema && typeof at === 'number' && typeof memory === 'string' && typeof passed === 'boolean';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
