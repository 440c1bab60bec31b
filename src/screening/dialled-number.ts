import { type EmergencyNumber, emergencyNumbers } from './memory';

/** 184 and 186 in front of a number that the office dials hide or show its own; they are no part of it. */
export function withoutServiceCode(dialled: string): string {
  return dialled.replace(/^18[46](?=\d{3})/, '');
}

export function isEmergencyNumber(dialled: string): dialled is EmergencyNumber {
  return emergencyNumbers.some((number) => number === dialled);
}
