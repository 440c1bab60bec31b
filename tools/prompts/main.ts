import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { type Language, languages } from '../../src/text/language';
import { type Prompt, type PromptName, prompts } from '../../src/text/prompts';
import { project, projectFolder } from '../lab/project';
import { beep } from './beep';
import { master } from './mastering';
import { findSynthesisers, type Synthesisers, speak } from './speech';
import { encodeWav, type Sound } from './wav';

/** `npm run prompts`: speaks the catalogue of `src/text/prompts.ts` into the sound files that Asterisk plays. */

interface Options {
  readonly only: readonly PromptName[];
  readonly lang: readonly Language[];
}

async function renderPrompts({ only, lang }: Options): Promise<void> {
  const synthesisers = await findSynthesisers(projectFolder);
  for (const language of lang) {
    const folder = project('asterisk-conf', 'sounds', language);
    await mkdir(folder, { recursive: true });
    for (const name of only) {
      const sound = master(await perform(synthesisers, language, name));
      await writeFile(join(folder, `${name}.wav`), encodeWav(sound));
      console.log(`${language}/${name}.wav  ${(sound.samples.length / sound.rate).toFixed(2)} s`);
    }
  }
}

function perform(synthesisers: Synthesisers, language: Language, name: PromptName): Sound | Promise<Sound> {
  const prompt: Prompt = prompts[name];
  if ('hertz' in prompt) return beep(prompt);
  return speak(synthesisers, language, prompt[language], name.startsWith('digit-') ? 'digit' : 'sentence');
}

const names = Object.keys(prompts) as PromptName[];

new Command('prompts')
  .description('Speaks the announcements of src/text/prompts.ts into asterisk-conf/sounds/<language>/<name>.wav.')
  .addOption(new Option('--only <name...>', 'only these prompts').choices(names).default(names, 'all'))
  .addOption(new Option('--lang <language...>', 'only these languages').choices(languages).default(languages, 'all'))
  .action(renderPrompts)
  .parseAsync()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
