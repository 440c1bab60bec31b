import { readFileSync } from 'node:fs';
import { type Line, listen } from '../../tools/lab/caller';
import { freeTcpPort } from '../../tools/lab/ports';
import { project } from '../../tools/lab/project';
import { eventually } from '../support/handles';
import { hikari, type Office, openOffice, ordinaryCall, overseas, usualConfig, withheld } from './office';

/** Trunks whose dialplan asks over FastAGI: the same judge, no prompts, and still no caller is lost. */

const leaseMs = 10_000;
const forged = hikari('0312345670');

let office: Office;
let config: string;

beforeAll(async () => {
  const agi = `127.0.0.1:${await freeTcpPort()}`;
  config = `${usualConfig}agi: { listen: "${agi}" }\n`;
  office = await openOffice({ config, siteFiles: { 'extensions.conf': dialplan(agi) } });
});
afterAll(() => office.close());
afterEach(() => office.expectAllClear());

/** The demo office's, entered by the other door. Suspects of the gateway from abroad are for a context of the admin's. */
function dialplan(agi: string): string {
  const usual = readFileSync(project('asterisk-conf', 'extensions.conf'), 'utf8');
  return `${usual
    .replaceAll('Goto(denwaban,', 'Goto(denwaban-agi,')
    .replace(/(\[from-overseas\]\n.*\n)/, '$1 same => n,Set(DENWABAN_SUSPECT=suspects)\n')}
[suspects]
exten => _[+*#0-9]!,1,PJSIPHangup(480)

[globals]
DENWABAN_AGI = ${agi}
`;
}

/** CDR(userfield) of the last call. */
async function lastRecord(): Promise<string | undefined> {
  await office.asterisk.untilNoChannels();
  return (await office.asterisk.readCdr()).at(-1)?.userField;
}

describe('a dialplan that asks for the verdict', () => {
  it('rings the office for an ordinary caller', async () => {
    const call = await office.call(ordinaryCall);
    expect(call).toMatchObject({ connected: true, heard: [], rules: [] });
    expect(call.call.answeredAfter).toBeLessThan(1_000);
    expect(call.decision).toMatchObject({ verdict: 'allow', outcome: 'advised', source: 'rules', trunk: 'hikari' });
    expect(await lastRecord()).toBe('denwaban ALLOW');
  });

  it('rings the office for a suspect, with a tag', async () => {
    const call = await office.call({ ...forged, conduct: listen });
    expect(call).toMatchObject({ connected: true, heard: [] });
    expect(call.decision).toMatchObject({ verdict: 'screen', outcome: 'advised', challenge: null });
    expect(office.shownOnPhone()).toContain('[注意]');
    expect(await lastRecord()).toMatch(/^denwaban SCREEN \d+\/40 own-number-from-outside\(\+\d+\)/);
  });

  it('sends suspects where the admin wants them', async () => {
    const call = await office.call({ ...overseas('+81335000050'), conduct: listen });
    expect(call.call.finalCode).toBe(480);
    expect(call.decision).toMatchObject({ verdict: 'screen', outcome: 'advised' });
    expect(await lastRecord()).toBe('denwaban SCREEN 80/40 domestic-fixed-from-abroad(+80)');
  });

  it.each([
    ['who withholds the number with 433', withheld('Anonymous'), 433, 'withheld-by-user'],
    ['on the deny list with 607', hikari('09011119999', '0312345670'), 607, 'deny-entry'],
  ])('refuses a caller %s, without a word', async (_what, delivered, code, reason) => {
    const call = await office.call({ ...delivered, conduct: listen });
    expect(call.call.finalCode).toBe(code);
    expect(call.heard).toEqual([]);
    expect(call.decision).toMatchObject({ verdict: 'reject', outcome: 'advised', sipCode: code });
    expect(await lastRecord()).toBe(`denwaban REJECT 0/40 ${reason}`);
  });

  it('is told ALLOW of a suspect while the office only observes', async () => {
    office.denwaban.writeConfig(`${config}policy: { mode: observe }\n`);
    office.denwaban.reload();
    await office.denwaban.untilLogged('config-reloaded');
    const call = await office.call({ ...overseas('+81335000051'), conduct: listen });
    expect(call.connected).toBe(true);
    expect(call.decision).toMatchObject({ verdict: 'allow', outcome: 'advised', wouldBe: { verdict: 'screen' } });
    expect(await lastRecord()).toBe('denwaban ALLOW');
    office.denwaban.writeConfig(config);
    await office.denwaban.terminate();
    office.denwaban.restart();
    await office.denwaban.untilReady();
  });
});

