import { InvalidArgumentError, Option } from 'commander';
import { both } from './help';

/** Options that several commands have, and that mean the same in all of them. */

export function configOption(): Option {
  return new Option('-c, --config <file>', both('設定ファイル', 'the configuration file'));
}

export function jsonOption(): Option {
  return new Option('--json', both('JSON で出力', 'write JSON'));
}

export function jsonLinesOption(): Option {
  return new Option('--json', both('1 件 1 行の JSON で出力', 'write JSON, one object a line'));
}

/** Reads an option's value as a whole number within bounds. */
export function countBetween(least: number, most: number): (text: string) => number {
  return (text) => {
    const count = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (count >= least && count <= most) return count;
    throw new InvalidArgumentError('');
  };
}
