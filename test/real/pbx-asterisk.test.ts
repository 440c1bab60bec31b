import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { AsteriskPbx } from '../../src/pbx/asterisk/asterisk-pbx';
import { type AsteriskInstance, startAsterisk } from '../../tools/lab/asterisk';
import { type Call, placeCall } from '../../tools/lab/call';
import { dialOut } from '../../tools/lab/dial-out';
import { type Handset, openHandset } from '../../tools/lab/handset';
import { utter } from '../../tools/lab/spoken';
import { type CallerOnTrial, type PbxOnTrial, pbxConformance } from '../conformance/pbx';
import { type Ears, listen } from '../conformance/pbx-ears';
import { eventually } from '../support/handles';
import { pbxOptions } from '../support/pbx-options';

/** The application gets every call; the CDR tells where the call went on, and what the dialplan could read there. */
const dialplan = `
#include "extensions-denwaban.conf"

[from-hikari]
exten => _[0-9]!,1,Set(CHANNEL(hangup_handler_push)=denwaban-tell,ended,1)
 same => n,Stasis(denwaban,1,exten=\${EXTEN})
 same => n,Hangup()
exten => h,1,NoOp()
exten => T,1,Set(TIMEOUT(absolute)=0)
 same => n,Set(CDR(userfield)=lease)
 same => n,Hangup()

[office-outbound]
exten => _[a-z-]!,1,Stasis(denwaban,staff,\${EXTEN},\${CHANNEL(endpoint)})
 same => n,Hangup()

[landing]
exten => _[0-9]!,1,Set(CDR(userfield)=\${CONFORMANCE})
 same => n,Hangup()
exten => h,1,NoOp()

[parlour]
exten => _[0-9]!,1,Set(DENWABAN_STATE=\${CHANNEL(state)})
 same => n,Dial(Local/1@nobody)
exten => h,1,NoOp()

[nobody]
exten => 1,1,Ringing()
 same => n,Wait(60)

[somebody]
exten => 1,1,Dial(Local/2@somebody)
exten => 2,1,Answer()
 same => n,Wait(60)

[dictation]
exten => _[0-9]!,1,Answer()
 same => n,Record(\${ASTSPOOLDIR}/recording/denwaban-message-dictated.wav,0,60,kq)
 same => n,Hangup()

[calling]
exten => s,1,Set(CHANNEL(hangup_handler_push)=denwaban-tell,called-back,1(\${ANSWER}))
 same => n,Hangup()
`;
const trunk = '127.0.1.10';

let asterisk: AsteriskInstance;

beforeAll(async () => {
  asterisk = await startAsterisk({
    configuration: join(__dirname, '../../asterisk-conf'),
    files: { 'extensions.conf': dialplan },
  });
  // Asterisk's own installation makes it; it records nothing without.
  await mkdir(join(asterisk.folder, 'spool', 'recording'), { recursive: true });
}, 30_000);
afterAll(() => asterisk.stop());

pbxConformance('Asterisk', async (): Promise<PbxOnTrial> => {
  const handsets: Handset[] = [];
  const calls: Call[] = [];
  const follow = (call: Call, handset: Handset): CallerOnTrial => {
    calls.push(call);
    handsets.push(handset);
    return {
      sipCallId: call.callId,
      untilAnswered: () => call.untilAnswer(200),
      press: (digit) => handset.press(digit),
      speak: () => handset.say(utter('somebody', 1).sound),
      async hangUp() {
        await call.hangUp();
      },
    };
  };
  return {
    client: () => new AsteriskPbx(pbxOptions(asterisk, 500)),
    async dial(called) {
      const handset = await openHandset(trunk);
      const fromHeader = 'From: <sip:0312340000@carrier.example>';
      return follow(await placeCall({ from: trunk, to: asterisk, called, fromHeader, handset }), handset);
    },
    async dialCode(action) {
      const handset = await openHandset(asterisk.officePhone.address);
      return follow(await dialOut(asterisk, action, handset), handset);
    },
    order: (id, answer) => ({
      id,
      calling: { context: 'calling', extension: 's' },
      office: { context: 'landing', extension: '1' },
      answerSeconds: 5,
      variables: { __DENWABAN_ORDER: id, __ANSWER: answer },
    }),
    carryOut: async () => undefined,
    async landing(channel, variable) {
      const cdr = await eventually(async () => (await asterisk.readCdr()).find(({ uniqueId }) => uniqueId === channel));
      return { context: cdr.context, extension: cdr.destination, variables: new Map([[variable, cdr.userField]]) };
    },
    async pickUp(channel) {
      // The command `channel redirect` is in it.
      await asterisk.cli('module load res_clioriginate.so');
      const [line] = (await asterisk.cli('core show channels concise'))
        .split('\n')
        .filter((one) => one.endsWith(channel));
      await asterisk.cli(`channel redirect ${line?.split('!')[0]} somebody,1,1`);
    },
    trunks: { known: 'hikari', unknown: 'no such@trunk.example/1' },
    down: () => asterisk.kill(),
    up: () => asterisk.start(),
    sounds: { short: 'denwaban/digit-5', long: 'denwaban/challenge' },
    async end() {
      if (!asterisk.isRunning()) await asterisk.start();
      await asterisk.cli('channel request hangup all');
      for (const call of calls) await call.result;
      for (const handset of handsets) handset.close();
      await asterisk.untilNoChannels();
    },
  };
});

