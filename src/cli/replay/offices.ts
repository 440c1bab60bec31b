import { realpathSync } from 'node:fs';
import { type LoadedConfig, loadConfig } from '../../config/load';
import type { Config } from '../../config/schema';
import { noStoredLists } from '../../config/stored-lists';
import { DenwabanError } from '../../errors';
import { callerId } from '../../journal/caller-id';
import type { Numbering } from '../../numbering/number-info';
import { KnownNumbers } from '../../replay/known-numbers';
import { Office } from '../../replay/office';
import { readSecretKey } from '../../store/secret-key';
import { knownNames, numberingFor } from '../compose';
import type { Io } from '../io';
import { readStoredLists } from '../open-state';

/** Which configurations calls are judged by. */
export interface Offices {
  readonly tried: Office;
  /** The file of the tried configuration; `null`: the demo office. */
  readonly file: string | null;
  /** The installation's own, where another one is tried. */
  readonly usual: { readonly office: Office; readonly file: string } | null;
  /** The installation's: whose journal and key are read. */
  readonly home: Config;
  readonly numbering: Numbering;
  readonly ids: KnownNumbers;
  /** False when ids cannot be read back: there is no key. */
  readonly hasKey: boolean;
  /** False when the stored lists could not be read. */
  readonly hasLists: boolean;
}

/** @param file the configuration to try; the usual one when left out */
export async function openOffices(io: Io, file: string | undefined): Promise<Offices> {
  const numbering = numberingFor(io.env, file);
  const known = knownNames(numbering);
  const tried = loadConfig({ file, env: io.env, known });
  const usual = file === undefined ? null : otherThan(file, loadConfig({ env: io.env, known }));
  const home = (usual ?? tried).config;
  const stored = await readStoredLists(io, home);
  const lists = stored ?? noStoredLists;
  const id = callerIdOf(home);
  const configs = usual === null ? [tried.config] : [tried.config, usual.config];
  return {
    tried: new Office(tried.config, numbering, lists),
    file: tried.file,
    usual: usual === null ? null : { office: new Office(usual.config, numbering, lists), file: usual.file },
    home,
    numbering,
    ids: new KnownNumbers({ configs, stored: lists, numbering, callerId: id }),
    hasKey: id !== null,
    hasLists: stored !== null,
  };
}

/** The usual configuration, where there is one and it is not the very file that is tried. */
function otherThan(tried: string, usual: LoadedConfig): (LoadedConfig & { readonly file: string }) | null {
  const { file } = usual;
  return file === null || realpathSync(file) === realpathSync(tried) ? null : { ...usual, file };
}

function callerIdOf({ dataDir }: Config): ((number: string) => string) | null {
  try {
    const key = readSecretKey(dataDir);
    return (number) => callerId(number, key);
  } catch (error) {
    // A journal brought from elsewhere comes without its key. A key that is exposed or damaged is another matter.
    if (error instanceof DenwabanError && error.code === 'DENWABAN_KEY_UNUSABLE') return null;
    throw error;
  }
}
