import { master } from '../../../tools/prompts/mastering';
import { encodeWav, parseWav, type Sound } from '../../../tools/prompts/wav';

/** What becomes of a synthesiser's samples on their way to a telephone prompt. */

function tone({
  hertz,
  rate,
  seconds = 1,
  amplitude = 10_000,
}: {
  hertz: number;
  rate: number;
  seconds?: number;
  amplitude?: number;
}): Sound {
  const samples = Int16Array.from(
    { length: rate * seconds },
    (_, at) => amplitude * Math.sin((2 * Math.PI * hertz * at) / rate),
  );
  return { rate, samples };
}

function mix(one: Sound, other: Sound): Sound {
  return { rate: one.rate, samples: one.samples.map((sample, at) => sample + (other.samples[at] ?? 0)) };
}

function withPauses(sound: Sound, seconds: number): Sound {
  const pause = new Int16Array(sound.rate * seconds);
  return { rate: sound.rate, samples: Int16Array.from([...pause, ...sound.samples, ...pause]) };
}

/** Strength of one frequency in an 8 kHz sound, by correlation with it, in dB of full scale. */
function strength({ rate, samples }: Sound, hertz: number): number {
  const phase = (at: number): number => (2 * Math.PI * hertz * at) / rate;
  const [cosine, sine] = [Math.cos, Math.sin].map((wave) =>
    samples.reduce((sum, sample, at) => sum + sample * wave(phase(at)), 0),
  );
  return 20 * Math.log10((2 * Math.hypot(cosine ?? 0, sine ?? 0)) / samples.length / 32_767 + 1e-9);
}

describe.each([16_000, 48_000])('speech at %i Hz', (rate) => {
  it.each([300, 1_000, 3_000])('keeps %i Hz', (hertz) => {
    expect(strength(master(tone({ hertz, rate })), hertz)).toBeGreaterThan(-20);
  });

  it.each([
    { above: 4_500, alias: 3_500 },
    { above: 5_000, alias: 3_000 },
    { above: 7_000, alias: 1_000 },
  ])('does not fold $above Hz down to $alias Hz', ({ above, alias }) => {
    const mastered = master(mix(tone({ hertz: 500, rate }), tone({ hertz: above, rate })));
    expect(strength(mastered, alias)).toBeLessThan(-70);
  });

  it('becomes 8 kHz with a tenth of a second of silence at each end', () => {
    const mastered = master(withPauses(tone({ hertz: 400, rate, seconds: 0.5 }), 1));
    expect(mastered.rate).toBe(8_000);
    expect(mastered.samples.length / mastered.rate).toBeCloseTo(0.7, 2);
  });

  it.each([500, 5_000, 30_000])('comes out at one loudness, whatever it was (amplitude %i)', (amplitude) => {
    expect(strength(master(tone({ hertz: 400, rate, amplitude })), 400)).toBeCloseTo(
      strength(master(tone({ hertz: 400, rate })), 400),
      1,
    );
  });
});

it('refuses silence, and a rate that 8 kHz does not divide', () => {
  expect(() => master({ rate: 16_000, samples: new Int16Array(16_000) })).toThrow('silent');
  expect(() => master(tone({ hertz: 400, rate: 44_100 }))).toThrow('44100');
});

it('writes a WAV file that reads back as the same sound', () => {
  const sound = tone({ hertz: 400, rate: 8_000 });
  expect(parseWav(encodeWav(sound))).toEqual(sound);
});
