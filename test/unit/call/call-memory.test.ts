import { createSecretKey } from 'node:crypto';
import { CallMemory, type Subject } from '../../../src/call/call-memory';
import { changeOffice } from '../../../src/call/office-book';
import type { Assessment } from '../../../src/screening/assessment';
import type { Evidence } from '../../../src/screening/finding';
import { noMemory } from '../../../src/screening/memory';
import {
  type Expectation,
  expectCall,
  learnEmergency,
  newOfficeRecord,
} from '../../../src/screening/records/office-record';
import { callerPrefix, officeKey } from '../../../src/store/memory-keys';
import { TextStore } from '../../fakes/text-store';
import { type CallWords, call, judge, numbers, ordinaryOffice } from '../screening/evidence';

const ttl = { allowSeconds: 40, passedSeconds: 30, screenSeconds: 20, rejectSeconds: 10 };
const secret = createSecretKey(Buffer.alloc(32, 1));
const minute = 60_000;

let now: number;
let store: TextStore;
let memory: CallMemory;

beforeEach(() => {
  now = Date.parse('2026-11-24T12:00:00+09:00');
  store = new TextStore(() => now);
  memory = screener();
});

/** A service on the store: the one under test, its successor after a restart, or a second one beside it. */
function screener(times = ttl): CallMemory {
  return new CallMemory({ store, secretKey: secret, callerId: backwards, ttl: () => times, proofDays: () => 30 });
}

/** In place of a keyed hash: as different in its first characters as the number is in its last. */
const backwards = (number: string): string => [...number].reverse().join('');

const caller: CallWords = { from: numbers.nttEast };
const withheld: CallWords = { withheld: 'user' };
const evidenceOf = (words: CallWords): Evidence => call({ ...words, at: now });
const subjectOf = (words: CallWords, by = memory): Subject => by.subject(evidenceOf(words), ordinaryOffice);
const recall = (words: CallWords, by = memory) => by.recall(subjectOf(words, by), now);
const verdictOf = async (words: CallWords, by = memory): Promise<Assessment | null> =>
  (await recall(words, by)).verdict?.assessment ?? null;
const passMinutes = (minutes: number): void => {
  now += minutes * minute;
};

describe('a remembered verdict', () => {
  it('speaks for the same evidence, and names the moment it was made', async () => {
    const assessment = judge(caller);
    memory.remember(subjectOf(caller), noMemory, assessment, now);
    expect((await recall(caller)).verdict).toEqual({ assessment, at: now });
    expect(memory.counts).toMatchObject({ hits: 1, misses: 0 });
  });

  it.each<[string, CallWords]>([
    ['another number', { from: numbers.kddiFixed }],
    ['another trunk', { ...caller, trunk: { name: 'ip050' } }],
    ['other headers', { ...caller, origin: { assertedHost: 'other.example' } }],
  ])('does not speak for %s', async (_what, other) => {
    memory.remember(subjectOf(caller), noMemory, judge(caller), now);
    expect(await verdictOf(other)).toBeNull();
    expect(memory.counts).toMatchObject({ hits: 0, misses: 1 });
  });

  it('does not speak any more when earlier calls say something else now', async () => {
    memory.remember(subjectOf(caller), noMemory, judge(caller), now);
    memory.emergencyDialled('110', now);
    expect(await verdictOf(caller)).toBeNull();
  });

  it.each<[string, CallWords, number]>([
    ['allow', caller, 40],
    ['screen', { ...caller, trunk: { reach: 'international' } }, 20],
    ['reject', withheld, 10],
  ])('%s lives as long as the configuration says', async (verdict, words, seconds) => {
    expect(judge(words).verdict).toBe(verdict);
    memory.remember(subjectOf(words), noMemory, judge(words), now);
    now += seconds * 1000 - 1;
    expect(await verdictOf(words)).not.toBeNull();
    now += 2;
    expect(await verdictOf(words)).toBeNull();
  });

  it('does not outlive the list entry that spoke', async () => {
    memory.remember(subjectOf(caller), noMemory, { ...judge(caller), validUntil: now + 5_000 }, now);
    now += 6_000;
    expect(await verdictOf(caller)).toBeNull();
  });

  it.each<[string, Partial<Assessment>, typeof ttl]>([
    ['official numbers and exceptions', { cacheable: false }, ttl],
    ['a list entry that has ended', { validUntil: 0 }, ttl],
    ['what the configuration wants forgotten', {}, { ...ttl, allowSeconds: 0 }],
  ])('is not kept at all: %s', async (_what, words, times) => {
    const forgetful = screener(times);
    forgetful.remember(subjectOf(caller), noMemory, { ...judge(caller), ...words }, now);
    expect(await verdictOf(caller, forgetful)).toBeNull();
  });

  it('that is damaged counts as absent', async () => {
    await store.write(
      subjectOf(caller).verdictKey,
      '{"schema":2,"at":1,"memory":"","passed":false,"verdict":{}}',
      minute,
    );
    expect(await verdictOf(caller)).toBeNull();
    expect(memory.counts).toMatchObject({ damaged: 1, misses: 1 });
  });
});