describe('a recording on Asterisk', () => {
  const limits = { maxSeconds: 60, silenceSeconds: 60 };
  let pbx: AsteriskPbx;
  let ears: Ears;
  let handset: Handset;
  let call: Call;
  let channel: string;

  beforeEach(async () => {
    ears = listen();
    pbx = new AsteriskPbx(pbxOptions(asterisk, 500));
    await pbx.start(ears.hear);
    handset = await openHandset(trunk);
    const fromHeader = 'From: <sip:0312340000@carrier.example>';
    call = await placeCall({ from: trunk, to: asterisk, called: '1', fromHeader, handset });
    ({ channel } = await ears.until('arrived'));
    await pbx.answer(channel);
  });
  afterEach(async () => {
    await call.hangUp();
    handset.close();
    await pbx.stop();
    await asterisk.untilNoChannels();
  });

  it('does not hold a caller whose lease runs out: what was said is kept', async () => {
    await pbx.setVariable(channel, 'TIMEOUT(absolute)', '2');
    await pbx.record(channel, 'denwaban-name-1-leased', limits);
    await handset.say(utter('somebody', 1).sound);
    await ears.until('ended');
    expect(ears.order('recording-ended', 'left', 'ended')).toEqual(['recording-ended', 'left', 'ended']);
    await call.result;
    await asterisk.untilNoChannels();
    expect((await asterisk.readCdr()).at(-1)).toMatchObject({ destination: 'T', userField: 'lease' });
    expect((await pbx.readRecording('denwaban-name-1-leased')).length).toBeGreaterThan(16_000);
  });

  it('lets nothing else through until it has ended', async () => {
    await pbx.record(channel, 'denwaban-name-1-alone', limits);
    let renewed = false;
    const renewal = pbx.setVariable(channel, 'TIMEOUT(absolute)', '10').then(() => {
      renewed = true;
    });
    await handset.say(utter('somebody', 0.4).sound);
    expect(renewed).toBe(false);
    await pbx.stopRecording('denwaban-name-1-alone');
    await renewal;
  });

  it('of silence is nearly empty, and no failure', async () => {
    await pbx.record(channel, 'denwaban-name-1-silent', { maxSeconds: 10, silenceSeconds: 1 });
    expect(await ears.until('recording-ended')).toMatchObject({ failed: false });
    // Asterisk keeps the last fifth of a second of the silence that ended it.
    expect((await pbx.readRecording('denwaban-name-1-silent')).length).toBeLessThan(44 + 16_000 / 4);
  });

  it('that the dialplan makes is listed when it is finished', async () => {
    await pbx.continueAt(channel, 'dictation', '1');
    await asterisk.untilRecording('denwaban-message-dictated');
    await handset.say(utter('somebody', 1).sound);
    expect(await pbx.recordings('denwaban-message-')).toEqual([]);
    await call.hangUp();
    await ears.until('ended');
    expect(await pbx.recordings('denwaban-message-')).toEqual(['denwaban-message-dictated']);
    expect((await pbx.readRecording('denwaban-message-dictated')).length).toBeGreaterThan(15_000);
  });

  it('is refused where Asterisk has no folder for it', async () => {
    const folder = join(asterisk.folder, 'spool', 'recording');
    await rename(folder, `${folder}-away`);
    try {
      await expect(pbx.record(channel, 'denwaban-name-1-nowhere', limits)).rejects.toMatchObject({ kind: 'refused' });
    } finally {
      await rename(`${folder}-away`, folder);
    }
  });
});
