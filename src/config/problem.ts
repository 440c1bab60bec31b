import type { ErrorLanguage, Said } from '../errors';

/** Where a setting stands: keys and list positions from the root. */
export type Path = readonly (string | number)[];

/** Something wrong with a setting, before its place in the file is known. */
export interface Flaw {
  readonly path: Path;
  /** What an editor should jump to: the setting's name or its value. */
  readonly at: 'key' | 'value';
  /** What is wrong, and the cure. */
  readonly text: Said;
}

/** Something wrong at a place in the file. Line and column count from 1. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  /** `trunks.hikari.reach`, `lists[0].number`; empty for the whole file and for faults of the YAML itself. */
  readonly path: string;
  readonly text: Said;
}

export function showPath(path: Path): string {
  return path.reduce<string>((shown, step) => {
    if (typeof step === 'number') return `${shown}[${step}]`;
    return shown === '' ? step : `${shown}.${step}`;
  }, '');
}

/** One line per problem in the order of the file: `denwaban.yaml:12:5 trunks.hikari.reach: …`. */
export function listProblems(file: string, problems: readonly Problem[]): Said {
  const lines = (language: ErrorLanguage) =>
    problems
      .map(
        ({ line, column, path, text }) =>
          `${file}:${line}:${column} ${path === '' ? '' : `${path}: `}${text[language]}`,
      )
      .join('\n');
  return { ja: lines('ja'), en: lines('en') };
}