describe('a passed challenge', () => {
  const suspect: CallWords = { ...caller, trunk: { reach: 'international' } };

  it('lets the same evidence through for its time, whatever other calls do meanwhile', async () => {
    memory.rememberPassed(subjectOf(suspect), judge(suspect), now);
    memory.emergencyDialled('110', now);
    expect(await verdictOf(suspect)).toMatchObject({ verdict: 'allow' });
    now += 31_000;
    expect(await verdictOf(suspect)).toBeNull();
  });

  it('does not speak for the same number with other evidence', async () => {
    memory.rememberPassed(subjectOf(suspect), judge(suspect), now);
    expect(await verdictOf(caller)).toBeNull();
  });
});

describe('a withheld call that was turned away', () => {
  const marked = async (words: CallWords) => (await recall(words)).memory.withheldJustRejected;

  it('is remembered for the line, for three minutes', async () => {
    memory.noteWithheldReject(subjectOf(withheld));
    expect(await marked(caller)).toBe(true);
    expect(await marked({ ...caller, to: numbers.fax })).toBe(false);
    expect(await marked({ ...caller, trunk: { name: 'ip050' } })).toBe(false);
    passMinutes(3.1);
    expect(await marked(caller)).toBe(false);
  });

  it('is forgotten when the redialled call has come', async () => {
    memory.noteWithheldReject(subjectOf(withheld));
    memory.forgetWithheldReject(subjectOf(caller));
    expect(await marked(caller)).toBe(false);
  });
});

describe('what a call teaches of its caller', () => {
  const learnTalk = async (times: number): Promise<void> => {
    for (let index = 0; index < times; index++) {
      memory.learn(subjectOf(caller), { at: now, answered: true, challenge: 'none', short: false });
      await memory.flush();
    }
  };

  it('makes a caller known after three answered calls, also to the service after a restart', async () => {
    await learnTalk(2);
    expect((await recall(caller)).memory.caller.standing).toBe('seen');
    await learnTalk(1);
    expect((await recall(caller)).memory.caller).toMatchObject({ standing: 'known', since: '2026-11-24' });
    expect((await recall(caller, screener())).memory.caller.standing).toBe('known');
  });

  it('is nothing to whoever comes past the carrier, who could make all of it look as usual, and nothing is learnt of it', async () => {
    await learnTalk(3);
    const pastIt: CallWords = { ...caller, trunk: { peers: ['203.0.113.1'] } };
    expect((await recall(pastIt)).memory).toEqual(noMemory);
    memory.learn(subjectOf(pastIt), { at: now, answered: false, challenge: 'none', short: true });
    for (let index = 0; index < 25; index++) {
      const words: CallWords = { ...pastIt, from: `04223${String(index).padStart(5, '0')}` };
      memory.noteArrival(subjectOf(words), evidenceOf(words));
    }
    await memory.flush();
    expect((await recall({ from: numbers.kddiFixed })).memory.trunk.flood).toBeNull();
  });

  it('shows when the same number comes from elsewhere', async () => {
    await learnTalk(3);
    const { memory: recalled } = await recall({ ...caller, trunk: { name: 'ip050' } });
    expect(recalled.caller).toMatchObject({
      standing: 'origin-changed',
      usualOrigins: [{ trunk: call(caller).trunk.name }],
    });
  });

  it('is learnt of calls that end at the same moment, too', async () => {
    const trace = { at: now, answered: true, challenge: 'none', short: false } as const;
    for (let index = 0; index < 60; index++) memory.learn(subjectOf(caller), trace);
    await memory.flush();
    expect((await recall(caller)).memory.caller.standing).toBe('known');
    expect(memory.counts.failures).toBe(0);
  });

  it('is nothing when the caller shows no number', async () => {
    memory.learn(subjectOf(withheld), { at: now, answered: true, challenge: 'none', short: true });
    await memory.flush();
    expect((await recall(withheld)).memory).toEqual(noMemory);
  });

  it('stands under keys that begin alike, so that all of it can be forgotten at once', async () => {
    await learnTalk(3);
    memory.remember(subjectOf(caller), noMemory, judge(caller), now);
    await store.forgetAll(callerPrefix(subjectOf(caller).callerId ?? ''));
    expect(await recall(caller)).toMatchObject({ memory: noMemory, verdict: null });
  });

  it('a number that the office dialled is remembered under any form', async () => {
    memory.dialled('+81422309999', now);
    await memory.flush();
    expect((await recall({ from: '0422309999' })).memory.caller.dialledByUs).toBe('2026-11-24');
  });
});

