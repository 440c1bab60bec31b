import { join } from 'node:path';
import { decline, hangUpAt, inTurn, letItRing, pickUp, pressAt, pressEachTime } from '../../tools/lab/answerers';
import { type AsteriskInstance, startAsterisk } from '../../tools/lab/asterisk';
import { placeCall } from '../../tools/lab/call';
import { hangUpInRecording, type Line, sayAfterTone, speakOn } from '../../tools/lab/caller';
import { dialOut } from '../../tools/lab/dial-out';
import { openHandset } from '../../tools/lab/handset';
import { trunkAddresses } from '../../tools/lab/house';
import { learnPrompts } from '../../tools/lab/prompt-ear';
import { utter } from '../../tools/lab/spoken';
import { startTelephone, type Telephone } from '../../tools/lab/telephone';

/** The laboratory's people: what they say is heard, what they press arrives, and they do with a call what they shall. */

const configuration = join(__dirname, '..', '..', 'asterisk-conf');
const yamada = utter('yamada', 1);
const outsider = utter('outsider', 1);
const prompts = [...learnPrompts(join(configuration, 'sounds', 'en')), ...yamada.known, ...outsider.known];
const allOf = ({ known }: typeof yamada) => known.map(({ name }) => name);

/**
 * `name`: records the caller's name, then rings the office, which hears it before it takes the call with 1.
 * `key`: reads a key and says which. `both`: rings both telephones. What the office dials goes out, and whoever
 * answers there is asked for a key first.
 */
const dialplan = `
[from-hikari]
; Without q Record() seeks a beep of its own, and records nothing where there is none. Without g the caller is gone with
; whoever hangs up while listening.
exten => name,1,Answer()
 same => n,Set(CHANNEL(language)=en)
 same => n,Playback(denwaban/staff-warning&denwaban/tone)
 same => n,Record(\${ASTSPOOLDIR}/recording/name-test.wav,1,3,kq)
 same => n,Dial(PJSIP/office-phone,20,gU(hear))
 same => n,Set(CDR(userfield)=\${DIALSTATUS} \${STAFF})
 same => n,Hangup()
exten => key,1,Answer()
 same => n,Set(CHANNEL(language)=en)
 same => n,Read(DIGIT,denwaban/digit-7,1,n,1,10)
 same => n,Set(CDR(userfield)=pressed \${DIGIT})
exten => both,1,Dial(PJSIP/office-phone&PJSIP/office-phone-2,20)
exten => one,1,Dial(PJSIP/office-phone,2)
 same => n,Set(CDR(userfield)=\${DIALSTATUS})
 same => n,Hangup()
[hear]
exten => s,1,Set(CHANNEL(language)=en)
 same => n,Playback(denwaban/staff-name&\${ASTSPOOLDIR}/recording/name-test)
 same => n,Read(KEY,denwaban/staff-number-ends,1,,1,1)
 same => n,Set(MASTER_CHANNEL(STAFF)=\${KEY})
 same => n,GotoIf($["\${KEY}" = "1"]?take)
 same => n,Set(GOSUB_RESULT=CONTINUE)
 same => n(take),Return()
[ask]
exten => s,1,Set(CHANNEL(language)=en)
 same => n,Read(KEY,denwaban/staff-number-ends,1,,1,1)
 same => n,Set(MASTER_CHANNEL(STAFF)=\${KEY})
 same => n,GotoIf($["\${KEY}" = "1"]?take)
 same => n,Set(GOSUB_RESULT=CONTINUE)
 same => n(take),Return()
[office-outbound]
exten => _X.,1,Dial(PJSIP/\${EXTEN}@hikari,2,gU(ask))
 same => n,Set(CDR(userfield)=\${DIALSTATUS} \${STAFF})
 same => n,Hangup()
`;

let asterisk: AsteriskInstance;
let phone: Telephone;
let second: Telephone;
let outside: Telephone;

