import type { CallerMemory } from './memory';

/** Nobody here ever talked to the number, from either side. */
export function isStranger({ standing, dialledByUs }: CallerMemory): boolean {
  return standing === 'stranger' && dialledByUs === null;
}

/** Not (yet) one of those the office deals with: neither known from this origin nor dialled by the office. */
export function isUnfamiliar({ standing, dialledByUs }: CallerMemory): boolean {
  return standing !== 'known' && dialledByUs === null;
}
