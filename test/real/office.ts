import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Decision } from '../../src/journal/decision';
import { type Caller, type Experience, letCall, listen } from '../../tools/lab/caller';
import { writeFreshTables } from '../../tools/lab/fresh-tables';
import { type House, type HouseOptions, openHouse } from '../../tools/lab/house';
import { headerValues } from '../../tools/lab/sip-trace';

/** An office of the tests: a house, and what must be true of it whenever nobody is on the line. */
export interface Office extends House {
  /** One call from its INVITE to its decision. */
  call(caller: Caller): Promise<Call>;
  /** A call whose decision is not waited for: the service may not live to make it. */
  callUnrecorded(caller: Caller): Promise<Experience>;
  /** A call that may end before it comes to the service: its decision, if there is one. */
  callPerhapsUnseen(caller: Caller): Promise<Experience & { readonly decision: Decision | null }>;
  /** From of the last call that reached the office's telephone: what its display shows. */
  shownOnPhone(): string | undefined;
  /** Every file that the exchange and the service have written, by its path; databases byte for byte. */
  everythingWritten(): Promise<readonly (readonly [place: string, text: string])[]>;
  /**
   * No channel, call, timer, request, listener, question, sequel, call-back or recording is left, and there is one decision
   * for each call.
   */
  expectAllClear(): Promise<void>;
  close(): Promise<void>;
}

export interface Call extends Experience {
  readonly decision: Decision;
  /** The rules that spoke, the deciding one first. */
  readonly rules: readonly string[];
}

export const mainNumber = '0312345678';

/**
 * The office of every test that does not bring its own: English prompts, which are the shorter ones. More strangers call
 * in a minute of it than a small office hears in a day: they are no flood.
 */
export const usualConfig = `
language: en
rules: { many-callers-one-trunk: { mode: off } }
trunks:
  hikari: { operator: ntt-east, trustsAssertedIdentity: true, earlyMedia: true }
  ip050: { operator: rakuten-mobile }
  overseas: { reach: international }
  onnet: { operator: ntt-com, reach: on-net, carriers: [ntt-com], carriesForeign: false }
  internal: { reach: internal }
  inband: { reach: international }
  info: { reach: international }
office:
  numbers: ["${mainNumber}", "0312345670"]
  lines: [{ number: "0312345679", exempt: fax }]
lists:
  - { list: deny, number: "09011119999", reason: nuisance }
  - { list: allow, number: "0362029999", reason: supplier }
`;

export async function openOffice(options: HouseOptions = {}): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), 'denwaban-tables-'));
  const tables = join(folder, 'numbering.txt');
  writeFreshTables(tables, new Date().toISOString().slice(0, 10));
  const house = await openHouse({
    config: usualConfig,
    language: 'en',
    ...options,
    env: { DENWABAN_NUMBERING_FILE: tables, ...options.env },
  });
  let recorded = 0;
  return {
    ...house,
    async call(caller) {
      recorded += 1;
      const got = await letCall(house, caller);
      const decision = await house.denwaban.untilDecision(got.callId);
      return { ...got, decision, rules: decision.findings.map(({ rule }) => rule) };
    },
    callUnrecorded: (caller) => letCall(house, caller),
    async callPerhapsUnseen(caller) {
      const got = await letCall(house, caller);
      await house.asterisk.untilNoChannels();
      await house.denwaban.untilQuiet();
      const decisions = house.denwaban.decisions().filter(({ sipCallId }) => sipCallId === got.callId);
      expect(decisions.length).toBeLessThanOrEqual(1);
      recorded += decisions.length;
      return { ...got, decision: decisions[0] ?? null };
    },
    shownOnPhone: () =>
      house.phone
        .invites()
        .slice(-1)
        .flatMap((invite) => headerValues(invite, 'From'))[0],
    everythingWritten: async () => [
      ['the service’s log', house.denwaban.readLog()],
      ...filesBelow(house.denwaban.dataDir),
      ...filesBelow(join(house.asterisk.folder, 'log')),
      ...filesBelow(join(house.asterisk.folder, 'db')),
      ...filesBelow(join(house.asterisk.folder, 'spool')),
    ],
    async expectAllClear() {
      await house.asterisk.untilNoChannels();
      expect(await house.denwaban.untilQuiet()).toMatchObject(nothing);
      // What a caller said is fetched, or dropped, when the call is over.
      expect(await house.asterisk.recordings()).toEqual([]);
      const ids = house.denwaban.decisions().map(({ id }) => id);
      expect(ids.length).toBe(recorded);
      expect(new Set(ids).size).toBe(recorded);
    },
    async close() {
      await house.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function filesBelow(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'latin1')] as const);
}

/** What the service tells of itself when nobody is on the line. */
const nothing = {
  ...{ calls: 0, timers: 0, pendingRequests: 0, listeners: 0, questions: 0, following: 0, sequels: 0 },
  callBacks: { pending: 0, timers: 0 },
};

export type Delivered = Omit<Caller, 'conduct'>;

/** ひかり電話 delivers From and, asserted by the network, the same number once more. */
export function hikari(number: string, called = mainNumber): Delivered {
  return {
    trunk: 'hikari',
    called,
    from: `From: "${number}" <sip:${number}@ntt-east.ne.jp>`,
    headers: [`P-Asserted-Identity: <sip:${number}@ntt-east.ne.jp>`],
  };
}

/** A withheld call with its reason of TTC JJ-90.22. */
export function withheld(reason: string, called = mainNumber): Delivered {
  return { trunk: 'hikari', called, from: `From: "${reason}" <sip:anonymous@anonymous.invalid>` };
}

export function overseas(number: string): Delivered {
  return { trunk: 'overseas', called: mainNumber, from: `From: <sip:${number}@gateway.example>` };
}

/** The ordinary call that shows whether the office is well. */
export const ordinaryCall: Caller = { ...hikari('09012340000'), conduct: listen };
