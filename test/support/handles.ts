import { setTimeout as pause } from 'node:timers/promises';

/** Sockets and timers that keep this process alive. */
export function held(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind.startsWith('TCP') || kind === 'Timeout').length;
}

/** What `probe` finds, asked again until it finds something; rejects after `patienceMs`. */
export async function eventually<T>(
  probe: () => Promise<T | undefined> | T | undefined,
  patienceMs = 5_000,
): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const found = await probe();
    if (found !== undefined) return found;
    if (performance.now() > deadline) {
      throw new Error(`not within ${patienceMs} ms; held: ${process.getActiveResourcesInfo().join(' ')}`);
    }
    await pause(5);
  }
}

/** A socket that was destroyed is closed a little later. */
export async function untilHeld(atMost: number): Promise<void> {
  await eventually(() => (held() <= atMost ? true : undefined));
}
