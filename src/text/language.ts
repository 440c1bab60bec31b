/** The two languages Denwaban speaks to admins and callers. */
export const languages = ['ja', 'en'] as const;
export type Language = (typeof languages)[number];

/** One wording in both languages, made from the facts of the case. */
export type Wording<Facts> = Readonly<Record<Language, (facts: Facts) => string>>;