beforeAll(async () => {
  asterisk = await startAsterisk({ configuration, files: { 'extensions.conf': dialplan } });
  phone = await startTelephone({ at: asterisk.officePhone, prompts });
  second = await startTelephone({ at: asterisk.secondPhone, prompts });
  outside = await startTelephone({ at: asterisk.outside, prompts, idle: 'own-noise' });
}, 60_000);

afterEach(async () => {
  await asterisk.untilNoChannels();
});

afterAll(async () => {
  await Promise.all([phone?.stop(), second?.stop(), outside?.stop()]);
  await asterisk?.stop();
});

/** Somebody calls over a trunk; `during` is what they do. */
async function call(trunk: keyof typeof trunkAddresses, called: string, during: (line: Line) => Promise<unknown>) {
  const from = trunkAddresses[trunk];
  const handset = await openHandset(from, prompts);
  const placed = await placeCall({
    from,
    to: asterisk,
    called,
    fromHeader: 'From: <sip:0312340000@a.example>',
    handset,
  });
  const over = placed.result.then(() => undefined);
  const { untilAnswer, hangUp, pressByInfo } = placed;
  const conduct = during({ ...handset, untilAnswer, hangUp, pressByInfo, untilOver: () => over });
  conduct.catch(() => undefined);
  const result = await placed.result;
  handset.close();
  return { result, heard: handset.everythingHeard() };
}

/** The office dials; the result is what the call record says, once the call is over. */
async function officeDials(
  number: string,
  during: (line: Awaited<ReturnType<typeof openHandset>>) => Promise<unknown>,
) {
  const handset = await openHandset(asterisk.officePhone.address, prompts);
  const placed = await dialOut(asterisk, number, handset);
  const talk = during(handset);
  talk.catch(() => undefined);
  await Promise.race([talk, placed.result]);
  await placed.hangUp();
  handset.close();
  await asterisk.untilNoChannels();
  return { heard: handset.everythingHeard(), record: await lastRecord() };
}

const lastRecord = async () => (await asterisk.readCdr()).at(-1)?.userField;

describe('a stated name', () => {
  test('is heard whole by the office, which then takes the call', async () => {
    phone.behave(pressAt('staff-number-ends', '1'));
    const { result, heard } = await call('hikari', 'name', async (line) => {
      await sayAfterTone(yamada.sound)(line);
      await line.hearsEcho(20_000);
      await line.hangUp();
    });
    expect(heard).toEqual(['staff-warning', 'tone']);
    expect(result.endedBy).toBe('caller');
    expect(phone.calls().at(-1)?.everythingHeard()).toEqual(['staff-name', ...allOf(yamada), 'staff-number-ends']);
    expect(await asterisk.recordings()).toEqual([await asterisk.untilRecording('name-test')]);
  });

  test.each([
    ['presses nothing', pickUp, 'ANSWER '],
    ['presses a wrong key when it has been said', pressEachTime('staff-number-ends', '5'), 'ANSWER 5'],
    ['hangs up while it is said', hangUpAt('yamada-begins'), 'ANSWER '],
    ['declines', decline(603), 'CHANUNAVAIL '],
    ['is busy', decline(), 'BUSY '],
  ])('the office %s', async (_, conduct, record) => {
    phone.behave(conduct);
    const { result } = await call('hikari', 'name', sayAfterTone(yamada.sound));
    expect(result.endedBy).toBe('callee');
    expect((await lastRecord())?.trimEnd()).toBe(record.trimEnd());
  });

  test('is cut short by the caller who hangs up in mid-word', async () => {
    const rung = phone.invites().length;
    const { result } = await call('hikari', 'name', hangUpInRecording(yamada.sound, 500));
    expect(result).toMatchObject({ connected: true, endedBy: 'caller' });
    expect(phone.invites().length).toBe(rung);
  });

  test('a machine that speaks from the start is recorded from the tone on', async () => {
    phone.behave(hangUpAt('staff-number-ends'));
    await call('hikari', 'name', speakOn(yamada.sound));
    expect(phone.calls().at(-1)?.everythingHeard()).toEqual(expect.arrayContaining(allOf(yamada)));
  });
});

