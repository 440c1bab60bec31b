import { spokenSpan } from '../../../src/recordings/spoken-span';
import {
  announcement,
  at,
  brown,
  cutTo,
  glide,
  joined,
  mixed,
  noise,
  samplesOf,
  silence,
  swelling,
  syllables,
  tone,
  voices,
} from './sounds';

const heard = (sound: Float64Array) => spokenSpan(samplesOf(sound));

const beep = announcement('en', 'tone.wav');
const dtmf = { '1': [697, 1209], '5': [770, 1336], '#': [941, 1477] } as const;
const keys = (ms: number, pauseMs: number) =>
  joined(...Object.values(dtmf).flatMap((pair) => [tone(ms, -12, ...pair), silence(pauseMs)]));
const crackle = () => {
  const line = noise(6_000, -60);
  for (let click = 1; click < 20; click += 1) line.fill(20_000, click * 2_400, click * 2_400 + 40);
  return line;
};

describe('nobody speaks on a line', () => {
  it.each<[string, Float64Array]>([
    ['of no length', silence(0)],
    ['of a moment', silence(10)],
    ['that is dead', silence(6_000)],
    ['with an offset', silence(6_000).fill(900)],
    ['that hisses', noise(6_000, -45)],
    ['that hisses loudly', noise(6_000, -25)],
    ['that roars', noise(6_000, -12)],
    ['that hums', mixed(noise(6_000, -60), tone(6_000, -30, 50, 150))],
    ['that murmurs', brown(6_000, -30)],
    ['with comfort noise', noise(6_000, -58)],
    ['with comfort noise after a while', joined(silence(2_000), noise(4_000, -46))],
    ['with comfort noise now and then', joined(...[1, 2, 3].flatMap(() => [silence(900), noise(1_100, -44)]))],
    ['that crackles', crackle()],
    ['with a click', joined(silence(2_000), noise(20, -6), silence(3_000))],
    ['with our beep on it', joined(beep, silence(5_000))],
    ['with the echo of our beep', mixed(noise(6_000, -60), at(beep, -40))],
    ['with the echo of our beep out of noise', mixed(noise(6_000, -52), at(beep, -40))],
    ['with our beep and its echo', mixed(noise(6_000, -60), at(beep, -20), joined(silence(180), at(beep, -32)))],
    ['with a fax', joined(...[1, 2].flatMap(() => [tone(500, -12, 1_100), silence(2_500)]))],
    ['with the busy tone', joined(...[1, 2, 3, 4, 5].flatMap(() => [tone(500, -15, 400), silence(500)]))],
    ['with keys', joined(silence(500), keys(100, 100), silence(4_000))],
    ['with quick keys', joined(silence(500), keys(50, 50), keys(50, 50), silence(4_000))],
    ['with long keys out of noise', mixed(noise(4_000, -50), joined(silence(500), keys(300, 200)))],
  ])('%s', (_, sound) => {
    expect(heard(sound)).toBeNull();
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('that hisses, whatever the noise (%d)', (seed) => {
    for (const level of [-60, -50, -45, -40, -30, -20]) {
      expect(heard(noise(6_000, level, seed))).toBeNull();
      expect(heard(brown(6_000, level, seed))).toBeNull();
    }
  });
});

/** A digit that is nearly lost in the noise of its line is no name. */
const sentences = voices.filter(({ name }) => !name.includes('digit'));

describe('somebody speaks', () => {
  const lines = {
    'on a dead line': (ms: number) => silence(ms),
    'on a line with comfort noise': (ms: number) => noise(ms, -58),
    'on a noisy line': (ms: number) => noise(ms, -45, 3),
    'on a murmuring line': (ms: number) => brown(ms, -45, 4),
    'on a humming line': (ms: number) => mixed(noise(ms, -60, 5), tone(ms, -30, 50)),
  };
  const said = (sound: Float64Array, line: (ms: number) => Float64Array, beforeMs = 900) =>
    mixed(line(beforeMs + sound.length / 8 + 1_500), joined(silence(beforeMs), sound));

  describe.each(Object.entries(lines))('%s', (_, line) => {
    it.each(voices)('$name', ({ sound }) => {
      const span = heard(said(sound, line));
      if (span === null) throw new Error('not heard');
      // The announcements themselves begin and end with some silence.
      expect(span.startMs).toBeGreaterThan(500);
      expect(span.startMs).toBeLessThan(1_100);
      expect(span.endMs).toBeGreaterThan(900 + sound.length / 8 - 550);
    });

    it('quietly', () => {
      for (const { name, sound } of sentences) {
        if (heard(said(at(sound, -35), line)) === null) throw new Error(name);
      }
    });

    it('after the echo of the beep', () => {
      for (const { name, sound } of sentences) {
        const all = mixed(said(sound, line), at(beep, -30));
        if (heard(all) === null) throw new Error(name);
      }
    });

    it('from the first moment on, without a pause', () => {
      const talk = cutTo(joined(...voices.map(({ sound }) => sound)), 0, 60_000);
      for (let from = 0; from < 54_000; from += 2_000) {
        const sound = cutTo(talk, from, 6_000);
        if (heard(mixed(sound, line(6_000))) === null) throw new Error(`from ${from}`);
      }
    });
  });

  it.each<[string, Float64Array]>([
    ['swelling noise', syllables(noise(3_000, -20))],
    ['gliding tones', joined(...[310, 440, 350, 590].map((hertz) => swelling(glide(250, -15, hertz, 1.2 * hertz))))],
    ['swelling overtones', syllables(tone(3_000, -20, 140, 280, 420, 560, 700, 840))],
    ['swelling noise for six seconds', syllables(noise(6_000, -20))],
    ['quiet swelling noise out of noise', mixed(syllables(noise(3_000, -32)), noise(3_000, -50, 2))],
  ])('in syllables: %s', (_, sound) => {
    expect(heard(joined(silence(500), sound, silence(500)))).not.toBeNull();
    expect(heard(sound)).not.toBeNull();
  });

  it('in one short word', () => {
    for (const digit of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      for (const language of ['ja', 'en']) {
        const word = announcement(language, `digit-${digit}.wav`);
        expect(heard(mixed(noise(6_000, -55), joined(silence(2_000), at(word, -32))))).not.toBeNull();
      }
    }
  });
});
