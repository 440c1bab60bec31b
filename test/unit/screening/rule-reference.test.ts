import { configSchema } from '../../../src/config/schema';
import { settingsAt } from '../../../src/config/schema-flaws';
import type { About } from '../../../src/screening/finding';
import { ruleBook } from '../../../src/screening/rules';

const parts = ['sees', 'why', 'falseAlarms', 'tuning'] as const satisfies readonly (keyof About)[];

/** What stands between backticks. */
const codes = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

describe.each(ruleBook.map((rule) => [rule.id, rule.about] as const))('%s', (_, about) => {
  test.each(parts)('tells in one or two sentences of each language: %s', (part) => {
    expect(about.ja[part]).toMatch(/^[^。]*[ぁ-んァ-ヶ一-龠][^。]*。([^。]+。)?$/);
    expect(about.en[part]).toMatch(/^[A-Z`][^ぁ-ん]*\.$/);
    expect(about.en[part].split(/\.(?:\s|$)/).filter((sentence) => sentence !== '').length).toBeLessThanOrEqual(2);
  });

  test('names settings that there are', () => {
    const texts = parts.flatMap((part) => [about.ja[part], about.en[part]]);
    const settings = texts.flatMap(codes).filter((code) => /^[a-z]+(\.[a-zA-Z]+)+$/.test(code));
    for (const setting of settings) {
      const path = setting.split('.');
      expect(settingsAt(configSchema, path.slice(0, -1))).toContain(path.at(-1));
    }
  });

  test('says the same of the settings in both languages', () => {
    expect(new Set(codes(about.en.tuning))).toEqual(new Set(codes(about.ja.tuning)));
  });
});