describe('what a call teaches of its trunk', () => {
  const arrive = (index: number, by = memory): void => {
    const words: CallWords = { from: `04223${String(index).padStart(5, '0')}` };
    by.noteArrival(subjectOf(words, by), evidenceOf(words));
  };

  it('is known at once, and to another screener as soon as the store was told', async () => {
    const other = screener();
    await recall(caller, other);
    for (let index = 0; index < 25; index++) arrive(index);
    expect((await recall(caller)).memory.trunk.flood).toMatchObject({ sign: 'new-callers' });
    expect((await recall(caller, other)).memory.trunk.flood).toBeNull();
    await memory.flush();
    arrive(99, other);
    await other.flush();
    expect((await recall(caller, other)).memory.trunk.flood).toMatchObject({ sign: 'new-callers' });
  });

  it('adds up from two screeners that write at the same time', async () => {
    const other = screener();
    for (let index = 0; index < 15; index++) arrive(index);
    for (let index = 15; index < 30; index++) arrive(index, other);
    await Promise.all([memory.flush(), other.flush()]);
    expect((await recall(caller, screener())).memory.trunk.flood).toMatchObject({ sign: 'new-callers' });
  });

  it('is not lost while the store is away', async () => {
    store.down = true;
    for (let index = 0; index < 25; index++) arrive(index);
    await memory.flush();
    expect((await recall(caller)).memory.trunk.flood).toMatchObject({ sign: 'new-callers' });
    store.down = false;
    await memory.flush();
    expect((await recall(caller, screener())).memory.trunk.flood).toMatchObject({ sign: 'new-callers' });
  });
});

describe('an emergency call of the office', () => {
  it('is known to this service though the store is away', async () => {
    store.down = true;
    memory.emergencyDialled('119', now);
    await memory.flush();
    expect((await recall(withheld)).memory.office.emergencyDialled).toBe('119');
    store.down = false;
    expect((await recall(withheld)).memory.office.emergencyDialled).toBe('119');
  });

  it('is known to other screeners and after a restart, for two hours', async () => {
    memory.emergencyDialled('119', now);
    await memory.flush();
    const other = screener();
    expect((await recall(withheld, other)).memory.office.emergencyDialled).toBe('119');
    passMinutes(121);
    expect((await recall(withheld, other)).memory.office.emergencyDialled).toBeNull();
  });

  it('does not end a disaster mode that the operator switched on', async () => {
    const disaster = { since: now, until: now + 60 * minute, reason: '' };
    await store.write(officeKey, JSON.stringify({ ...newOfficeRecord, disaster }), Number.POSITIVE_INFINITY);
    memory.emergencyDialled('110', now);
    await memory.flush();
    expect((await recall(caller, screener())).memory.office).toEqual({
      ...noMemory.office,
      emergencyDialled: '110',
      disasterUntil: disaster.until,
    });
  });

  it('an older one in the store does not hide a newer one of ours', async () => {
    memory.emergencyDialled('110', now);
    await memory.flush();
    const older = learnEmergency(newOfficeRecord, '119', now - 100 * minute);
    await store.write(officeKey, JSON.stringify(older), Number.POSITIVE_INFINITY);
    expect((await recall(caller)).memory.office.emergencyDialled).toBe('110');
  });
});

describe('what calling a number back brought', () => {
  const proofOf = async (words: CallWords, by = memory) => (await recall(words, by)).memory.caller.proof;

  it.each(['verified', 'spoof'] as const)('%s is remembered for this origin, by all screeners', async (result) => {
    memory.prove(subjectOf(caller), result, now);
    await memory.flush();
    expect(await proofOf(caller, screener())).toBe(result);
    expect(await proofOf({ ...caller, trunk: { name: 'second' } })).toBe('none');
    expect(await proofOf({ from: numbers.kddiFixed })).toBe('none');
  });

  it('is remembered for so many days as the configuration says, and the latest counts', async () => {
    memory.prove(subjectOf(caller), 'spoof', now);
    await memory.flush();
    memory.prove(subjectOf(caller), 'verified', now);
    await memory.flush();
    passMinutes(30 * 24 * 60 - 1);
    expect(await proofOf(caller)).toBe('verified');
    passMinutes(1);
    expect(await proofOf(caller)).toBe('none');
  });

  it('is nothing where no number was shown, or the call came past the carrier', async () => {
    const stray: CallWords = { ...caller, trunk: { name: 'anonymous' } };
    memory.prove(subjectOf(withheld), 'spoof', now);
    memory.prove(subjectOf(stray), 'spoof', now);
    await memory.flush();
    expect([await proofOf(caller), await proofOf(stray), await proofOf(withheld)]).toEqual(['none', 'none', 'none']);
  });

  it('ends what was remembered of the call, a passed challenge too', async () => {
    memory.remember(subjectOf(caller), noMemory, judge(caller), now);
    memory.prove(subjectOf(caller), 'spoof', now);
    await memory.flush();
    expect(await verdictOf(caller)).toBeNull();
    memory.rememberPassed(subjectOf(caller), judge(caller), now);
    expect(await verdictOf(caller)).toBeNull();
  });

  it('is read with everything else at once', async () => {
    memory.prove(subjectOf(caller), 'spoof', now);
    await memory.flush();
    const read = jest.spyOn(store, 'read');
    await recall(caller);
    expect(read).toHaveBeenCalledTimes(1);
  });
});

