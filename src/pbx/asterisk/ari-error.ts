import { PbxError, type PbxErrorKind } from '../pbx';

/** Turns what ari-client rejects with, `Error('404 {"message":"Channel not found"}')`, into a typed error. */
export function toPbxError(operation: string, cause: unknown): PbxError {
  const text = cause instanceof Error ? cause.message : describe(cause);
  const [, status = '0', detail = text] = /^(\d{1,3}) ([\s\S]*)$/.exec(text) ?? [];
  return new PbxError(kindOf(Number(status)), operation, messageIn(detail), { cause });
}

/** ARI answers 404 for a channel that is gone, 409 for one that is not in our application, 412 for one not ready. */
function kindOf(status: number): PbxErrorKind {
  if (status === 404) return 'not-found';
  if (status === 409 || status === 412) return 'conflict';
  return status === 0 || status >= 502 ? 'unreachable' : 'refused';
}

function messageIn(detail: string): string {
  try {
    const { message }: { readonly message?: unknown } = JSON.parse(detail);
    return typeof message === 'string' ? message : detail;
  } catch {
    return detail;
  }
}

function describe(cause: unknown): string {
  return typeof cause === 'string' ? cause : JSON.stringify(cause);
}
