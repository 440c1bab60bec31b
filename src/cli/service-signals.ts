/** Why the service is to stop: a signal's name, or that another client took its calls. */
export type StopReason = 'SIGTERM' | 'SIGINT' | 'replaced';

export interface StopSignal {
  readonly raised: Promise<StopReason>;
  raise(reason: StopReason): void;
}

/** SIGTERM and SIGINT, and whatever else raises it. A second signal ends the process at once, as its default is. */
export function stopSignal(): StopSignal {
  let raise: (reason: StopReason) => void = () => undefined;
  const raised = new Promise<StopReason>((resolve) => {
    raise = resolve;
  });
  process.once('SIGTERM', raise);
  process.once('SIGINT', raise);
  return { raised, raise };
}

/** Returns how to stop listening. */
export function onReloadSignal(reload: () => void): () => void {
  process.on('SIGHUP', reload);
  return () => process.off('SIGHUP', reload);
}
