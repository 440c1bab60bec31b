import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DenwabanError, messageOf, reasonOf, type Said } from '../errors';
import { type DownloadTerms, download } from './download';
import { decodePage, isWorkbook, pageDate, workbookLinks } from './page';

/** 電気通信番号指定状況 of the Ministry of Internal Affairs and Communications. The links on it change. */
export const ministryPage = 'https://www.soumu.go.jp/main_sosiki/joho_tsusin/top/tel_number/number_shitei.html';

/** What the ministry published, as files. */
export interface PublishedFiles {
  /** ISO date that the page says its tables are of; `null` without a page, or where it says none. */
  readonly pageDate: string | null;
  readonly workbooks: readonly { readonly name: string; readonly bytes: Buffer }[];
}

export interface PublicationListener {
  /** A file is about to be fetched; both count from 1. */
  fetching(file: string, place: number, of: number): void;
  retrying(file: string, reason: string): void;
}

/** A workbook has at most a megabyte. */
const maxBytes = 64 * 1024 * 1024;

const patience: Omit<DownloadTerms, 'retrying'> = {
  pausesMs: [1_000, 2_000, 4_000, 8_000],
  timeoutMs: 30_000,
  maxBytes,
};

/**
 * Reads all workbooks of a folder, or all that a page links to.
 *
 * @param from folder, or address of the page
 * @throws DenwabanError DENWABAN_TABLES_UNREACHABLE, or DENWABAN_TABLES_MISSING where there is no workbook
 */
export async function readPublication(
  from: string,
  listener: PublicationListener,
  terms: Omit<DownloadTerms, 'retrying'> = patience,
): Promise<PublishedFiles> {
  const files =
    /^https?:/i.test(from) && URL.canParse(from)
      ? await readWeb(new URL(from), listener, { ...terms, retrying: (url, why) => listener.retrying(url.href, why) })
      : readFolder(from);
  if (files.workbooks.length === 0) throw new DenwabanError('DENWABAN_TABLES_MISSING', { from });
  return files;
}

async function readWeb(page: URL, listener: PublicationListener, terms: DownloadTerms): Promise<PublishedFiles> {
  const { bytes, contentType } = await fetched(page, terms);
  const html = decodePage(bytes, contentType);
  const links = workbookLinks(html, page);
  const workbooks: { name: string; bytes: Buffer }[] = [];
  // One after the other: the ministry's server owes us nothing.
  for (const [place, link] of links.entries()) {
    listener.fetching(link.href, place + 1, links.length);
    workbooks.push({ name: basename(link.pathname), bytes: (await fetched(link, terms)).bytes });
  }
  return { pageDate: pageDate(html), workbooks };
}

async function fetched(url: URL, terms: DownloadTerms) {
  try {
    return await download(url, terms);
  } catch (cause) {
    throw unreachable(url.href, messageOf(cause), cause);
  }
}

/** A page that was saved beside the workbooks says what date they are of. */
function readFolder(folder: string): PublishedFiles {
  const names = read(folder, () => readdirSync(folder)).sort();
  const dates = names
    .filter((name) => /\.html?$/i.test(name))
    .flatMap((name) => pageDate(decodePage(readFile(join(folder, name)), null)) ?? []);
  return {
    pageDate: dates.sort().at(-1) ?? null,
    workbooks: names.filter(isWorkbook).map((name) => ({ name, bytes: readFile(join(folder, name)) })),
  };
}

function readFile(file: string): Buffer {
  const { size } = read(file, () => statSync(file));
  if (size > maxBytes) throw unreachable(file, `more than ${maxBytes} bytes`);
  return read(file, () => readFileSync(file));
}

function read<T>(file: string, reading: () => T): T {
  try {
    return reading();
  } catch (cause) {
    throw unreachable(file, reasonOf(cause), cause);
  }
}

function unreachable(place: string, reason: string | Said, cause?: unknown): DenwabanError {
  return new DenwabanError('DENWABAN_TABLES_UNREACHABLE', { place, reason }, { cause });
}
