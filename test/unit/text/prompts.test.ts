import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../../../src/text/language';
import { longestPromptSeconds, type PromptName, prompts } from '../../../src/text/prompts';
import { parseWav } from '../../../tools/prompts/wav';

/** The sound files as shipped: what Asterisk and every telephone line can play, and a caller can hear. */

const soundsFolder = join(__dirname, '..', '..', '..', 'asterisk-conf', 'sounds');
const names = Object.keys(prompts) as PromptName[];
const recordings = languages.flatMap((language) => names.map((name) => ({ language, name })));
const digits = names.filter((name) => name.startsWith('digit-'));

const fullScale = 32_768;
const quietestDb = -25;
const loudestDb = -15;

function fileOf(language: string, name: string): Buffer {
  return readFileSync(join(soundsFolder, language, `${name}.wav`));
}

describe.each(recordings)('$language/$name.wav', ({ language, name }) => {
  // parseWav refuses everything that is not mono 16-bit PCM.
  const { rate, samples } = parseWav(fileOf(language, name));

  it('is 8 kHz, mono, 16-bit PCM', () => {
    expect(rate).toBe(8_000);
  });

  it('takes no longer than the catalogue and the lease allow', () => {
    expect(prompts[name].maxSeconds).toBeLessThanOrEqual(longestPromptSeconds);
    expect(samples.length / rate).toBeLessThanOrEqual(prompts[name].maxSeconds);
    expect(samples.length / rate).toBeGreaterThan(0.3);
  });

  it('is as loud as speech on a telephone line', () => {
    const power = samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length;
    const decibels = 10 * Math.log10(power / fullScale ** 2);
    expect(decibels).toBeGreaterThan(quietestDb);
    expect(decibels).toBeLessThan(loudestDb);
  });

  it('is not clipped', () => {
    expect(samples.every((sample) => Math.abs(sample) < fullScale - 1)).toBe(true);
  });

  it('begins and ends in silence, so that prompts join without a click', () => {
    const edge = rate / 50;
    const atEdges = [...samples.subarray(0, edge), ...samples.subarray(-edge)].map(Math.abs);
    expect(Math.max(...atEdges)).toBeLessThan(fullScale / 50);
  });
});

describe.each(languages)('the folder of sounds for %s', (language) => {
  it('holds the catalogue and nothing else', () => {
    expect(readdirSync(join(soundsFolder, language)).sort()).toEqual(names.map((name) => `${name}.wav`).sort());
  });

  it('has ten digits, no two alike', () => {
    const sounds = digits.map((name) => fileOf(language, name).toString('base64'));
    expect(new Set(sounds).size).toBe(10);
  });
});

it('keeps all sounds together within 1.5 MB', () => {
  const sizes = recordings.map(({ language, name }) => fileOf(language, name).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
});

it('leaves a challenged caller time: two attempts fit into 45 seconds', () => {
  const waitForDigit = 8;
  const longest = (...row: PromptName[]): number =>
    row.reduce((sum, name) => sum + prompts[name].maxSeconds, waitForDigit);
  const seconds = longest('challenge', 'digit-0', 'challenge-end') + longest('try-again', 'digit-0', 'challenge-end');
  expect(seconds).toBeLessThan(45);
});
