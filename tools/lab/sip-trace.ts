import { readFileSync, watch, writeFileSync } from 'node:fs';

/** One SIP message as it was on the wire. */
export interface SipMessage {
  readonly direction: 'sent' | 'received';
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
  /** Of a request: its method. Of a response: undefined. */
  readonly method?: string;
  /** Of a response: its code. Of a request: undefined. */
  readonly status?: number;
  /** The method of CSeq: what a response answers. */
  readonly transaction: string;
  readonly callId: string;
}

/** A SIPp message trace that is still being written. */
export interface SipTrace {
  /** All until this moment. */
  messages(): readonly SipMessage[];
  /** Resolves when `isSo` holds, asked anew at every message; rejects when the trace is closed before. */
  until(isSo: (messages: readonly SipMessage[]) => boolean, what: string): Promise<void>;
  /** `reason` tells those who still wait. */
  close(reason: string): void;
}

/** The values of a header, by its full name, folded lines joined. */
export function headerValues(message: SipMessage, name: string): readonly string[] {
  const [head = ''] = message.text.split('\r\n\r\n', 1);
  return head
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
    .map((line) => line.slice(name.length + 1).trim());
}

interface Waiter {
  /** True when it has what it waited for. */
  readonly check: () => boolean;
  readonly fail: (reason: string) => void;
}

/** Follows the file that SIPp writes with `-trace_msg`. */
export function followSipTrace(file: string): SipTrace {
  // It must exist to be watched; SIPp then writes into the same one.
  writeFileSync(file, '');
  const messages: SipMessage[] = [];
  const waiters = new Set<Waiter>();
  let parsed = 0;
  let closed: string | undefined;

  const take = () => {
    const trace = readFileSync(file);
    for (let next = parseMessage(trace, parsed); next; next = parseMessage(trace, parsed)) {
      messages.push(next.message);
      parsed = next.end;
    }
  };
  const tell = () => {
    take();
    for (const waiter of waiters) if (waiter.check()) waiters.delete(waiter);
  };
  const watcher = watch(file, tell).unref();

  return {
    messages() {
      // The watcher's word may still be on its way; what SIPp has written counts.
      if (closed === undefined) take();
      return messages;
    },
    until: (isSo, what) =>
      new Promise((resolve, reject) => {
        const check = () => {
          const holds = isSo(messages);
          if (holds) resolve();
          return holds;
        };
        const fail = (reason: string) => {
          const trace = messages.map(({ direction, text }) => `${direction}: ${text}`).join('\n');
          reject(new Error(`SIPp ended before ${what}: ${reason}\n${trace}`));
        };
        if (check()) return;
        if (closed !== undefined) fail(closed);
        else waiters.add({ check, fail });
      }),
    close(reason) {
      if (closed !== undefined) return;
      closed = reason;
      watcher.close();
      tell();
      for (const waiter of waiters) waiter.fail(reason);
    },
  };
}

/** The first whole message at or after `place`. SIPp's byte count is used: a body may hold anything. */
function parseMessage(trace: Buffer, place: number): { message: SipMessage; end: number } | undefined {
  // latin1 keeps one character per byte, so offsets in the text are offsets in the file.
  const ahead = trace.toString('latin1', place, place + 1000);
  const head = /-+ (\S+)\n\w+ message (sent|received) \[(\d+)\] bytes ?:\n\n/.exec(ahead);
  if (!head) return undefined;
  const [, stamp = '', direction, length] = head;
  const begin = place + head.index + head[0].length;
  const end = begin + Number(length);
  if (end > trace.length) return undefined;
  const text = trace.toString('utf8', begin, end);
  const status = /^SIP\/2\.0 (\d{3})/.exec(text)?.[1];
  const method = /^([A-Z]+) /.exec(text)?.[1];
  return {
    end,
    message: {
      direction: direction === 'sent' ? 'sent' : 'received',
      at: Date.parse(stamp),
      text,
      ...(status !== undefined && { status: Number(status) }),
      ...(method !== undefined && { method }),
      transaction: /^CSeq:\s*\d+\s+(\w+)/im.exec(text)?.[1] ?? '',
      callId: /^(?:Call-ID|i):\s*(\S+)/im.exec(text)?.[1] ?? '',
    },
  };
}
