import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decisionOf } from '../../../src/call/decision-of';
import type { Ending } from '../../../src/call/effects';
import { LiveCall } from '../../../src/call/live-call';
import { run } from '../../../src/cli/program';
import { callerId } from '../../../src/journal/caller-id';
import type { Decision } from '../../../src/journal/decision';
import { openSecretKey } from '../../../src/store/secret-key';
import { judged } from '../call/judgement';
import { decision } from '../journal/decisions';
import { cdrLine } from '../replay/cdr';
import { type CallWords, numbers } from '../screening/evidence';
import { recordingIo } from './recording-io';

const home = mkdtempSync(join(tmpdir(), 'denwaban-replay-'));
const at = (name: string) => join(home, name);
const trunks = 'trunks:\n  hikari: {}\n  overseas: { reach: international }\n';

/** A configuration of the installation with more settings. */
function config(name: string, more = ''): string {
  writeFileSync(at(name), `dataDir: ${at('data')}\n${trunks}${more}`);
  return at(name);
}

const usual = config('denwaban.yaml');
const trusting = config('trusting.yaml', 'rules:\n  domestic-fixed-from-abroad: { weight: 0 }\n');
const strict = config('strict.yaml', `lists:\n  - { list: deny, number: '${numbers.docomo}' }\n`);

const connected: Ending = { outcome: 'connected', challenge: null, failedOpen: null, sipCode: null };
const forged: CallWords = { from: numbers.nttEast, trunk: { name: 'overseas', reach: 'international' } };
const ordinary: CallWords = { from: numbers.docomo, trunk: { name: 'hikari' } };
const key = openSecretKey(at('data'));

/** A decision as the service would have recorded it. */
function recorded(words: CallWords, time: string, given: Partial<Decision> = {}): Decision {
  const leg = { channel: '1785546000.1', sipCallId: null, extension: numbers.ours, args: [] };
  const call = new LiveCall(randomUUID(), leg, Date.parse(time), 0);
  call.judgement = judged(words);
  const facts = { call, ending: connected, threshold: 40, endedAt: 1 };
  return { ...decisionOf(facts, (number) => callerId(number, key)), ...given };
}

function journal(name: string, ...decisions: readonly Decision[]): string {
  const lines = decisions.map((each) => `${JSON.stringify({ record: 'decision', ...each })}\n`);
  writeFileSync(at(name), lines.join(''));
  return at(name);
}

const passed = { kind: 'press-digit', result: 'passed', attempts: 1 } as const;
const ownJournal = join('data', 'journal', 'decisions-2026-08-01.jsonl');

beforeAll(() => {
  mkdirSync(at('data/journal'), { recursive: true });
  journal(
    ownJournal,
    recorded(ordinary, '2026-08-01T01:00:00Z'),
    recorded(forged, '2026-08-01T02:00:00Z', { challenge: passed }),
    recorded({ withheld: 'user', trunk: { name: 'hikari' } }, '2026-08-01T03:00:00Z'),
  );
});
afterAll(() => rmSync(home, { recursive: true }));

async function replay(args: readonly string[], given: Parameters<typeof recordingIo>[0] = {}) {
  const io = recordingIo({ env: { DENWABAN_CONFIG: usual }, now: () => Date.parse('2026-08-02T00:00:00Z'), ...given });
  const code = await run(['replay', ...args], io);
  return { code, ...io.written };
}

