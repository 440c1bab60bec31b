import { z } from 'zod';
import { callBackAnswers, staffAnswers } from '../text/answers';
import { type Sequel, type StaffAction, staffActionResults, staffActions } from './sequel';

/** Lines that stand beside decisions, as they are in the journal. What a newer version adds to them is passed over. */

const moment = z.iso.datetime({ offset: true });
const keptRecording = z.object({ file: z.string(), seconds: z.number() }).nullable();

export const sequelSchema = z.object({
  schema: z.literal(1),
  record: z.literal('sequel'),
  at: moment,
  decision: z.string(),
  channel: z.string(),
  staff: z.enum(staffAnswers).nullable(),
  name: keptRecording,
  message: keptRecording,
  callBack: z.enum(callBackAnswers).nullable(),
}) satisfies z.ZodType<Sequel>;

export const staffActionSchema = z.object({
  schema: z.literal(1),
  record: z.literal('staff-action'),
  at: moment,
  id: z.string(),
  by: z.string(),
  action: z.enum(staffActions),
  result: z.enum(staffActionResults),
  masked: z.string().nullable(),
  callerId: z.string().nullable(),
  until: moment.nullable(),
}) satisfies z.ZodType<StaffAction>;
