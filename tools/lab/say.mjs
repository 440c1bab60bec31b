/** Texts for people, in the language of their terminal (LC_ALL, LC_MESSAGES, LANG): Japanese or English. */
const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
const japanese = locale.startsWith('ja');

export function say({ en, ja }) {
  return japanese ? ja : en;
}

/** An error whose message is meant for people: what is wrong and what to do. Shown in both languages. */
export class LabError extends Error {
  constructor({ en, ja }) {
    super(`${en}\n${ja}`);
    this.name = 'LabError';
  }
}