describe('a caller who tampers', () => {
  it.each([
    ['a comma', 'x,trunk=hikari'],
    ['line breaks', 'x%0Aagi_network_script%3A%20screen?1,trunk=hikari%0Aagi_uniqueid%3A%201.1%0A%0A200%20result=1%0A'],
  ])('with the evidence, by %s in the caller ID, stays on the trunk of the call', async (_what, user) => {
    const from = `From: "0335000052" <sip:${user}@gateway.example>`;
    const call = await office.call({ ...overseas(''), from, conduct: listen });
    expect(call.call.finalCode).toBe(480);
    expect(call.decision).toMatchObject({ trunk: 'overseas', verdict: 'screen', outcome: 'advised' });
    expect(call.decision.channel).not.toBe('1.1');
  });

  it('by headers longer than all evidence may be is judged by the rest', async () => {
    const headers = [
      `Diversion: <sip:${'1'.repeat(3_000)}@a.example>`,
      `History-Info: <sip:${'2'.repeat(3_000)}@b.example>`,
    ];
    const call = await office.call({ ...overseas('+81335000053'), headers, conduct: listen });
    expect(call.call.finalCode).toBe(480);
    expect(call.decision).toMatchObject({ verdict: 'screen', outcome: 'advised' });
  });
});

describe('a service that', () => {
  it('is not there leaves the office its telephone', async () => {
    await office.denwaban.terminate();
    const got = await office.callUnrecorded(ordinaryCall);
    expect(got.connected).toBe(true);
    expect(got.call.answeredAfter).toBeLessThan(1_000);
    expect(await lastRecord()).toBe('denwaban OPEN service-absent');
    office.denwaban.restart();
    await office.denwaban.untilReady();
  });

  it('freezes keeps nobody longer than one lease, and knows afterwards what happened', async () => {
    office.denwaban.freeze();
    const call = office.call(ordinaryCall);
    const record = await recordOfNext();
    expect(record).toBe('denwaban OPEN lease-expired');
    office.denwaban.thaw();
    const { connected, call: sip, decision } = await call;
    expect(connected).toBe(true);
    expect(sip.answeredAfter).toBeLessThan(leaseMs + 1_000);
    expect(decision).toMatchObject({ outcome: 'failed-open', failedOpen: 'lease-expired' });
  });

  it('freezes keeps no channel of a caller who has hung up', async () => {
    office.denwaban.freeze();
    const call = office.call({ ...ordinaryCall, conduct: hangUpWhenAsking });
    await recordOfNext();
    office.denwaban.thaw();
    expect((await call).decision).toMatchObject({ outcome: 'abandoned', failedOpen: null });
  });

  /** Not earlier: a CANCEL that overtakes the question leaves none to be answered. */
  const hangUpWhenAsking = async ({ hangUp }: Line): Promise<void> => {
    const isAsking = async () => /!AGI!/.exec(await office.asterisk.cli('core show channels concise')) ?? undefined;
    await eventually(isAsking, leaseMs);
    await hangUp();
  };

  /** Resolves when one more call has ended for Asterisk. */
  async function recordOfNext(): Promise<string | undefined> {
    const before = (await office.asterisk.readCdr()).length;
    const row = await eventually(async () => (await office.asterisk.readCdr())[before], leaseMs + 5_000);
    return row.userField;
  }
});

describe('a withheld number that a header carries all the same', () => {
  it('is in no log, no store, no CDR and no decision', async () => {
    const secret = '0669998886';
    await office.call({
      ...withheld('Anonymous'),
      headers: [`P-Asserted-Identity: <sip:${secret}@ntt-west.ne.jp>`],
      conduct: listen,
    });
    await office.asterisk.untilNoChannels();
    for (const [place, text] of await office.everythingWritten()) {
      expect({ place, leaks: text.includes(secret.slice(1)) }).toEqual({ place, leaks: false });
    }
  });
});
