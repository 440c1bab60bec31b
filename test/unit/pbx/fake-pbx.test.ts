import type { CallEnd } from '../../../src/pbx/pbx';
import { staffAnswers } from '../../../src/text/answers';
import { type PbxOnTrial, pbxConformance } from '../../conformance/pbx';
import { FakeExchange, type Landing } from '../../fakes/fake-exchange';
import { FakePbx } from '../../fakes/fake-pbx';

/** A WAV header as Asterisk's, and a second of silence. */
const oneSecond = Buffer.concat([
  Buffer.from('52494646a43e000057415645666d74201000000001000100401f0000803e00000200100064617461803e0000', 'hex'),
  Buffer.alloc(16_000),
]);

const sounds: Readonly<Record<string, number>> = { short: 1, long: 60_000, 'denwaban/digit-5': 1 };

pbxConformance('the exchange in memory', async (): Promise<PbxOnTrial> => {
  const takes = new Set<string>();
  const exchange = new FakeExchange(
    (sound) => sounds[sound] ?? null,
    (recording) => {
      const again = takes.has(recording);
      takes.add(recording);
      return { ms: recording.includes('long') ? 60_000 : 1, wav: again ? oneSecond.subarray(0, 8_044) : oneSecond };
    },
  );
  exchange.trunks.add('hikari');
  return {
    client: () => new FakePbx(exchange),
    async dial(called) {
      const channel = exchange.dial({ extension: called, args: ['1', `exten=${called}`] });
      return {
        sipCallId: `${channel}@192.0.2.1`,
        async untilAnswered() {
          expect(exchange.isAnswered(channel)).toBe(true);
        },
        press: async (digit) => exchange.press(channel, digit),
        speak: async () => undefined,
        hangUp: async () => exchange.hangUp(channel, tellsOf(exchange.landing(channel))),
      };
    },
    async dialCode(action) {
      const channel = exchange.dialCode(action);
      return {
        sipCallId: `${channel}@192.0.2.1`,
        untilAnswered: async () => undefined,
        press: async () => undefined,
        speak: async () => undefined,
        hangUp: async () => exchange.hangUp(channel),
      };
    },
    order: (id) => ({
      id,
      calling: { context: 'calling', extension: 's' },
      office: { context: 'landing', extension: '1' },
      answerSeconds: 5,
      variables: {},
    }),
    carryOut: async (id, answer) => exchange.calledBack(id, answer),
    pickUp: async (channel) => exchange.pickUp(channel),
    trunks: { known: 'hikari', unknown: 'no such@trunk.example/1' },
    landing: async (channel) => exchange.landing(channel) as Landing,
    down: async () => exchange.crash(),
    up: async () => exchange.recover(),
    sounds: { short: 'short', long: 'long' },
    end: async () => exchange.crash(),
  };
});

/** As the dialplan's hangup handler. */
function tellsOf(landing: Landing | null): Partial<CallEnd> {
  const staff = staffAnswers.find((answer) => answer === landing?.variables.get('DENWABAN_STAFF'));
  const message = landing?.variables.get('DENWABAN_MESSAGE') === 'yes';
  return staff === undefined ? { message } : { answered: staff === 'taken', staff, message };
}