async function found(...args: string[]) {
  const { code, out, err } = await replay(['--json', ...args]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

const row = (allow: number, screen: number, reject: number) => ({ allow, screen, reject });
const nobody = row(0, 0, 0);

describe('denwaban replay', () => {
  it('judges the own journal again by the usual configuration', async () => {
    expect(await found()).toEqual({
      config: usual,
      usualConfig: null,
      dataDate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      observeMode: false,
      read: {
        files: 1,
        otherFiles: 0,
        calls: 3,
        first: '2026-08-01T01:00:00.000Z',
        last: '2026-08-01T03:00:00.000Z',
        withoutEvidence: 0,
        onUnknownTrunks: 0,
        neverJudged: 0,
        notInbound: 0,
        damaged: 0,
      },
      recorded: { allow: row(1, 0, 0), screen: row(0, 1, 0), reject: row(0, 0, 1), none: nobody },
      usual: null,
      rules: [
        { rule: 'domestic-fixed-from-abroad', fired: 1, alone: 1, observed: 0, usual: null },
        { rule: 'withheld-by-user', fired: 1, alone: 1, observed: 0, usual: null },
      ],
      released: { passed: 0, failed: 0 },
      newlyRejected: { count: 0, latest: [] },
      newlyScreened: { count: 0, latest: [] },
    });
  });

  it('compares another configuration with what was decided, and with the usual one', async () => {
    const result = await found('--config', trusting);
    expect(result).toMatchObject({
      config: trusting,
      usualConfig: usual,
      recorded: { allow: row(1, 0, 0), screen: row(1, 0, 0), reject: row(0, 0, 1) },
      usual: { allow: row(1, 0, 0), screen: row(1, 0, 0), reject: row(0, 0, 1) },
      released: { passed: 1, failed: 0 },
    });
    expect(result.rules[0]).toEqual({
      rule: 'domestic-fixed-from-abroad',
      fired: 1,
      alone: 0,
      observed: 0,
      usual: { fired: 1, alone: 1, observed: 0 },
    });
  });

  it('names the calls that would newly be rejected, without their numbers', async () => {
    const result = await found('--config', strict);
    expect(result.newlyRejected).toEqual({
      count: 1,
      latest: [
        {
          at: '2026-08-01T01:00:00.000Z',
          trunk: 'hikari',
          called: numbers.ours,
          caller: { presentation: 'presented', masked: '090****9999' },
          before: 'allow',
          now: 'REJECT 607 deny-entry',
        },
      ],
    });
    expect((await found('--config', strict, '--show', '0')).newlyRejected).toEqual({ count: 1, latest: [] });
  });

  it('judges by an observing configuration as if it were enforced, and says so', async () => {
    const observing = config('observing.yaml', 'policy: { mode: observe }\n');
    expect(await found('--config', observing)).toMatchObject({ observeMode: true, recorded: { screen: row(0, 1, 0) } });
  });

  it('takes a call that a remembered pass let through for a screened one', async () => {
    const again = journal(
      'passed.jsonl',
      recorded(forged, '2026-08-01T02:00:00Z', { verdict: 'allow', source: 'cache' }),
    );
    expect(await found(again)).toMatchObject({ recorded: { screen: row(0, 1, 0) }, newlyScreened: { count: 0 } });
  });

  it('weighs what was found then where no evidence was recorded, and counts what is damaged or was never judged', async () => {
    const old = journal(
      'old.jsonl',
      decision({
        findings: [{ rule: 'service-number', weight: 50, mode: 'enforce', text: { ja: '', en: '' } }],
        verdict: 'screen',
      }),
      decision({ source: 'fail-open', outcome: 'failed-open', failedOpen: 'verdict-deadline' }),
    );
    appendFileSync(old, '{"record":"decision","schema":1,\n\0\0\0\n');
    expect(await found(old)).toMatchObject({
      read: { calls: 1, withoutEvidence: 1, neverJudged: 1, damaged: 2 },
      recorded: { screen: row(1, 0, 0) },
    });
  });

  it.each([
    ['the journal’s folder', () => [at('data/journal')]],
    ['the data folder', () => [at('data')]],
    ['several files', () => [at(ownJournal), at(ownJournal)]],
  ])('reads %s', async (_what, files) => {
    const { read } = await found(...files());
    expect(read.calls).toBe(3 * read.files);
  });

  it('reads a journal from standard input', async () => {
    const { out } = await replay(['-', '--json'], { input: readFileSync(at(ownJournal), 'utf8') });
    expect(JSON.parse(out).read).toMatchObject({ files: 1, calls: 3 });
  });

  it('reads call records from standard input, and says when it is neither', async () => {
    const lines = `${cdrLine({ userField: 'denwaban ALLOW' })}\n${cdrLine({ channel: 'PJSIP/overseas-0000001c' })}\n`;
    expect(JSON.parse((await replay(['-', '--json'], { input: lines })).out).read).toMatchObject({
      calls: 2,
      damaged: 0,
    });
    const { code, err } = await replay(['-'], { input: 'INVITE sip:a@b SIP/2.0\n' });
    expect(code).toBe(2);
    expect(err).toContain('DENWABAN_REPLAY_FILE_UNKNOWN');
  });

  it('passes over calls before a moment', async () => {
    expect(await found('--since', '2026-08-01T02:30:00Z')).toMatchObject({ read: { calls: 1 } });
  });

  it('reads call records of Asterisk', async () => {
    writeFileSync(
      at('Master.csv'),
      `${[
        cdrLine({ userField: 'denwaban ALLOW' }),
        cdrLine({ channel: 'PJSIP/overseas-0000001c' }),
        cdrLine({ channel: 'PJSIP/phone-0000001d', dstChannel: 'PJSIP/phone-0000001e' }),
      ].join('\n')}\n`,
    );
    expect(await found(at('Master.csv'))).toMatchObject({
      read: { calls: 2, notInbound: 1 },
      recorded: { allow: row(1, 0, 0), none: row(0, 1, 0) },
      newlyScreened: { count: 1, latest: [{ trunk: 'overseas', before: 'none' }] },
    });
  });

  describe('reads a folder of INVITEs', () => {
    const invite = (from: string) => `INVITE sip:${numbers.ours}@192.0.2.10 SIP/2.0\r\nFrom: ${from}\r\n\r\n`;
    const landline = `<sip:${numbers.nttEast}@x.example>`;
    beforeAll(() => {
      mkdirSync(at('invites/more'), { recursive: true });
      writeFileSync(at('invites/a.sip'), invite(landline));
      writeFileSync(at('invites/more/b.txt'), `; trunk: overseas\n; at: 2026-07-01T00:00:00Z\n${invite(landline)}`);
      writeFileSync(
        at('invites/c.sip'),
        `; trunk: hikari\n; memory: {"office": {"emergencyDialled": "119"}}\n${invite('<sip:anonymous@anonymous.invalid>')}`,
      );
      writeFileSync(at('invites/README.md'), 'Not an INVITE.\n');
    });

    it('as first calls, on the trunk and at the time that they name', async () => {
      expect(await found(at('invites'), '--trunk', 'hikari')).toMatchObject({
        read: { files: 3, calls: 3, otherFiles: 1, first: '2026-07-01T00:00:00.000Z' },
        recorded: { none: row(2, 1, 0) },
      });
    });

    it('and asks for the trunk of those that name none', async () => {
      const { code, err } = await replay([at('invites')]);
      expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('--trunk') });
      expect(err).toContain('a.sip');
    });
  });

  it('shows tables to people, in both languages', async () => {
    const { out } = await replay(['--config', strict]);
    expect(out).toContain('3 calls from 1 file, 2026-08-01 to 2026-08-01');
    expect(out).toMatch(/^ +allow +screen +reject$/m);
    expect(out).toMatch(/^allow +0 +0 +1$/m);
    expect(out).toMatch(/hikari → 0422229999 +090\*\*\*\*9999 +allow → REJECT 607 deny-entry$/m);
    const japanese = (await replay(['--config', strict, '--lang', 'ja'])).out;
    expect(japanese).toMatch(/^通す +0 +0 +1$/m);
    expect(japanese).toContain('新たに断ることになる着信: 1 件');
  });

  it('tells of a journal whose key is elsewhere', async () => {
    const elsewhere = at('elsewhere.yaml');
    writeFileSync(elsewhere, `dataDir: ${at('nowhere')}\n${trunks}`);
    const { code, out } = await replay([at(ownJournal)], { env: { DENWABAN_CONFIG: elsewhere } });
    expect(code).toBe(0);
    expect(out).toContain('Without the key');
  });

  it('says so when there is nothing to judge', async () => {
    const { code, err } = await replay(['--since', '1m']);
    expect({ code, err }).toEqual({ code: 0, err: 'There was no call to judge again.\n' });
  });

  it.each([
    [['absent.jsonl'], 'absent.jsonl'],
    [[__filename], 'replay.test.ts'],
    [['--since', 'yesterday'], 'yesterday'],
    [['--show', 'many'], 'many'],
    [['--trunk', 'hikary'], 'hikari'],
    [['--config', 'absent.yaml'], 'absent.yaml'],
  ])('does not understand %j, and says what', async (args, named) => {
    const { code, out, err } = await replay(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^DENWABAN_/);
    expect(err).toContain(named);
  });

  it('draws its progress on a terminal, at most ten times a second', async () => {
    let now = Date.parse('2026-08-02T00:00:00Z');
    const ticking = () => {
      now += 60;
      return now;
    };
    const { err } = await replay([at(ownJournal), at(ownJournal)], { errorTerminal: true, now: ticking });
    expect(err.match(/\r[█░]+ +\d+ %/g)?.length).toBeLessThanOrEqual(4);
    expect(err).toMatch(/ 100 % .*calls\/s/);
    expect(err.endsWith('\r\x1b[K')).toBe(true);
  });
});
