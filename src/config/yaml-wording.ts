import type { YAMLError } from 'yaml';
import type { Said } from '../errors';

/** What this room needs of the parser's errors: the parser's own satisfy it. */
export interface YamlFault {
  readonly code: YAMLError['code'];
  /** Offsets into the text, the first being where the fault is. */
  readonly pos: readonly [number, ...number[]];
}

/** A fault of the YAML in words an operator can act on, and never with a value in them: it might be a secret. */
export function wordYamlFault(fault: YamlFault, text: string): Said {
  switch (fault.code) {
    case 'DUPLICATE_KEY': {
      const key = /^[^\s:]*/.exec(text.slice(fault.pos[0]))?.[0] ?? '';
      return {
        ja: `「${key}」が同じ所に2度書かれています。片方を消してください`,
        en: `"${key}" is written twice in one place: remove one of them`,
      };
    }
    case 'TAB_AS_INDENT':
      return {
        ja: '字下げにタブが使われています。空白に替えてください',
        en: 'a tab is used to indent: use spaces',
      };
    case 'BAD_INDENT':
    case 'BLOCK_IN_FLOW':
      return {
        ja: '字下げが前後の行と揃っていないか、上の行の括弧が閉じていません。空白の数と括弧を確かめてください',
        en: 'the indentation does not fit the lines around it, or a bracket above is not closed: check spaces and brackets',
      };
    case 'BAD_ALIAS':
    case 'BAD_SCALAR_START':
      return {
        ja: '* & @ % ! ` などの記号で始まる値は引用符で囲んでください (例: "**11")',
        en: 'a value that begins with a sign such as * & @ % ! ` must be quoted (e.g. "**11")',
      };
    case 'MISSING_CHAR':
      return {
        ja: '閉じる引用符や括弧、または区切りの記号が足りません',
        en: 'a closing quote or bracket, or a separator, is missing',
      };
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return {
        ja: 'コロンの位置が合いません。「名前: 値」は1行にひとつずつ書いてください',
        en: 'a colon is out of place: write one `name: value` a line',
      };
    case 'MULTIPLE_DOCS':
      return {
        ja: '「---」でふたつ目の文書が始まっています。設定はひとつにまとめてください',
        en: 'a second document begins here with `---`: keep one',
      };
    default:
      return {
        ja: `YAML として読めません (${fault.code})`,
        en: `this is not readable as YAML (${fault.code})`,
      };
  }
}
