import { z } from 'zod';
import type { Said } from '../errors';
import { nearest } from './nearest';
import type { Flaw, Path } from './problem';
import { empty, formatWording, missing, mustBe, mustBeOneOf, outOfBounds, secretInFile, unknownKey } from './wording';

/** What the schema found wrong with `value`, worded for the operator. */
export function schemaFlaws(schema: z.ZodType, value: unknown, issues: readonly z.core.$ZodIssue[]): Flaw[] {
  return issues.flatMap((issue): Flaw[] => {
    const path = issue.path.filter((step) => typeof step !== 'symbol');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...path, key], at: 'key', text: wordKey(schema, path, key) }));
    }
    if (issue.code === 'invalid_key')
      return [{ path, at: 'key', text: wordIssue(issue.issues[0] ?? issue, undefined) }];
    const given = valueAt(value, path);
    const at = given === undefined || given === null ? 'key' : 'value';
    return [{ path, at, text: wordIssue(issue, given) }];
  });
}

function wordKey(schema: z.ZodType, path: Path, key: string): Said {
  const variable = passwordVariables[String(path[0] ?? 'ari')];
  if (variable !== undefined && /^(pass(word|wd)?|secret)$/i.test(key)) return secretInFile(variable);
  const known = settingsAt(schema, path);
  return unknownKey(key, known, nearest(key, known));
}

/** Where an operator would look for a place to write a password. */
const passwordVariables: Readonly<Record<string, string>> = {
  notices: 'DENWABAN_SMTP_PASSWORD',
  ari: 'DENWABAN_ARI_PASSWORD',
  cache: 'DENWABAN_REDIS_PASSWORD',
};

function wordIssue(issue: z.core.$ZodIssue, given: unknown): Said {
  switch (issue.code) {
    case 'invalid_type':
      if (given === null) return empty;
      return given === undefined ? missing : mustBe(issue.expected);
    case 'invalid_value': {
      if (given === null) return empty;
      if (given === undefined) return missing;
      const allowed = issue.values.map(String);
      return mustBeOneOf(allowed, nearest(String(given), allowed));
    }
    case 'too_small':
      return outOfBounds(issue.inclusive === false ? 'above' : 'least', String(issue.minimum), measureOf(issue.origin));
    case 'too_big':
      return outOfBounds(issue.inclusive === false ? 'below' : 'most', String(issue.maximum), measureOf(issue.origin));
    default: {
      const wording = formatWording(issue.message);
      // A check without a wording would tell the operator nothing in Japanese: a defect of the schema.
      if (wording === null) throw new Error(`no wording for "${issue.message}" (${issue.code})`);
      return wording;
    }
  }
}

function measureOf(origin: string): 'number' | 'text' | 'list' {
  return origin === 'string' ? 'text' : origin === 'array' ? 'list' : 'number';
}

/** Names of the settings that may stand at `path`. */
export function settingsAt(schema: z.ZodType, path: Path): readonly string[] {
  let here = unwrap(schema);
  for (const step of path) {
    if (here instanceof z.ZodObject) here = unwrap(here.shape[step]);
    else if (here instanceof z.ZodRecord) here = unwrap(here.valueType);
    else if (here instanceof z.ZodArray) here = unwrap(here.element);
  }
  return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
}

function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodNullable) {
    return unwrap(schema.unwrap());
  }
  return schema;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (here, step) => (typeof here === 'object' && here !== null ? Reflect.get(here, step) : undefined),
    value,
  );
}
