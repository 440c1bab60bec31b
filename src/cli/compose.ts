import { createHash } from 'node:crypto';
import type { Screening } from '../call/screening';
import { type ConfigSource, type LoadedConfig, loadConfig } from '../config/load';
import type { KnownNames } from '../config/reference-flaws';
import type { Config } from '../config/schema';
import type { Env } from '../config/secrets';
import { noStoredLists, type StoredLists } from '../config/stored-lists';
import type { Numbering } from '../numbering/number-info';
import { compileContext, ruleIds, withStoredLists } from '../screening/context';
import { type ChosenNumbering, chooseNumbering } from './choose-numbering';

/** What calls are judged with, and where its configuration and its numbering data came from. */
export interface OpenedScreening {
  readonly loaded: LoadedConfig;
  readonly data: ChosenNumbering;
  readonly screening: Screening;
}

/**
 * Reads the configuration and makes what calls are judged with: for the service at its start and on each reload, and
 * for `explain`. A reload hands in the numbering data it already has, and spares the calls under way the opening of
 * them where they are still the ones to use.
 *
 * @throws DenwabanError for a configuration or a snapshot that cannot be used
 */
export function openScreening(source: ConfigSource, inUse: ChosenNumbering | null = null): OpenedScreening {
  const data = chooseNumbering(source, inUse);
  const loaded = loadConfig({ ...source, known: knownNames(data.numbering) });
  return { loaded, data, screening: composeScreening(loaded.config, data.numbering) };
}

/** The numbering data to use, for commands. @param file the configuration that was named, if any */
export function numberingFor(env: Env, file?: string): Numbering {
  return chooseNumbering({ env, file }).numbering;
}

/** What calls are judged with, before any stored lists are known. */
export function composeScreening(config: Config, numbering: Numbering): Screening {
  const context = compileContext({ config, numbering, digest });
  const withLists = (stored: StoredLists): Screening => ({
    config,
    numbering,
    context: withStoredLists(context, { config, numbering, digest, stored }),
    listsVersion: stored.version,
    withLists,
  });
  return { config, numbering, context, listsVersion: noStoredLists.version, withLists };
}

/** The names a configuration may refer to. */
export function knownNames(numbering: Numbering): KnownNames {
  return {
    rules: ruleIds,
    carriers: numbering.snapshot.carriers.map(({ id }) => id),
    isPossibleNumber: (number) => numbering.lookUp(number).kind !== 'impossible',
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
