import { decodeAs, decodeListFile } from './decode';
import type { FileLine } from './line';

/**
 * Address books: vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350). Every TEL is an entry, the name of its card the reason.
 */
export function readVcards(text: string): FileLine[] {
  const lines: FileLine[] = [];
  let card = new Card();
  for (const { line, content } of unfold(text)) {
    const property = readProperty(content);
    if (property === null) continue;
    if (property.name === 'BEGIN') card = new Card();
    if (property.name === 'END') lines.push(...card.entries());
    else card.add(property, line);
    if (property.name === 'END') card = new Card();
  }
  // The end of a file that was cut off.
  return [...lines, ...card.entries()];
}

interface Property {
  readonly name: string;
  /** Upper case: `CHARSET=UTF-8`, and in 2.1 also bare words as `QUOTED-PRINTABLE`. */
  readonly parameters: readonly string[];
  readonly value: string;
}

class Card {
  private readonly numbers: { readonly line: number; readonly what: string }[] = [];
  private name = '';
  private organisation = '';

  add(property: Property, line: number): void {
    const { name, value } = property;
    if (name === 'TEL' && value.trim() !== '') this.numbers.push({ line, what: decodeValue(property) });
    if (name === 'FN') this.name ||= unescaped(decodeValue(property));
    if (name === 'ORG') this.organisation ||= unescaped(decodeValue(property).replaceAll(/(?<!\\);/g, ' ')).trim();
  }

  entries(): FileLine[] {
    const reason = this.name || this.organisation;
    return this.numbers.map(({ line, what }) => ({ line, row: { what, reason } }));
  }
}

/** Logical lines. A line that begins with a space goes on with the one before, one that ends with `=` in quoted-printable with the next. */
function unfold(text: string): { readonly line: number; readonly content: string }[] {
  const unfolded: { line: number; content: string }[] = [];
  text.split(/\r\n|[\n\r]/).forEach((content, index) => {
    const before = unfolded.at(-1);
    if (before !== undefined && isSoftBreak(before.content)) before.content = before.content.slice(0, -1) + content;
    else if (before !== undefined && /^[ \t]/.test(content)) before.content += content.slice(1);
    else unfolded.push({ line: index + 1, content });
  });
  return unfolded;
}

function isSoftBreak(content: string): boolean {
  return content.endsWith('=') && /^[^:]*QUOTED-PRINTABLE[^:]*:/i.test(content);
}

/** `item1.TEL;TYPE="voice,home":…`; the colon that ends the parameters is the first one outside quotes. */
function readProperty(content: string): Property | null {
  const [, head = '', value = ''] = /^((?:[^":]|"[^"]*")*):(.*)$/s.exec(content) ?? [];
  const [name = '', ...parameters] = head.toUpperCase().split(';');
  return name === '' ? null : { name: name.replace(/^.*\./, '').trim(), parameters, value };
}

function decodeValue({ parameters, value }: Property): string {
  if (!parameters.some((parameter) => /^(ENCODING=)?QUOTED-PRINTABLE$/.test(parameter.trim()))) return value;
  const bytes = quotedPrintableBytes(value);
  const charset = parameters.find((parameter) => parameter.startsWith('CHARSET='))?.slice('CHARSET='.length) ?? '';
  return decodeAs(charset, bytes) ?? decodeListFile(bytes);
}

/** RFC 2045 §6.7. What is not escaped should be ASCII, and is kept in any case. */
function quotedPrintableBytes(value: string): Uint8Array {
  const parts = value.split(/(=[0-9A-F]{2})/i);
  return new Uint8Array(
    parts.flatMap((part) =>
      /^=[0-9A-F]{2}$/i.test(part) ? [Number.parseInt(part.slice(1), 16)] : [...new TextEncoder().encode(part)],
    ),
  );
}

function unescaped(value: string): string {
  return value.replace(/\\([\\,;nN])/g, (_, sign: string) => (/n/i.test(sign) ? ' ' : sign)).trim();
}
