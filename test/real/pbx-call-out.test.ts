import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { AsteriskPbx } from '../../src/pbx/asterisk/asterisk-pbx';
import type { CallOrder } from '../../src/pbx/pbx';
import type { CallBackAnswer } from '../../src/text/answers';
import { decline, hangUpAt, letItRing, pressAt } from '../../tools/lab/answerers';
import { type AsteriskInstance, startAsterisk } from '../../tools/lab/asterisk';
import { learnPrompts } from '../../tools/lab/prompt-ear';
import { headerValues } from '../../tools/lab/sip-trace';
import { type PhoneConduct, startTelephone, type Telephone } from '../../tools/lab/telephone';
import { type Ears, listen } from '../conformance/pbx-ears';
import { pbxOptions } from '../support/pbx-options';

/** Orders carried out by the project's own dialplan: `[denwaban-call-back]`, `[denwaban-called-back]`. */

const configuration = join(__dirname, '../../asterisk-conf');

let asterisk: AsteriskInstance;
let caller: Telephone;
let office: Telephone;
let pbx: AsteriskPbx;
let ears: Ears = listen();

beforeAll(async () => {
  asterisk = await startAsterisk({ configuration });
  const prompts = learnPrompts(join(configuration, 'sounds/en'));
  caller = await startTelephone({ at: asterisk.outside, prompts, idle: 'own-noise' });
  office = await startTelephone({ at: asterisk.officePhone });
  pbx = new AsteriskPbx(pbxOptions(asterisk, 500));
  await pbx.start((event) => ears.hear(event));
}, 30_000);
afterAll(async () => {
  await pbx.stop();
  await caller.stop();
  await office.stop();
  await asterisk.stop();
});
beforeEach(() => {
  ears = listen();
});
/** Nobody hears of the channels in between: not of their coming and going, not of keys. */
afterEach(async () => {
  await asterisk.cli('channel request hangup all');
  await asterisk.untilNoChannels();
  expect(ears.order('arrived', 'left', 'hung-up', 'ended', 'digit')).toEqual([]);
});

interface Circumstances extends Partial<Omit<CallOrder, 'variables'>> {
  readonly variables?: Readonly<Record<string, string>>;
}

function order({ variables = {}, ...more }: Circumstances = {}): CallOrder {
  const id = randomUUID();
  return {
    id,
    calling: { context: 'denwaban-call-back', extension: 's' },
    office: { context: 'denwaban-called-back', extension: 's' },
    answerSeconds: 60,
    variables: {
      __DENWABAN_ORDER: id,
      __DENWABAN_DIAL: '0312340000',
      __DENWABAN_TRUNK: 'hikari',
      __DENWABAN_OWN: '0312345678',
      __DENWABAN_RING: '2',
      __DENWABAN_LANGUAGE: 'en',
      __DENWABAN_NEXT: 'office',
      __DENWABAN_EXTEN: '0312345678',
      __DENWABAN_SHOWN: '0312340000',
      __DENWABAN_TAG: '[要確認]',
      ...variables,
    },
    ...more,
  };
}

it('rings the office once 1 was pressed, under the number that was called', async () => {
  caller.behave(pressAt('call-back-ask', '1'));
  const placed = order();
  await pbx.callOut(placed);
  expect(await ears.until('called-back')).toEqual({ type: 'called-back', order: placed.id, answer: 'yes' });
  await office.untilAnswered();
  const [invite] = office.invites();
  expect(invite === undefined ? [] : headerValues(invite, 'From')[0]).toContain(
    '"[要確認] 0312340000" <sip:0312340000@',
  );
  expect(caller.calls().at(-1)?.called).toBe('0312340000');
  await office.calls().at(-1)?.hangUp();
  await asterisk.untilNoChannels();
  expect(ears.all('called-back')).toHaveLength(1);
});

it.each<[string, PhoneConduct, CallBackAnswer, Circumstances]>([
  ['presses 2', pressAt('call-back-ask', '2'), 'no', {}],
  ['hangs up while asked', hangUpAt('call-back-ask'), 'no-key', {}],
  ['hangs up before a word', hangUpAt(), 'no-key', {}],
  ['is busy', decline(486), 'busy', {}],
  ['declines', decline(603), 'failed', {}],
  ['lets it ring', letItRing, 'unanswered', {}],
  ['lets it ring, and the order ends first', letItRing, 'unanswered', { answerSeconds: 1 }],
  ['is behind a trunk that does not exist', letItRing, 'failed', { variables: { __DENWABAN_TRUNK: 'none' } }],
])('does not ring the office when whoever is called %s', async (_what, conduct, answer, circumstances) => {
  const before = office.calls().length;
  caller.behave(conduct);
  const placed = order(circumstances);
  await pbx.callOut(placed);
  expect(await ears.until('called-back')).toEqual({ type: 'called-back', order: placed.id, answer });
  await asterisk.untilNoChannels();
  expect(office.calls().length).toBe(before);
  expect(ears.all('called-back')).toHaveLength(1);
});

it('tells nothing of an order whose dialplan is not there', async () => {
  await pbx.callOut(order({ calling: { context: 'none', extension: 's' } }));
  await asterisk.untilNoChannels();
  expect(ears.all('called-back')).toEqual([]);
});

it('does not take the same order twice while it is under way', async () => {
  caller.behave(letItRing);
  const placed = order();
  await pbx.callOut(placed);
  await expect(pbx.callOut(placed)).rejects.toMatchObject({ name: 'PbxError', kind: 'conflict' });
  await ears.until('called-back');
  await asterisk.untilNoChannels();
  expect(ears.all('called-back')).toHaveLength(1);
});
