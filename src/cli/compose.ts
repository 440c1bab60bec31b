import { createHash } from 'node:crypto';
import type { Screening } from '../call/judge';
import { type ConfigSource, type LoadedConfig, loadConfig } from '../config/load';
import type { KnownNames } from '../config/reference-flaws';
import type { Config } from '../config/schema';
import type { Env } from '../config/secrets';
import type { Numbering } from '../numbering/number-info';
import { compileContext, ruleIds } from '../screening/context';
import { loadNumbering } from './snapshot';

/** What calls are judged with, and where its configuration came from. */
export interface OpenedScreening {
  readonly loaded: LoadedConfig;
  readonly screening: Screening;
}

/**
 * Reads the configuration and makes what calls are judged with: for the service at its start and on each reload, and
 * for `explain`. A reload hands in the numbering it already has, and spares the calls under way the reading of it.
 *
 * @throws DenwabanError for a configuration or a snapshot that cannot be used
 */
export function openScreening(source: ConfigSource, numbering = numberingFor(source.env)): OpenedScreening {
  const loaded = loadConfig({ ...source, known: knownNames(numbering) });
  return { loaded, screening: composeScreening(loaded.config, numbering) };
}

/** The numbering data `DENWABAN_NUMBERING_FILE` names, or those that ship with Denwaban. */
export function numberingFor(env: Env): Numbering {
  return loadNumbering(env['DENWABAN_NUMBERING_FILE'] || undefined);
}

/** What calls are judged with. */
function composeScreening(config: Config, numbering: Numbering): Screening {
  return { config, numbering, context: compileContext({ config, numbering, digest }) };
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
