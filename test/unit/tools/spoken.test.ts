import { createPromptEar, learnSounds } from '../../../tools/lab/prompt-ear';
import { dualTone, utter } from '../../../tools/lab/spoken';
import { encodeUlaw } from '../../../tools/lab/ulaw';

/** What the people of the laboratory say, and whether the laboratory's ear tells it apart. */

const packets = (sound: Buffer, first = 160): Buffer[] => [
  sound.subarray(0, first),
  ...Array.from({ length: Math.ceil((sound.length - first) / 160) }, (_, index) =>
    sound.subarray(first + 160 * index, first + 160 * (index + 1)),
  ),
];
const [yamada, suzuki] = [utter('yamada', 1.5), utter('suzuki', 1.5)];

describe('an utterance', () => {
  it('is the same each time, and another for another name', () => {
    expect(utter('yamada', 1.5).sound.equals(yamada.sound)).toBe(true);
    expect(suzuki.sound.equals(yamada.sound)).toBe(false);
  });

  it('lasts about as long as asked', () => {
    expect(yamada.seconds).toBeGreaterThan(1.3);
    expect(yamada.seconds).toBeLessThan(1.7);
  });

  it.each([160, 1, 77])('is recognised among others, wherever packets begin (%i)', (first) => {
    const ear = createPromptEar([...suzuki.known, ...yamada.known]);
    for (const packet of packets(yamada.sound, first)) ear.hear(packet);
    expect(ear.recognised).toEqual(['yamada-begins', 'yamada-ends']);
  });

  it('without its end is not recognised as whole', () => {
    const ear = createPromptEar(yamada.known);
    for (const packet of packets(yamada.sound.subarray(0, yamada.sound.length / 2))) ear.hear(packet);
    expect(ear.recognised).toEqual(['yamada-begins']);
  });
});

describe('the end of a sound', () => {
  const samples = Int16Array.from({ length: 8_000 }, (_, at) => Math.round(9_000 * Math.sin(at * at * 0.00004)));
  const whole = encodeUlaw(samples);

  it('comes with its last packet, and not when only half was played', () => {
    const ear = createPromptEar(learnSounds([{ name: 'sweep', samples }]));
    for (const packet of packets(whole.subarray(0, whole.length - 480))) ear.hear(packet);
    expect(ear).toMatchObject({ recognised: ['sweep'], ended: [] });
    for (const packet of packets(whole.subarray(whole.length - 480))) ear.hear(packet);
    expect(ear.ended).toEqual(['sweep']);
  });

  it('a sound that repeats itself cannot be told from itself', () => {
    const hum = Int16Array.from({ length: 8_000 }, (_, at) => (at % 8) * 1_000);
    expect(() => learnSounds([{ name: 'hum', samples: hum }])).toThrow('hum');
  });
});

describe('a key as tones', () => {
  const keys = [...'0123456789*#ABCD'];

  it.each(keys)('%s has the two frequencies of its row and column', (key) => {
    const strength = (hertz: number): number => {
      const tone = decode(dualTone(key)).subarray(0, 800);
      const turn = (part: (angle: number) => number) =>
        tone.reduce((sum, sample, at) => sum + sample * part((2 * Math.PI * hertz * at) / 8_000), 0);
      return Math.hypot(turn(Math.cos), turn(Math.sin));
    };
    const loudest = (row: readonly number[]) => row.indexOf([...row].sort((a, b) => b - a)[0] ?? 0);
    const at = [loudest([697, 770, 852, 941].map(strength)), loudest([1209, 1336, 1477, 1633].map(strength))];
    expect(['123A', '456B', '789C', '*0#D'][at[0] ?? 9]?.[at[1] ?? 9]).toBe(key);
  });

  it.each(['', '12', 'x'])('there is no key "%s"', (key) => {
    expect(() => dualTone(key)).toThrow('no key');
  });
});

/** Enough of G.711: sign, exponent, mantissa. */
function decode(sound: Buffer): Float64Array {
  return Float64Array.from(sound, (byte) => {
    const code = ~byte & 0xff;
    const magnitude = ((((code & 0x0f) << 3) + 132) << ((code >> 4) & 7)) - 132;
    return (code & 0x80) !== 0 ? -magnitude : magnitude;
  });
}
