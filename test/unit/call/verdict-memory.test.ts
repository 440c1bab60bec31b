import { createSecretKey } from 'node:crypto';
import { parseRemembered, VerdictMemory } from '../../../src/call/verdict-memory';
import type { Assessment } from '../../../src/screening/assessment';
import { VerdictCache } from '../../../src/store/verdict-cache';
import { TextStore } from '../../fakes/text-store';
import { judge, numbers } from '../screening/evidence';

const ttl = { allowSeconds: 40, passedSeconds: 30, screenSeconds: 20, rejectSeconds: 10 };
const line = { trunk: 'hikari', called: '+81422229999' };
const allowed = judge({});
const screened = judge({ from: numbers.nttEast, trunk: { reach: 'international' } });
const rejected = judge({ withheld: 'user' });

const secretKey = createSecretKey(Buffer.alloc(32, 1));
let now = 1_000_000;
const memory = (times = ttl) =>
  new VerdictMemory(
    new VerdictCache({ store: new TextStore(() => now), secretKey, parse: parseRemembered }),
    () => times,
  );

async function remembered(memories: VerdictMemory, afterSeconds: number): Promise<Assessment | null> {
  now += afterSeconds * 1000;
  const { verdict } = await memories.recall('key', line);
  now -= afterSeconds * 1000;
  return verdict?.value ?? null;
}

describe('how long a verdict is remembered', () => {
  it.each<[string, Assessment, number]>([
    ['allow', allowed, 40],
    ['screen', screened, 20],
    ['reject', rejected, 10],
  ])('%s: as long as the configuration says', async (_verdict, assessment, seconds) => {
    const memories = memory();
    memories.remember('key', assessment, now);
    expect(await remembered(memories, seconds - 1)).toEqual(assessment);
    expect(await remembered(memories, seconds + 1)).toBeNull();
  });

  it('a passed challenge: as allowed, for its own time', async () => {
    const memories = memory();
    memories.rememberPassed('key', screened, now);
    expect(await remembered(memories, 29)).toEqual({ ...screened, verdict: 'allow' });
    expect(await remembered(memories, 31)).toBeNull();
  });

  it('not beyond the end of a list entry', async () => {
    const memories = memory();
    memories.remember('key', { ...allowed, validUntil: now + 5_000 }, now);
    expect(await remembered(memories, 4)).not.toBeNull();
    expect(await remembered(memories, 6)).toBeNull();
  });

  it.each<[string, Assessment, typeof ttl]>([
    ['official numbers and exceptions', { ...allowed, cacheable: false }, ttl],
    ['a list entry that has ended', { ...allowed, validUntil: 0 }, ttl],
    ['what the configuration wants forgotten', allowed, { ...ttl, allowSeconds: 0 }],
  ])('not at all: %s', async (_what, assessment, times) => {
    const memories = memory(times);
    memories.remember('key', assessment, now);
    expect(await remembered(memories, 0)).toBeNull();
  });
});

describe('what the memory understands', () => {
  it.each([allowed, screened, rejected])('every assessment, as it comes back from the store', (assessment) => {
    expect(parseRemembered(JSON.parse(JSON.stringify(assessment)))).toEqual(assessment);
  });

  it.each<[string, unknown]>([
    ['no object', 'allow'],
    ['nothing', null],
    ['another verdict', { ...allowed, verdict: 'maybe' }],
    ['findings that are none', { ...allowed, findings: [null] }],
    ['a finding without facts', { ...allowed, findings: [{ rule: 'x', weight: 1, mode: 'enforce' }] }],
    ['a code we do not answer with', { ...rejected, rejectCode: 200 }],
    ['a field missing', { ...allowed, cacheable: undefined }],
  ])('not: %s', (_what, value) => {
    expect(parseRemembered(value)).toBeNull();
  });
});
