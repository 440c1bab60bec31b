import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DenwabanError } from '../../../src/errors';
import { readPublication } from '../../../src/ministry/publication';
import { inShiftJis } from '../../support/workbooks';

const page = inShiftJis(
  '<p>指定状況は、令和8年9月1日時点のものです。</p><a href="/main_content/1.xls">Excel</a><a href="2.xlsx">Excel</a>',
);

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A web server that answers each path as it is told, one answer after the other, the last again and again. */
async function serve(answers: Readonly<Record<string, readonly RequestListener[]>>) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const mine = answers[path] ?? [status(404)];
    const times = asked.filter((one) => one === path).length;
    asked.push(path);
    mine[Math.min(times, mine.length - 1)]?.(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tables/page.html` };
}

const send =
  (body: string | Buffer): RequestListener =>
  (_, response) =>
    response.end(body);
const status =
  (code: number): RequestListener =>
  (_, response) => {
    response.writeHead(code).end('sorry');
  };
const hangUp: RequestListener = (_, response) => response.destroy();
const breakOff: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-length': '1000' });
  response.write('half of it', () => response.destroy());
};
const saySilent: RequestListener = () => undefined;

const site = {
  '/tables/page.html': [send(page)],
  '/main_content/1.xls': [send('one')],
  '/tables/2.xlsx': [send('two')],
};

function told() {
  const lines: string[] = [];
  const place = (file: string) => new URL(file).pathname;
  return {
    lines,
    fetching: (file: string, at: number, of: number) => lines.push(`${at}/${of} ${place(file)}`),
    retrying: (file: string, reason: string) => lines.push(`again ${place(file)}: ${reason}`),
  };
}

const terms = { pausesMs: [1, 1, 1], timeoutMs: 2_000, maxBytes: 1_000 };

async function refusal(reading: Promise<unknown>): Promise<DenwabanError> {
  const error = await reading.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof DenwabanError) return error;
  throw error ?? new Error('it was read');
}

describe('a page on the web', () => {
  it('gives its date and every workbook it links to', async () => {
    const { url } = await serve(site);
    const listener = told();
    const { pageDate, workbooks } = await readPublication(url, listener, terms);
    expect(pageDate).toBe('2026-09-01');
    expect(workbooks.map(({ name, bytes }) => [name, bytes.toString()])).toEqual([
      ['1.xls', 'one'],
      ['2.xlsx', 'two'],
    ]);
    expect(listener.lines).toEqual(['1/2 /main_content/1.xls', '2/2 /tables/2.xlsx']);
  });

  it.each<[string, RequestListener, RegExp]>([
    ['is overloaded', status(502), /HTTP 502/],
    ['wants us to wait', status(429), /HTTP 429/],
    ['hangs up', hangUp, /./],
    ['breaks off in the middle', breakOff, /./],
  ])('is asked again when its server %s', async (_, failure, reason) => {
    const { url, asked } = await serve({ ...site, '/main_content/1.xls': [failure, failure, send('one')] });
    const listener = told();
    const { workbooks } = await readPublication(url, listener, terms);
    expect(workbooks[0]?.bytes.toString()).toBe('one');
    expect(asked.filter((path) => path === '/main_content/1.xls')).toHaveLength(3);
    expect(listener.lines[1]).toMatch(reason);
  });

  it('is given up after the last attempt, with one clear error', async () => {
    const { url, asked } = await serve({ '/tables/page.html': [status(503)] });
    const error = await refusal(readPublication(url, told(), terms));
    expect(error.code).toBe('DENWABAN_TABLES_UNREACHABLE');
    expect(error.say('en')).toContain(`${url}: HTTP 503`);
    expect(error.say('ja')).toContain('電話番号データは元のままです');
    expect(asked).toHaveLength(4);
  });

  it('is not asked again for what is not there', async () => {
    const { url, asked } = await serve({ ...site, '/tables/2.xlsx': [status(404)] });
    expect((await refusal(readPublication(url, told(), terms))).say('en')).toContain('HTTP 404');
    expect(asked).toHaveLength(3);
  });

  it('may not keep us waiting', async () => {
    const { url } = await serve({ '/tables/page.html': [saySilent] });
    const error = await refusal(readPublication(url, told(), { ...terms, pausesMs: [], timeoutMs: 50 }));
    expect(error.say('en')).toMatch(/timeout/);
  });

  it('may not send more than there can be', async () => {
    const { url } = await serve({ ...site, '/main_content/1.xls': [send('x'.repeat(2_000))] });
    expect((await refusal(readPublication(url, told(), terms))).say('en')).toContain('more than 1000 bytes');
  });

  it('without a workbook is the wrong page', async () => {
    const { url } = await serve({ '/tables/page.html': [send('<a href="/a.pdf">')] });
    expect((await refusal(readPublication(url, told(), terms))).code).toBe('DENWABAN_TABLES_MISSING');
  });

  it('where nobody listens is told as such', async () => {
    const { url } = await serve(site);
    await new Promise((resolve) => servers.pop()?.close(resolve));
    const error = await refusal(readPublication(url, told(), { ...terms, pausesMs: [] }));
    expect(error.say('en')).toContain('ECONNREFUSED');
  });
});

describe('a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'denwaban-tables-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('gives every workbook in it, and the date of a page that was saved with them', async () => {
    writeFileSync(join(folder, 'number_shitei.html'), page);
    writeFileSync(join(folder, '2.XLSX'), 'two');
    writeFileSync(join(folder, '1.xls'), 'one');
    writeFileSync(join(folder, 'readme.txt'), '');
    const { pageDate, workbooks } = await readPublication(folder, told());
    expect(pageDate).toBe('2026-09-01');
    expect(workbooks.map(({ name }) => name)).toEqual(['1.xls', '2.XLSX']);
  });

  it('without a workbook is the wrong folder', async () => {
    expect((await refusal(readPublication(__dirname, told()))).code).toBe('DENWABAN_TABLES_MISSING');
  });

  it('that is not there is told as such', async () => {
    const error = await refusal(readPublication(join(folder, 'nowhere'), told()));
    expect(error.say('en')).toContain('nowhere: there is no such file');
  });
});
