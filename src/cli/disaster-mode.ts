import { createColors } from 'picocolors';
import { changeOffice } from '../call/office-book';
import type { Said } from '../errors';
import {
  newOfficeRecord,
  type OfficeRecord,
  parseOfficeRecord,
  switchDisasterOff,
  switchDisasterOn,
} from '../screening/records/office-record';
import { officeKey } from '../store/memory-keys';
import type { Store } from '../store/store';
import { localMinute } from '../text/local-time';
import { endGiven, type Lifetime } from './given';
import type { Io } from './io';
import { withStore } from './open-state';
import { misuse } from './usage';

const command = 'disaster on';

interface Request {
  readonly config?: string;
  readonly json?: boolean;
}

export interface SwitchOnRequest extends Request, Lifetime {
  readonly reason?: string;
}

type Disaster = OfficeRecord['disaster'];

const day = 86_400_000;
/** Nobody remembers a switch for longer; what it lets through would go on coming in. */
const longestDays = 30;

/** Every call without a number is let through until then; the running service heeds it from its next call on. */
export async function switchOn(io: Io, request: SwitchOnRequest): Promise<void> {
  const until = endOf(io, request);
  await withStore(io, request.config, async ({ store }) => {
    const { reason = '' } = request;
    await changeOffice(store, (record) => switchDisasterOn(record, { until, reason, at: io.now() }));
    await tell(io, request, store);
  });
}

export async function switchOff(io: Io, request: Request): Promise<void> {
  await withStore(io, request.config, async ({ store }) => {
    await changeOffice(store, switchDisasterOff);
    await tell(io, request, store);
  });
}

export async function showStatus(io: Io, request: Request): Promise<void> {
  await withStore(io, request.config, ({ store }) => tell(io, request, store));
}

async function tell(io: Io, { json }: Request, store: Store): Promise<void> {
  const [text = null] = await store.read([officeKey]);
  const disaster = (parseOfficeRecord(text) ?? newOfficeRecord).disaster;
  const on = isOn(disaster, io.now());
  if (json) io.out(`${JSON.stringify(on ? { on, ...inIso(disaster) } : { on })}\n`);
  else io.out(`${on ? saysOn(disaster)[io.language] : saysOff[io.language]}\n`.replace(/^\S+/, bold(io)));
}

function bold(io: Io): (text: string) => string {
  return createColors(io.colours).bold;
}

function isOn(disaster: Disaster, now: number): disaster is NonNullable<Disaster> {
  return disaster !== null && now < disaster.until;
}

function inIso({ since, until, reason }: NonNullable<Disaster>) {
  return { since: new Date(since).toISOString(), until: new Date(until).toISOString(), reason };
}

function saysOn({ until, reason }: NonNullable<Disaster>): Said {
  return {
    ja: `災害モード中: ${localMinute(until)} まで、番号のない電話もすべて通します。${reason === '' ? '' : `理由: ${reason}`}`,
    en: `On: until ${localMinute(until)} every call without a number is let through.${reason === '' ? '' : ` Reason: ${reason}`}`,
  };
}

const saysOff: Said = {
  ja: '災害モードではありません。番号のない電話は設定どおりに扱います。',
  en: 'Off: calls without a number are treated as the configuration says.',
};

/** It must have an end: a forgotten switch would open the door for good. */
function endOf(io: Io, request: SwitchOnRequest): number {
  const end = endGiven(request, io.now(), command);
  if (end !== null && end <= io.now() + longestDays * day) return end;
  throw misuse(command, {
    ja: `いつまでかを --for 12h か --until 2026-11-25T18:00 のように書いてください (長くて ${longestDays} 日)`,
    en: `say how long, with --for 12h or --until 2026-11-25T18:00 (${longestDays} days at most)`,
  });
}
