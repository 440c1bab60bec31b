import { join } from 'node:path';
import { AsteriskPbx } from '../../src/pbx/asterisk/asterisk-pbx';
import { type AsteriskInstance, startAsterisk } from '../../tools/lab/asterisk';
import { type Call, placeCall } from '../../tools/lab/call';
import { type Handset, openHandset } from '../../tools/lab/handset';
import { type PbxOnTrial, pbxConformance } from '../conformance/pbx';
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
`;
const trunk = '127.0.1.10';

let asterisk: AsteriskInstance;

beforeAll(async () => {
  asterisk = await startAsterisk({
    configuration: join(__dirname, '../../asterisk-conf'),
    files: { 'extensions.conf': dialplan },
  });
}, 30_000);
afterAll(() => asterisk.stop());

pbxConformance('Asterisk', async (): Promise<PbxOnTrial> => {
  const handsets: Handset[] = [];
  const calls: Call[] = [];
  return {
    client: () => new AsteriskPbx(pbxOptions(asterisk, 500)),
    async dial(called) {
      const handset = await openHandset(trunk);
      handsets.push(handset);
      const fromHeader = 'From: <sip:0312340000@carrier.example>';
      const call = await placeCall({ from: trunk, to: asterisk, called, fromHeader, handset });
      calls.push(call);
      return {
        sipCallId: call.callId,
        untilAnswered: () => call.untilAnswer(200),
        press: (digit) => handset.press(digit),
        async hangUp() {
          await call.hangUp();
        },
      };
    },
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
