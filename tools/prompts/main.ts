import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { type Language, languages } from '../../src/text/language';
import { type PromptName, prompts } from '../../src/text/prompts';
import { project, projectFolder } from '../lab/project';
import { master } from './mastering';
import { findSynthesisers, speak } from './speech';
import { encodeWav } from './wav';

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
      const pace = name.startsWith('digit-') ? 'digit' : 'sentence';
      const sound = master(await speak(synthesisers, language, prompts[name][language], pace));
      await writeFile(join(folder, `${name}.wav`), encodeWav(sound));
      console.log(`${language}/${name}.wav  ${(sound.samples.length / sound.rate).toFixed(2)} s`);
    }
  }
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
