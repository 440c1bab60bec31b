import { setTimeout as wait } from 'node:timers/promises';
import { messageOf } from '../errors';

export interface Download {
  readonly bytes: Buffer;
  readonly contentType: string | null;
}

export interface DownloadTerms {
  /** Pauses before the second attempt, the third … The ministry's servers answer 502 now and then. */
  readonly pausesMs: readonly number[];
  /** For one attempt, from its start to the last byte. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** Told of each attempt that failed and will be repeated. */
  retrying(url: URL, reason: string): void;
}

/** What may well go better a moment later. */
class PassingFailure extends Error {}

/** A file from the web. Rejects with an error that says why, when the last attempt has failed or none can help. */
export async function download(url: URL, terms: DownloadTerms): Promise<Download> {
  for (const pause of terms.pausesMs) {
    try {
      return await attempt(url, terms);
    } catch (error) {
      if (!(error instanceof PassingFailure)) throw error;
      terms.retrying(url, error.message);
      await wait(pause);
    }
  }
  return attempt(url, terms);
}

async function attempt(url: URL, { timeoutMs, maxBytes }: DownloadTerms): Promise<Download> {
  const response = await reached(fetch(url, { signal: AbortSignal.timeout(timeoutMs) }));
  if (!response.ok) {
    await response.body?.cancel();
    const reason = `HTTP ${response.status}`;
    const isPassing = response.status >= 500 || response.status === 429 || response.status === 408;
    throw isPassing ? new PassingFailure(reason) : new Error(reason);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reached(reader?.read()); part?.value !== undefined; part = await reached(reader?.read())) {
    size += part.value.length;
    chunks.push(part.value);
    if (size <= maxBytes) continue;
    await reader?.cancel();
    throw new Error(`more than ${maxBytes} bytes`);
  }
  return { bytes: Buffer.concat(chunks), contentType: response.headers.get('content-type') };
}

/** fetch rejects for the network's sake only: no route, a broken connection, a deadline. */
async function reached<T>(step: Promise<T> | T): Promise<T> {
  try {
    return await step;
  } catch (error) {
    throw new PassingFailure(messageOf(causeOf(error) ?? error), { cause: error });
  }
}

/** fetch itself says "fetch failed", and only its cause what happened. */
function causeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'cause' in error ? error.cause : undefined;
}
