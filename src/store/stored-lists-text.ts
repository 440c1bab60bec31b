import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { type ListEntry, listEntrySchema } from '../config/schema';
import { noStoredLists, type StoredLists } from '../config/stored-lists';
import { DenwabanError, messageOf } from '../errors';

/** The text in which the list entries are kept. */

const storedSchema = z.strictObject({
  schema: z.literal(1),
  version: z.string().min(1),
  entries: z.array(listEntrySchema),
});

/**
 * From this length on it is compressed, to a tenth: a hundred thousand entries are ten megabytes, more than a Redis
 * across a network delivers within the deadline of a call.
 */
const compressedFrom = 64_000;

export function formatStoredLists({ version, entries }: StoredLists): string {
  const text = JSON.stringify({ schema: 1, version, entries: entries.map(withoutDefaults) });
  return text.length < compressedFrom ? text : gzipSync(text).toString('base64');
}

/** @throws DenwabanError DENWABAN_LISTS_UNREADABLE */
export function parseStoredLists(text: string | null): StoredLists {
  if (text === null) return noStoredLists;
  const parsed = storedSchema.safeParse(readJson(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw unreadable(`${issue?.path.join('.')}: ${issue?.message}`);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('{') ? text : gunzipSync(Buffer.from(text, 'base64')).toString());
  } catch (error) {
    throw unreadable(messageOf(error));
  }
}

function unreadable(reason: string): DenwabanError {
  return new DenwabanError('DENWABAN_LISTS_UNREADABLE', { reason });
}

function withoutDefaults({ reason, expires, votes, excuses, ...rest }: ListEntry) {
  return {
    ...rest,
    ...(reason === '' ? {} : { reason }),
    ...(expires === null ? {} : { expires }),
    ...(votes === 1 ? {} : { votes }),
    ...(excuses.length === 0 ? {} : { excuses }),
  };
}
