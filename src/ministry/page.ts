import { TextDecoder } from 'node:util';
import { asOfDate } from '../numbering/update/japanese-date';

/**
 * Text of a page in the encoding that its response or itself names. The ministry's pages are Shift_JIS, and more and
 * more of them UTF-8.
 */
export function decodePage(bytes: Uint8Array, contentType: string | null): string {
  const latin = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const named = charsetIn(contentType ?? '') ?? charsetIn(/<meta\b[^>]*charset[^>]*>/i.exec(latin)?.[0] ?? '');
  return decoderOf(named ?? 'shift_jis').decode(bytes);
}

/** The workbooks a page links to, each once, in its order. Other hosts' are none of the ministry's. */
export function workbookLinks(html: string, page: URL): URL[] {
  const links = [...html.matchAll(/<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].flatMap(([, double, single]) => {
    const href = (double ?? single ?? '').replaceAll('&amp;', '&').trim();
    return URL.canParse(href, page.href) ? [new URL(href, page)] : [];
  });
  const workbooks = links.filter(({ hostname, pathname }) => hostname === page.hostname && isWorkbook(pathname));
  return [...new Map(workbooks.map((url) => [url.href, url])).values()];
}

/** Whether a file of this name is one to look into. */
export function isWorkbook(name: string): boolean {
  return /\.xlsx?$/i.test(name);
}

/**
 * ISO date for which the page asserts its tables: 「指定状況は、令和8年9月1日時点のものです」. `null` where it does not say so:
 * any other date on it may be of anything.
 */
export function pageDate(html: string): string | null {
  const text = html.replace(/<(script|style)\b.*?<\/\1>|<[^>]*>|&nbsp;|\s/gis, '');
  return asOfDate(/指定状況は.{0,30}?日(?:時点|現在)/.exec(text)?.[0] ?? '');
}

function charsetIn(text: string): string | undefined {
  return /charset\s*=\s*["']?([\w-]+)/i.exec(text)?.[1];
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder('shift_jis');
  }
}
