import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languages } from '../../../src/text/language';
import { longestPromptSeconds, type Prompt, type PromptName, prompts } from '../../../src/text/prompts';
import { parseWav } from '../../../tools/prompts/wav';

/** The sound files as shipped: what Asterisk and every telephone line can play, and a caller can hear. */

const soundsFolder = join(__dirname, '..', '..', '..', 'asterisk-conf', 'sounds');
const dialplan = readFileSync(join(soundsFolder, '..', 'extensions-denwaban.conf'), 'utf8');
const names = Object.keys(prompts) as PromptName[];
const recordings = languages.flatMap((language) => names.map((name) => ({ language, name })));

const fullScale = 32_768;
const quietestDb = -25;
const loudestDb = -15;

function fileOf(language: string, name: string): Buffer {
  return readFileSync(join(soundsFolder, language, `${name}.wav`));
}

function wording(language: Language, name: PromptName): string {
  const prompt: Prompt = prompts[name];
  return 'hertz' in prompt ? '' : prompt[language];
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
    // Clipping that was turned down afterwards still shows: speech does not rest at its peak.
    const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    const restsAtPeak = samples.some((_, at) =>
      [at, at + 1, at + 2].every((place) => Math.abs(samples[place] ?? 0) === peak),
    );
    expect(restsAtPeak).toBe(false);
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

  it('has no two alike', () => {
    const sounds = names.map((name) => fileOf(language, name).toString('base64'));
    expect(new Set(sounds).size).toBe(names.length);
  });
});

describe.each(languages)('the wording in %s', (language) => {
  const spoken = names.filter((name) => name !== 'tone');
  const script = { ja: /[ぁ-んァ-ヶ一-龠0-9]/, en: /^[\x20-\x7e]+$/ }[language];

  it.each(spoken)('%s is there, in that language', (name) => {
    expect(wording(language, name)).toMatch(script);
  });

  it('says everything differently', () => {
    expect(new Set(spoken.map((name) => wording(language, name))).size).toBe(spoken.length);
  });

  it('tells nobody why they are refused', () => {
    const telling = {
      ja: /迷惑|拒否|偽|疑|確認|番号|登録/,
      en: /nuisance|block|reject|refus|forg|suspect|check|number|list/i,
    }[language];
    expect(wording(language, 'refused-politely')).not.toMatch(telling);
  });

  it('asks the called-back for both keys, and says who asks', () => {
    const [asker, yes, no] = {
      ja: [/事務所の自動音声/, /1/, /ニー/],
      en: [/automatic call from an office/, /\b1\b/, /\b2\b/],
    }[language];
    const said = wording(language, 'call-back-ask');
    for (const part of [asker, yes, no, { ja: /この番号から/, en: /from this number/ }[language]]) {
      expect(said).toMatch(part ?? '');
    }
  });

  it('names all four keys to staff', () => {
    const keys = { ja: ['1', 'ニー', '3', '4'], en: ['1', '2', '3', '4'] }[language];
    expect(keys.filter((key) => !wording(language, 'staff-keys').includes(key))).toEqual([]);
  });
});

describe('nobody is recorded unawares', () => {
  const notice = { ja: /録音いたします/, en: /record/ };
  const says = (name: string): boolean =>
    names.some(
      (known) => known === name && languages.every((language) => notice[language].test(wording(language, known))),
    );

  it.each(['name-please', 'name-again', 'message-please'])('%s says so, and speaks of the tone', (name) => {
    expect(says(name)).toBe(true);
  });

  it('what says nothing of it is not taken for a notice', () => {
    expect(says('message-thanks')).toBe(false);
  });

  /** The prompts that a line of the dialplan plays, in order. */
  const played = (line: string): string[] => [...line.matchAll(/denwaban\/([a-z0-9-]+)/g)].map(([, name = '']) => name);

  it('every Record() of the dialplan comes after a notice and the tone', () => {
    const lines = dialplan.split('\n').filter((line) => !line.trimStart().startsWith(';'));
    const unannounced = lines.flatMap((line, at) => {
      if (!/,Record\(/.test(line)) return [];
      const begin = lines.findLastIndex((earlier, place) => place <= at && /^exten/.test(earlier));
      const before = lines.slice(begin, at).flatMap(played);
      return before.at(-1) === 'tone' && says(before.at(-2) ?? '') ? [] : [line];
    });
    expect(unannounced).toEqual([]);
  });

  it('the dialplan plays nothing that the catalogue lacks', () => {
    const lines = dialplan.split('\n').filter((line) => /(Playback|Background|Read)\(/.test(line));
    // `denwaban/digit-${…}` names ten of them.
    const isKnown = (name: string): boolean =>
      names.some((known) => (name.endsWith('-') ? known.startsWith(name) : known === name));
    expect(lines.flatMap(played).filter((name) => !isKnown(name))).toEqual([]);
  });
});

it('keeps all sounds together within 7 MB', () => {
  const sizes = recordings.map(({ language, name }) => fileOf(language, name).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(7_000_000);
});

it('leaves a challenged caller time: two attempts fit into 45 seconds', () => {
  const waitForDigit = 8;
  const longest = (...row: PromptName[]): number =>
    row.reduce((sum, name) => sum + prompts[name].maxSeconds, waitForDigit);
  const seconds = longest('challenge', 'digit-0', 'challenge-end') + longest('try-again', 'digit-0', 'challenge-end');
  expect(seconds).toBeLessThan(45);
});
