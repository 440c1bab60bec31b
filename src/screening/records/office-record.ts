import { z } from 'zod';
import type { EmergencyNumber, OfficeMemory } from '../memory';
import { emergencyNumberSchema } from '../memory-schema';
import { hours, parseRecord } from './record';

const officeSchema = z.object({
  schema: z.literal(1),
  /** The latest emergency call of the office: epoch ms. */
  emergency: z.object({ number: emergencyNumberSchema, at: z.number() }).nullable(),
  /** Switched on by the operator, from and until: epoch ms. */
  disaster: z.object({ since: z.number(), until: z.number(), reason: z.string() }).nullable(),
});

/** What holds for the whole office for a while. */
export type OfficeRecord = Readonly<z.infer<typeof officeSchema>>;

/** For so long after an emergency call anybody who calls may be the one who calls back. */
const callBackMs = 2 * hours;

export const newOfficeRecord: OfficeRecord = { schema: 1, emergency: null, disaster: null };

export function parseOfficeRecord(text: string | null): OfficeRecord | null {
  return parseRecord(officeSchema, text);
}

export function learnEmergency(record: OfficeRecord, number: EmergencyNumber, at: number): OfficeRecord {
  return { ...record, emergency: { number, at } };
}

export function recallOffice({ emergency, disaster }: OfficeRecord, now: number): OfficeMemory {
  return {
    emergencyDialled: emergency !== null && now - emergency.at <= callBackMs ? emergency.number : null,
    disasterUntil: disaster !== null && now < disaster.until ? disaster.until : null,
  };
}
