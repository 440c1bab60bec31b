import type { FileLine } from './line';

/** One entry a line; what follows a `#` after a space is its reason, and a line that begins with `#` is a comment. */
export function readPlainText(text: string): FileLine[] {
  return text.split(/\r\n|[\n\r]/).flatMap((content, index): FileLine[] => {
    const { what, reason } = splitAtComment(content);
    return what === '' ? [] : [{ line: index + 1, row: { what, reason } }];
  });
}

/** A # right behind digits belongs to a star code. */
function splitAtComment(content: string): { readonly what: string; readonly reason: string } {
  const comment = content.search(/(?<!\S)#/);
  if (comment === -1) return { what: content.trim(), reason: '' };
  return { what: content.slice(0, comment).trim(), reason: content.slice(comment).replace(/^#+/, '').trim() };
}
