import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import type { Invite } from '../caller/caller';
import { readShaken } from '../caller/dialplan-evidence';
import { identify } from '../caller/identify';
import { inviteFromMessage } from '../caller/sip-message';
import { hostOf } from '../caller/sip-uri';
import { nearest } from '../config/nearest';
import type { Config, TrunkProfile } from '../config/schema';
import { DenwabanError, reasonOf, type Said } from '../errors';
import { assess } from '../screening/assess';
import { noMemory } from '../screening/memory';
import { type Language, languages } from '../text/language';
import { type OpenedScreening, openScreening } from './compose';
import { type ExplainedCall, explanationOf, explanationText } from './explanation';
import type { Io } from './io';
import { readMemoryFile } from './memory-file';

export interface ExplainOptions {
  readonly invite: string;
  readonly trunk: string;
  readonly config?: string;
  readonly json?: boolean;
  readonly at?: string;
  readonly peer?: string;
  /** What the exchange made of the Identity header: `success:A`. */
  readonly shaken?: string;
  /** JSON file of what earlier calls left behind. */
  readonly memory?: string;
  /** Given for the whole program. */
  readonly lang?: string;
}

/**
 * Judges the INVITE as the service would, after the earlier calls it is told of, and writes the verdict with its reasons.
 *
 * @param opened spares whoever explains many calls to read configuration and numbering for each
 */
export async function explainCall(io: Io, options: ExplainOptions, opened?: OpenedScreening): Promise<void> {
  const at = timeOf(io, options);
  const invite = await readInvite(io, options);
  const memory = options.memory === undefined ? noMemory : readMemoryFile(options.memory);
  const { loaded, screening } = opened ?? openScreening({ file: options.config, env: io.env });
  const { config, numbering, context } = screening;
  const trunk = { name: options.trunk, profile: trunkNamed(options.trunk, config) };
  const identity = identify(invite, trunk.profile, numbering);
  const assessment = assess({ trunk, ...identity, memory, at }, context);
  const call: ExplainedCall = { trunk, identity, assessment };
  const language = languageOf(io, options, config);
  if (loaded.file === null) io.err(`${demoOfficeJudged[language]}\n`);
  io.out(
    options.json
      ? `${JSON.stringify(explanationOf(call, language), null, 2)}\n`
      : explanationText(call, language, io.colours),
  );
}

/** Whoever runs the command in the wrong folder must not take this verdict for that of the own office. */
const demoOfficeJudged: Said = {
  ja: '設定ファイルがないため、見本の事務所の設定で判定します。',
  en: 'No configuration file: judged as the demo office would.',
};

/** @throws DenwabanError DENWABAN_TRUNK_UNKNOWN, with the name that was probably meant */
export function trunkNamed(name: string, { trunks }: Config): TrunkProfile {
  const profile = Object.hasOwn(trunks, name) ? trunks[name] : undefined;
  if (profile !== undefined) return profile;
  const names = Object.keys(trunks);
  const meant = nearest(name, names);
  throw new DenwabanError('DENWABAN_TRUNK_UNKNOWN', {
    trunk: name,
    known: names.join(', ') || '–',
    meant: {
      ja: meant === null ? '' : `「${meant}」のことですか? `,
      en: meant === null ? '' : `Did you mean "${meant}"? `,
    },
  });
}

async function readInvite(io: Io, { invite: file, peer, shaken }: ExplainOptions): Promise<Invite> {
  if (peer !== undefined && isIP(hostOf(peer) ?? '') === 0) {
    throw usage({
      ja: `--peer には IP アドレス (例: 192.0.2.10、192.0.2.10:5060) を書いてください`,
      en: '--peer must be an IP address, e.g. 192.0.2.10 or 192.0.2.10:5060',
    });
  }
  if (shaken !== undefined && !/^\w+(:[ABC])?$/.test(shaken)) {
    throw usage({
      ja: '--shaken には STIR/SHAKEN の検証結果 (例: success:A、cert_not_trusted) を書いてください',
      en: '--shaken must be the result of the STIR/SHAKEN verification, e.g. success:A or cert_not_trusted',
    });
  }
  const invite = inviteFromMessage(file === '-' ? await readAll(io.stdin) : readMessage(file), peer);
  return shaken === undefined ? invite : { ...invite, shaken: readShaken(shaken) };
}

function readMessage(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new DenwabanError('DENWABAN_FILE_UNREADABLE', { file, reason: reasonOf(error) }, { cause: error });
  }
}

async function readAll(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}

function timeOf(io: Io, { at }: ExplainOptions): number {
  if (at === undefined) return io.now();
  // Date.parse alone would take `5` for a day in 2001.
  const time = /^\d{4}-\d{2}-\d{2}/.test(at) ? Date.parse(at) : Number.NaN;
  if (!Number.isNaN(time)) return time;
  throw usage({
    ja: '--at には ISO 8601 の時刻 (例: 2027-03-31T09:00:00+09:00) を書いてください',
    en: '--at must be a time in ISO 8601, e.g. 2027-03-31T09:00:00+09:00',
  });
}

function usage(reason: Said): DenwabanError {
  return new DenwabanError('DENWABAN_USAGE', { command: 'explain', reason });
}

/** The language the operator chose on the command line; else the office's, in which its journal is kept. */
function languageOf(io: Io, { lang }: ExplainOptions, config: Config): Language {
  const wish = lang ?? io.env['DENWABAN_LANGUAGE'];
  return languages.find((language) => language === wish) ?? config.language;
}
