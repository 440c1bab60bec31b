import { z } from 'zod';

/** Building blocks of the schema. The message of a format is a key into the wordings of `wording.ts`. */

/** What a setting means: Japanese first, then English. */
export const say = (ja: string, en: string): string => `${ja} / ${en}`;

/** Positive seconds, at most an hour. */
export const seconds = (value: number) => z.number().positive().max(3600).default(value);

/** A time to live in seconds, at most 30 days; 0: not remembered. */
export const timeToLive = (value: number) => z.number().int().min(0).max(2_592_000).default(value);

/** As an operator writes it: any form the numbering plan knows, hyphens allowed, also a star code or an extension. */
export const phoneNumber = z.string().regex(/^\+?[0-9*#][0-9*#-]{0,31}$/, 'phone-number');

/** Id of a carrier in the numbering data, e.g. `ntt-east`; a carrier new to the tables goes by its Japanese name. */
export const carrierId = z.string().regex(/^\S{1,80}$/, 'carrier-id');

/** Id of a rule of the rule book, e.g. `unallocated-block`. */
export const ruleId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'rule-id');

/** ISO 3166 alpha-2. */
export const country = z.string().regex(/^[A-Z]{2}$/, 'country');

export const verdict = z.enum(['allow', 'screen', 'reject']);

/** `address:port` to listen on; an IPv6 address stands in brackets. A port has 16 bits. */
export const listenAddress = z
  .string()
  .regex(/^(\[[0-9a-fA-F:]+\]|[\w.-]+):[0-9]{1,5}$/, 'listen-address')
  .refine((text) => Number(text.slice(text.lastIndexOf(':') + 1)) <= 65_535, 'listen-address');
