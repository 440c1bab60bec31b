import {
  type Document,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  type ScalarTag,
  type Tags,
  visit,
} from 'yaml';
import { type Flaw, type Path, type Problem, showPath } from './problem';
import { wordYamlFault, type YamlFault } from './yaml-wording';

/** A YAML text that was read, with the way back from each setting to its place. */
export interface YamlSource {
  /** Plain data; an empty file is an empty configuration. Not to be relied on when `broken`. */
  readonly value: unknown;
  /** Faults of the YAML itself. */
  readonly problems: readonly Problem[];
  /** True when the text could not be read as a whole, so that judging its settings would mislead. */
  readonly broken: boolean;
  /** The flaw with its place; where the setting itself is missing, the place of what should hold it. */
  place(flaw: Flaw): Problem;
}

/** Reads one YAML 1.2 document. Never throws: what is wrong is in `problems`. */
export function readYaml(text: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'error',
    customTags: telephoneNumbersStayText,
  });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const faults = [...document.errors, ...danglingAliases(document)];
  // A key written twice leaves the rest readable: both kinds of fault can be told at once.
  const broken = faults.some(({ code }) => code !== 'DUPLICATE_KEY');
  return {
    value: broken ? null : (document.toJS() ?? {}),
    broken,
    problems: faults.map((fault) => ({ ...at(fault.pos[0]), path: '', text: wordYamlFault(fault, text) })),
    place: (flaw) => ({
      ...at(offsetOf(document.contents, flaw.path, flaw.at)),
      path: showPath(flaw.path),
      text: flaw.text,
    }),
  };
}

/** `**11` without quotes is an alias to YAML; one that refers to nothing is found only when it is followed. */
function danglingAliases(document: Document.Parsed): YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) === undefined) faults.push({ code: 'BAD_ALIAS', pos: [alias.range?.[0] ?? 0] });
    },
  });
  return faults;
}

/**
 * YAML reads `0312345678` and `+81312345678` as quantities and loses the zero and the plus.
 * A numeral written with either is a telephone number here and stays text.
 */
function telephoneNumbersStayText(tags: Tags): Tags {
  return tags.map((tag) => (isIntegerTag(tag) ? { ...tag, test: /^(0|-?[1-9][0-9]*)$/ } : tag));
}

function isIntegerTag(tag: Tags[number]): tag is ScalarTag {
  return (
    typeof tag === 'object' && tag.tag === 'tag:yaml.org,2002:int' && 'test' in tag && tag.test?.test('+1') === true
  );
}

/** Offset of the key or value at `path`, or of the deepest part of it that is there. Of a repeated key the last counts. */
function offsetOf(contents: unknown, path: Path, part: Flaw['at']): number {
  let node: unknown = contents;
  let found = startOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    const pair = isMap(node)
      ? node.items.findLast(({ key }) => isScalar(key) && key.value === String(step))
      : undefined;
    const child = pair?.value ?? (hasItems(node) ? node.items[Number(step)] : undefined);
    if (pair === undefined && !isNode(child)) return found;
    const wantsKey = part === 'key' && depth === path.length - 1;
    found = (wantsKey ? null : startOf(child)) ?? startOf(pair?.key) ?? found;
    node = child;
  }
  return found;
}

function hasItems(node: unknown): node is { readonly items: readonly unknown[] } {
  return isNode(node) && !isMap(node) && 'items' in node && Array.isArray(node.items);
}

function startOf(node: unknown): number | null {
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}
