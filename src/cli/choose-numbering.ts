import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findDataDir } from '../config/data-dir';
import type { ConfigSource } from '../config/load';
import { DenwabanError } from '../errors';
import type { Numbering } from '../numbering/number-info';
import { openSnapshot, readSnapshot, shippedDate, shippedSnapshot } from './snapshot';

/** Numbering data that were chosen from those there are, and opened. */
export interface ChosenNumbering {
  readonly numbering: Numbering;
  readonly text: string;
  readonly file: string;
  /** Named by `DENWABAN_NUMBERING_FILE`, written by `numbering update`, or shipped with Denwaban. */
  readonly origin: 'environment' | 'updated' | 'shipped';
  /** Data that an update has written, and that are not used: older than the shipped ones, or damaged. */
  readonly passedOver: PassedOver | null;
}

export type PassedOver =
  | { readonly file: string; readonly why: 'older'; readonly date: string }
  | { readonly file: string; readonly why: 'damaged'; readonly reason: string };

/** Where `numbering update` writes. */
export function updatedSnapshot(dataDir: string): string {
  return join(dataDir, 'numbering.txt');
}

/**
 * The numbering data to use: those the environment names; else those of the last update, unless a newer release of
 * Denwaban brought younger ones; else the shipped ones. Damaged data of an update are no reason to leave callers
 * unscreened.
 *
 * @param inUse what is used already, and is given back when nothing has changed: opening it again would take 30 ms
 * @throws DenwabanError when the data named by the environment, or the shipped ones, cannot be used
 */
export function chooseNumbering(source: ConfigSource, inUse: ChosenNumbering | null = null): ChosenNumbering {
  const named = source.env['DENWABAN_NUMBERING_FILE'];
  if (named) return open(named, 'environment', inUse);
  const file = updatedSnapshot(findDataDir(source));
  if (!existsSync(file)) return open(shippedSnapshot(), 'shipped', inUse);
  const dateShipped = shippedDate();
  try {
    const updated = open(file, 'updated', inUse);
    const { date } = updated.numbering.snapshot;
    return date >= dateShipped ? updated : shippedInsteadOf({ file, why: 'older', date }, inUse);
  } catch (fault) {
    if (!(fault instanceof DenwabanError)) throw fault;
    return shippedInsteadOf({ file, why: 'damaged', reason: String(fault.params['reason']) }, inUse);
  }
}

function shippedInsteadOf(passedOver: PassedOver, inUse: ChosenNumbering | null): ChosenNumbering {
  return { ...open(shippedSnapshot(), 'shipped', inUse), passedOver };
}

function open(file: string, origin: ChosenNumbering['origin'], inUse: ChosenNumbering | null): ChosenNumbering {
  const text = readSnapshot(file);
  const numbering = text === inUse?.text ? inUse.numbering : openSnapshot(text, file);
  return { numbering, text, file, origin, passedOver: null };
}
