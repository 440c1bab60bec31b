import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Language } from '../../src/text/language';
import { parseWav, type Sound } from './wav';

const run = promisify(execFile);

/** How to start the synthesiser of each language: program and first arguments. */
export type Synthesisers = Readonly<Record<Language, readonly string[]>>;

/** A digit alone is spoken slower than one within a sentence: it is what the caller must catch. */
export type Pace = 'sentence' | 'digit';

const paceArguments: Readonly<Record<Language, Readonly<Record<Pace, readonly string[]>>>> = {
  ja: { sentence: [], digit: ['-r', '0.8'] },
  en: { sentence: [], digit: ['--setf', 'duration_stretch=1.2'] },
};

/** Finds the synthesisers on this machine, or fetches them; what that takes is shown on stderr. */
export async function findSynthesisers(projectFolder: string): Promise<Synthesisers> {
  const fetching = run(process.execPath, [join(projectFolder, 'tools', 'prompts', 'fetch.mjs')]);
  fetching.child.stderr?.pipe(process.stderr);
  return JSON.parse((await fetching).stdout) as Synthesisers;
}

/** Speaks `text`. The same programs give the same samples each time. */
export async function speak(synthesisers: Synthesisers, language: Language, text: string, pace: Pace): Promise<Sound> {
  const folder = await mkdtemp(join(tmpdir(), 'denwaban-prompt-'));
  const [textFile, soundFile] = [join(folder, 'text'), join(folder, 'sound.wav')];
  try {
    await writeFile(textFile, `${text}\n`);
    const [program = '', ...first] = synthesisers[language];
    const files = language === 'ja' ? ['-ow', soundFile, textFile] : ['-f', textFile, '-o', soundFile];
    await run(program, [...first, ...paceArguments[language][pace], ...files]);
    return parseWav(await readFile(soundFile));
  } finally {
    await rm(folder, { recursive: true });
  }
}
