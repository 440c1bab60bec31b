import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import type { Invite } from '../caller/caller';
import { identify } from '../caller/identify';
import { inviteFromMessage } from '../caller/sip-message';
import { hostOf } from '../caller/sip-uri';
import type { Config } from '../config/schema';
import { readingFile, type Said } from '../errors';
import { assess } from '../screening/assess';
import { noMemory } from '../screening/memory';
import { parseMemory } from '../screening/parse-memory';
import { type Language, languages } from '../text/language';
import { timeOf } from '../text/moments';
import { type OpenedScreening, openScreening } from './compose';
import { type ExplainedCall, explanationOf, explanationText } from './explanation';
import { trunkGiven } from './given';
import type { Io } from './io';
import { readStoredLists } from './open-state';
import { textOf } from './stdin';
import { misuse } from './usage';

const command = 'explain';

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
 * @param opened spares whoever explains many calls to read configuration, numbering and stored lists for each
 */
export async function explainCall(io: Io, options: ExplainOptions, opened?: OpenedScreening): Promise<void> {
  const at = arrivalOf(io, options);
  const invite = await readInvite(io, options);
  const memory = options.memory === undefined ? noMemory : parseMemory(textOfFile(options.memory), options.memory);
  const { loaded, screening } = opened ?? (await openWithLists(io, options));
  const { config, numbering, context } = screening;
  const trunk = { name: options.trunk, profile: trunkGiven(options.trunk, config) };
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

/** As the service opens it: with the entries of `denwaban list`. */
async function openWithLists(io: Io, { config: file }: ExplainOptions): Promise<OpenedScreening> {
  const opened = openScreening({ file, env: io.env });
  const stored = await readStoredLists(io, opened.screening.config);
  if (stored === null) io.err(`${listsLeftOut[io.language]}\n`);
  return stored === null ? opened : { ...opened, screening: opened.screening.withLists(stored) };
}

const listsLeftOut: Said = {
  ja: '保管先に届かないため、denwaban list で登録したリストなしで判定します。',
  en: 'The store cannot be reached: judged without the entries of denwaban list.',
};

/** Whoever runs the command in the wrong folder must not take this verdict for that of the own office. */
const demoOfficeJudged: Said = {
  ja: '設定ファイルがないため、見本の事務所の設定で判定します。',
  en: 'No configuration file: judged as the demo office would.',
};

async function readInvite(io: Io, { invite: file, peer, shaken }: ExplainOptions): Promise<Invite> {
  if (peer !== undefined && isIP(hostOf(peer) ?? '') === 0) {
    throw misuse(command, {
      ja: `--peer には IP アドレス (例: 192.0.2.10、192.0.2.10:5060) を書いてください`,
      en: '--peer must be an IP address, e.g. 192.0.2.10 or 192.0.2.10:5060',
    });
  }
  if (shaken !== undefined && !/^\w+(:[ABC])?$/.test(shaken)) {
    throw misuse(command, {
      ja: '--shaken には STIR/SHAKEN の検証結果 (例: success:A、cert_not_trusted) を書いてください',
      en: '--shaken must be the result of the STIR/SHAKEN verification, e.g. success:A or cert_not_trusted',
    });
  }
  return inviteFromMessage(file === '-' ? await textOf(io.stdin) : textOfFile(file), { peer, shaken });
}

function textOfFile(file: string): string {
  return readingFile(file, () => readFileSync(file, 'utf8'));
}

function arrivalOf(io: Io, { at }: ExplainOptions): number {
  const time = at === undefined ? io.now() : timeOf(at);
  if (time !== null) return time;
  throw misuse(command, {
    ja: '--at には ISO 8601 の時刻 (例: 2027-03-31T09:00:00+09:00) を書いてください',
    en: '--at must be a time in ISO 8601, e.g. 2027-03-31T09:00:00+09:00',
  });
}

/** The language the operator chose on the command line; else the office's, in which its journal is kept. */
function languageOf(io: Io, { lang }: ExplainOptions, config: Config): Language {
  const wish = lang ?? io.env['DENWABAN_LANGUAGE'];
  return languages.find((language) => language === wish) ?? config.language;
}