describe('keys', () => {
  test.each([
    ['RFC 4733', 'hikari', (line: Line) => line.press('7')],
    ['tones', 'inband', (line: Line) => line.pressInBand('7')],
    ['SIP INFO', 'info', (line: Line) => line.pressByInfo('7')],
  ] as const)('arrive by %s', async (_, trunk, press) => {
    const { result } = await call(trunk, 'key', async (line) => {
      await line.heardOut(['digit-7']);
      await press(line);
    });
    expect(result.endedBy).toBe('callee');
    expect(await lastRecord()).toBe('pressed 7');
  });

  test.each(['hikari', 'inband', 'info'] as const)('need not be pressed to be put through, over %s', async (trunk) => {
    phone.behave(pickUp);
    const { result } = await call(trunk, 'one', async (line) => {
      await line.hearsEcho();
      await line.hangUp();
    });
    expect(result.endedBy).toBe('caller');
  });

  test('as tones mean nothing on a trunk that has events', async () => {
    await call('hikari', 'key', async (line) => {
      await line.pressInBand('7');
      await line.hangUp();
    });
    expect(await lastRecord()).not.toBe('pressed 7');
  });
});

describe('telephones', () => {
  test('both ring, one takes the call', async () => {
    phone.behave(letItRing);
    second.behave(pickUp);
    await call('hikari', 'both', async (line) => {
      await line.hearsEcho();
      await line.hangUp();
    });
    expect(phone.calls().at(-1)?.isAnswered()).toBe(false);
    expect(second.calls().at(-1)?.isAnswered()).toBe(true);
    await phone.calls().at(-1)?.untilOver();
  });

  test('nobody answers, then somebody declines, then somebody takes it', async () => {
    phone.behave(inTurn(letItRing, decline(), pickUp));
    const rung = phone.invites().length;
    const records: (string | undefined)[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      await call('hikari', 'one', async (line) => {
        await line.hearsEcho();
        await line.hangUp();
      });
      records.push(await lastRecord());
    }
    expect(records.slice(0, 2)).toEqual(['NOANSWER', 'BUSY']);
    expect(
      phone
        .calls()
        .slice(rung)
        .map((one) => one.isAnswered()),
    ).toEqual([false, false, true]);
  });
});

describe('whoever is dialled', () => {
  test('presses 1, and both hear each other', async () => {
    outside.behave(async (line) => {
      await pressAt('staff-number-ends', '1')(line);
      await line.say(outsider.sound);
      await line.heard(allOf(yamada));
      await line.hangUp();
    });
    const { heard } = await officeDials('09012340000', async (line) => {
      await line.heard(['outsider-ends']);
      await line.say(yamada.sound);
      await outside.calls().at(-1)?.untilOver();
    });
    expect(heard).toEqual(allOf(outsider));
    expect(outside.calls().at(-1)?.called).toBe('09012340000');
  });

  test.each([
    ['presses 2', pressAt('staff-number-ends', '2'), 'ANSWER 2'],
    ['presses nothing', pickUp, 'ANSWER'],
    ['hangs up in mid-question', hangUpAt('staff-number-ends'), 'ANSWER'],
    ['is busy', decline(), 'BUSY'],
    ['is not there', letItRing, 'NOANSWER'],
  ])('%s', async (_, conduct, record) => {
    outside.behave(conduct);
    const before = outside.invites().length;
    const { record: kept } = await officeDials('0335000002', (line) => line.hearsEcho(20_000));
    expect(kept?.trimEnd()).toBe(record);
    expect(
      outside
        .calls()
        .slice(before)
        .map(({ called }) => called),
    ).toEqual(['0335000002']);
  });
});
