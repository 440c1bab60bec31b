import { z } from 'zod';
import { demoOffice } from '../../../src/config/demo-office';
import { nearest } from '../../../src/config/nearest';
import { configSchema } from '../../../src/config/schema';

/** Path and description of every setting in the JSON Schema. */
function describedSettings(schema: unknown, path = ''): [string, string | undefined][] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {}, items, additionalProperties } = schema as z.core.JSONSchema.BaseSchema;
  return [
    ...Object.entries(properties).flatMap(([name, setting]): [string, string | undefined][] => [
      [`${path}.${name}`, (setting as z.core.JSONSchema.BaseSchema).description],
      ...describedSettings(setting, `${path}.${name}`),
    ]),
    ...describedSettings(items, `${path}[]`),
    ...describedSettings(additionalProperties, `${path}.*`),
  ];
}

it('gives every setting a default except what an entry of a list cannot do without', () => {
  expect(configSchema.safeParse({}).success).toBe(true);
});

it('explains every setting in Japanese and in English, also to editors', () => {
  const settings = describedSettings(z.toJSONSchema(configSchema, { io: 'input' }));
  expect(settings.length).toBeGreaterThan(60);
  const poor = settings.filter(([, text]) => !/[ぁ-んァ-ヶ一-龠].* \/ .*[a-z]/.test(text ?? ''));
  expect(poor).toEqual([]);
});

it('holds the demo office', () => {
  expect(configSchema.parse(demoOffice)).toMatchObject({
    language: 'ja',
    cache: { url: null },
    trunks: {
      hikari: { operator: 'ntt-east', reach: 'national', trustsAssertedIdentity: true, earlyMedia: true },
      ip050: { reach: 'national', earlyMedia: false },
      overseas: { reach: 'international', carriesForeign: true },
      onnet: { reach: 'on-net', carriers: ['ntt-com'] },
      internal: { reach: 'internal' },
    },
  });
});

describe('the nearest known word', () => {
  it.each([
    ['reech', 'reach'],
    ['raech', 'reach'],
    ['REACH', 'reach'],
    ['operater', 'operator'],
    ['no', null],
    ['hosts-of-mine', null],
  ])('to %j is %j', (word, meant) => {
    expect(nearest(word, ['operator', 'reach', 'hosts'])).toBe(meant);
  });
});
