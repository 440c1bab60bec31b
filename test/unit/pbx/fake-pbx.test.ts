import { type PbxOnTrial, pbxConformance } from '../../conformance/pbx';
import { FakeExchange, type Landing } from '../../fakes/fake-exchange';
import { FakePbx } from '../../fakes/fake-pbx';

const sounds: Readonly<Record<string, number>> = { short: 1, long: 60_000, 'denwaban/digit-5': 1 };

pbxConformance('the exchange in memory', async (): Promise<PbxOnTrial> => {
  const exchange = new FakeExchange((sound) => sounds[sound] ?? null);
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
        hangUp: async () => exchange.hangUp(channel),
      };
    },
    pickUp: async (channel) => exchange.pickUp(channel),
    trunks: { known: 'hikari', unknown: 'no such@trunk.example/1' },
    landing: async (channel) => exchange.landing(channel) as Landing,
    down: async () => exchange.crash(),
    up: async () => exchange.recover(),
    sounds: { short: 'short', long: 'long' },
    end: async () => exchange.crash(),
  };
});
