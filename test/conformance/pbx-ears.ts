import type { PbxEvent } from '../../src/pbx/pbx';

type Type = PbxEvent['type'];
type Of<T extends Type> = Extract<PbxEvent, { type: T }>;

/** Hears an exchange, and waits for what is to be heard: never for time to pass. */
export interface Ears {
  hear(event: PbxEvent): void;
  /** The first such event, heard already or yet to come; rejects after `patienceMs`. */
  until<T extends Type>(type: T, isIt?: (event: Of<T>) => boolean): Promise<Of<T>>;
  all<T extends Type>(type: T): readonly Of<T>[];
  /** Events of these types, in the order they came. */
  order(...types: readonly Type[]): readonly Type[];
  count(): number;
}

const patienceMs = 10_000;

export function listen(): Ears {
  const events: PbxEvent[] = [];
  const waiters = new Set<() => void>();

  const all = <T extends Type>(type: T): readonly Of<T>[] =>
    events.filter((event): event is Of<T> => event.type === type);

  return {
    hear(event) {
      events.push(event);
      for (const waiter of waiters) waiter();
    },
    until: (type, isIt = () => true) =>
      new Promise((resolve, reject) => {
        const leave = (): void => {
          clearTimeout(impatience);
          waiters.delete(look);
        };
        const look = (): void => {
          const found = all(type).find(isIt);
          if (found === undefined) return;
          leave();
          resolve(found);
        };
        const impatience = setTimeout(() => {
          leave();
          reject(new Error(`no ${type} within ${patienceMs} ms, but ${JSON.stringify(events)}`));
        }, patienceMs);
        waiters.add(look);
        look();
      }),
    all,
    order: (...types) => events.map(({ type }) => type).filter((type) => types.includes(type)),
    count: () => events.length,
  };
}
