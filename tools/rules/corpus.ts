import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { knownNames } from '../../src/cli/compose';
import { loadConfig } from '../../src/config/load';
import type { Config } from '../../src/config/schema';
import type { Numbering } from '../../src/numbering/number-info';
import { openNumbering } from '../../src/numbering/numbering';
import { tablesOf } from '../lab/fresh-tables';
import { project } from '../lab/project';
import { type CorpusCase, readCorpusFile } from './corpus-file';

const folder = project('test', 'corpus');
const ending = '.sip';

/** The office that all calls of the corpus reach. */
export const officeFile = join(folder, 'office.yaml');

/**
 * ISO date of which the numbering tables are taken to be: the calls of the corpus come in the weeks after it. With their
 * real date, each update of the tables would change what their age makes of an unallocated block.
 */
export const tablesDate = '2026-09-30';

/** All INVITEs of the corpus, by name. */
export function readCorpus(): readonly CorpusCase[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort()
    .map((name) => readCorpusFile(name, readFileSync(corpusFile(name), 'utf8')));
}

export function corpusFile(name: string): string {
  return join(folder, name + ending);
}

/** What the calls of the corpus are judged with. */
export interface CorpusOffice {
  readonly config: Config;
  readonly numbering: Numbering;
}

export function openCorpusOffice(): CorpusOffice {
  const numbering = openNumbering(tablesOf(tablesDate));
  const { config } = loadConfig({ file: officeFile, env: {}, known: knownNames(numbering) });
  return { config, numbering };
}
