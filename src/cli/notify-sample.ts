import { randomUUID } from 'node:crypto';
import { loadConfig } from '../config/load';
import { readSecrets } from '../config/secrets';
import { DenwabanError, type Said } from '../errors';
import { type Attempt, attemptMs } from '../notify/attempt';
import { deliver, recipientOf } from '../notify/deliver';
import { addressedNotices } from '../notify/notices';
import { sampleParcel } from '../notify/sample';
import { knownNames, numberingFor } from './compose';
import type { Io } from './io';

export interface NotifyOptions {
  readonly config?: string;
  readonly json?: boolean;
}

interface Sent {
  readonly notice: string;
  readonly to: string;
  readonly attempt: Attempt;
}

/**
 * Sends one sample through each configured notice, all at once, and says what became of each.
 *
 * @throws DenwabanError DENWABAN_NOTICES_FAILED where one did not arrive, DENWABAN_NOTICES_NONE,
 *   DENWABAN_SMTP_PASSWORD_MISSING, and those of the configuration
 */
export async function sendSamples(io: Io, options: NotifyOptions): Promise<void> {
  const known = knownNames(numberingFor(io.env, options.config));
  const { config } = loadConfig({ file: options.config, env: io.env, known });
  const secrets = readSecrets(io.env);
  const addressed = addressedNotices(config, secrets);
  if (addressed.length === 0) throw new DenwabanError('DENWABAN_NOTICES_NONE');
  const sent = await Promise.all(
    addressed.map(async (to): Promise<Sent> => {
      const parcel = sampleParcel(to.name, to.config, randomUUID(), io.now());
      const attempt = await attempted((signal) => deliver(parcel, to, secrets, io.now, signal));
      return { notice: to.name, to: recipientOf(to.config), attempt };
    }),
  );
  for (const each of sent)
    io.out(options.json ? `${JSON.stringify(asJson(each))}\n` : `${lineOf(each)[io.language]}\n`);
  const failures = sent.filter(({ attempt }) => !attempt.ok);
  if (failures.length > 0) throw new DenwabanError('DENWABAN_NOTICES_FAILED', { failures: listed(failures) });
}

async function attempted(send: (signal: AbortSignal) => Promise<Attempt>): Promise<Attempt> {
  const abort = new AbortController();
  const enough = setTimeout(() => abort.abort(), attemptMs);
  try {
    return await send(abort.signal);
  } finally {
    clearTimeout(enough);
  }
}

function asJson({ notice, to, attempt }: Sent) {
  const { ok } = attempt;
  return { notice, to, ok, reason: ok ? attempt.remark : attempt.reason };
}

function lineOf({ notice, to, attempt }: Sent): Said {
  if (!attempt.ok) return { ja: `${notice}: 届きません (${to})`, en: `${notice}: not delivered (${to})` };
  const remark = attempt.remark === null ? '' : ` ${attempt.remark}`;
  return {
    ja: `${notice}: 送りました (${to})${remark === '' ? '' : ` 一部の宛先は断られました:${remark}`}`,
    en: `${notice}: sent (${to})${remark === '' ? '' : `, but refused for some:${remark}`}`,
  };
}

function listed(failures: readonly Sent[]): string {
  return failures.map(({ notice, attempt }) => `  ${notice}: ${attempt.ok ? '' : attempt.reason}`).join('\n');
}
