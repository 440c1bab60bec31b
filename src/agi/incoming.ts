import type { Socket } from 'node:net';

/** What was waited for, or why it has not come. */
export type Awaited<T> = { readonly found: T } | { readonly silent: 'closed' | 'late' | 'too-long' };

/** All that the other side of a socket has said, and the wait for more. */
export class Incoming {
  private text = '';
  private closed = false;
  private wake: () => void = () => undefined;

  /** @param longest bytes; whoever says more is not listened to any longer */
  constructor(
    socket: Socket,
    private readonly longest: number,
  ) {
    socket.setEncoding('latin1');
    socket.on('data', (more: string) => {
      this.text += more;
      if (this.text.length > longest) socket.pause();
      this.wake();
    });
    // A connection that is reset says no more than one that is closed.
    socket.on('error', () => undefined);
    for (const event of ['end', 'close']) socket.on(event, () => this.close());
  }

  /** The other side has closed the connection. */
  get isClosed(): boolean {
    return this.closed;
  }

  /** Resolves when `read` finds something in the text, or it is clear that it will not within `ms`. */
  until<T>(read: (text: string) => T | undefined, ms: number): Promise<Awaited<T>> {
    return new Promise((resolve) => {
      const settle = (awaited: Awaited<T>): void => {
        clearTimeout(timer);
        this.wake = () => undefined;
        resolve(awaited);
      };
      const timer = setTimeout(() => settle({ silent: 'late' }), ms);
      this.wake = () => {
        const found = read(this.text);
        if (found !== undefined) settle({ found });
        else if (this.text.length > this.longest) settle({ silent: 'too-long' });
        else if (this.closed) settle({ silent: 'closed' });
      };
      this.wake();
    });
  }

  private close(): void {
    this.closed = true;
    this.wake();
  }
}