describe('a call that is waited for', () => {
  const waiting = (words: Partial<Expectation>): Expectation => ({
    ...{ kind: 'withheld', callerId: null, masked: null, since: now, until: now + 30 * minute, once: true, by: '101' },
    reason: '',
    ...words,
  });
  const wait = (words: Partial<Expectation>) => changeOffice(store, (record) => expectCall(record, waiting(words)));
  const expectedOf = async (words: CallWords, by = memory) => (await recall(words, by)).memory.office.expected?.kind;

  it('is known to all screeners from their next call on', async () => {
    const other = screener();
    expect(await expectedOf(withheld, other)).toBeUndefined();
    await wait({});
    expect([await expectedOf(withheld), await expectedOf(withheld, other)]).toEqual(['withheld', 'withheld']);
  });

  it('has come once it was let through: to this screener at once, to others when the store was told', async () => {
    const other = screener();
    await wait({});
    await recall(withheld);
    memory.expectedCame(subjectOf(withheld), now);
    expect(await expectedOf(withheld)).toBeUndefined();
    await memory.flush();
    expect(await expectedOf(withheld, other)).toBeUndefined();
  });

  it('has come though the store refuses to hear of it', async () => {
    await wait({});
    await recall(withheld);
    store.down = true;
    memory.expectedCame(subjectOf(withheld), now);
    await memory.flush();
    store.down = false;
    expect(await expectedOf(withheld)).toBeUndefined();
    now += 1;
    await wait({});
    expect(await expectedOf(withheld)).toBe('withheld');
  });

  it('stays expected where it may come more than once', async () => {
    await wait({ kind: 'any', once: false });
    await recall(caller);
    memory.expectedCame(subjectOf(caller), now);
    await memory.flush();
    expect(await expectedOf(caller)).toBe('any');
  });

  it('ends a remembered verdict, and its own with it', async () => {
    memory.remember(subjectOf(caller), noMemory, judge(caller), now);
    await wait({ kind: 'any', once: false, until: now + 20_000 });
    const meanwhile = await recall(caller);
    expect(meanwhile.verdict).toBeNull();
    memory.remember(subjectOf(caller), meanwhile.memory, judge({ ...caller, memory: meanwhile.memory }), now);
    expect(await verdictOf(caller)).not.toBeNull();
    now += 20_000;
    expect(await verdictOf(caller)).toBeNull();
  });

  it('is judged though the number passed the challenge, so that the decision says who waits for it', async () => {
    const { callerId } = subjectOf(caller);
    memory.rememberPassed(subjectOf(caller), judge(caller), now);
    await wait({ kind: 'any', once: false });
    expect(await verdictOf(caller)).not.toBeNull();
    await wait({ kind: 'number', callerId, once: false });
    expect(await verdictOf(caller)).toBeNull();
  });

  it('is the number before anybody', async () => {
    const { callerId } = subjectOf(caller);
    await wait({ kind: 'any', once: false });
    await wait({ kind: 'number', callerId, once: false });
    expect([await expectedOf(caller), await expectedOf({ from: numbers.kddiFixed })]).toEqual(['number', 'any']);
  });
});

describe('while the store is away', () => {
  it('nothing is remembered, nothing is thrown, and it is counted', async () => {
    store.down = true;
    memory.remember(subjectOf(caller), noMemory, judge(caller), now);
    memory.learn(subjectOf(caller), { at: now, answered: true, challenge: 'none', short: false });
    expect(await recall(caller)).toMatchObject({ memory: noMemory, verdict: null });
    await memory.flush();
    expect(memory.counts.failures).toBe(3);
  });

  it('what is wanted along is unknown, not absent', async () => {
    expect((await memory.recall(subjectOf(caller), now, ['version'])).along).toEqual([null]);
    store.down = true;
    expect((await memory.recall(subjectOf(caller), now, ['version'])).along).toBeNull();
  });
});
