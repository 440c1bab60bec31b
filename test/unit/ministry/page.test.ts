import { decodePage, pageDate, workbookLinks } from '../../../src/ministry/page';
import { inShiftJis } from '../../support/workbooks';

const text = '電気通信番号指定状況は、令和８年９月１日時点のものです。';

describe('a page is read in the encoding that', () => {
  const utf8 = (html: string) => Buffer.from(html);
  it.each<[string, Buffer, string | null]>([
    ['its response names', inShiftJis(text), 'text/html; charset=Shift_JIS'],
    [
      'its response names, whatever the page says',
      utf8(`<meta charset="shift_jis">${text}`),
      'text/html; charset=utf-8',
    ],
    ['it names itself', utf8(`<meta charset="UTF-8">${text}`), 'text/html'],
    [
      'it names in the old way',
      utf8(`<META http-equiv="Content-Type" content="text/html; charset=utf-8">${text}`),
      null,
    ],
    ['it names with an old name', inShiftJis(`<meta charset=x-sjis>${text}`), null],
    ['the ministry uses, where nobody names one', inShiftJis(text), null],
    ['the ministry uses, where the name is none', inShiftJis(text), 'text/html; charset=nonsense'],
  ])('%s', (_, bytes, contentType) => {
    expect(decodePage(bytes, contentType)).toContain(text);
  });
});

describe('the date of a page', () => {
  it.each([
    [text, '2026-09-01'],
    ['<p>下記の<b>指定状況</b>は、<span>令和8年</span>\n9月&nbsp;1日<br>時点のものです。</p>', '2026-09-01'],
    ['<p>令和元年5月1日現在の制度です。</p><p>指定状況は令和8年9月1日現在です。</p>', '2026-09-01'],
    ['<script>指定状況は、令和1年1月1日時点</script>指定状況は、令和8年9月1日時点', '2026-09-01'],
    ['<p>最終更新 令和8年9月1日現在</p>', null],
    ['', null],
  ])('%s', (html, date) => {
    expect(pageDate(html)).toBe(date);
  });
});

describe('the workbooks a page links to', () => {
  const page = new URL('https://www.soumu.go.jp/main_sosiki/number_shitei.html');
  const links = (html: string) => workbookLinks(html, page).map(({ href }) => href);

  it.each([
    ['<a href="/main_content/000697543.xls">Excel</a>', ['https://www.soumu.go.jp/main_content/000697543.xls']],
    ["<A class=x HREF = '../main_content/1.XLSX'>", ['https://www.soumu.go.jp/main_content/1.XLSX']],
    ['<a href="https://www.soumu.go.jp/a.xls">', ['https://www.soumu.go.jp/a.xls']],
    ['<a href="/a.xls?x=1&amp;y=2">', ['https://www.soumu.go.jp/a.xls?x=1&y=2']],
    ['<a href="/a.xls">1</a><a href="/a.xls">again</a>', ['https://www.soumu.go.jp/a.xls']],
    ['<a href="/a.pdf">', []],
    ['<a href="/list.xls.html">', []],
    ['<a href="https://example.com/a.xls">', []],
    ['<a href="http://[broken/a.xls">', []],
    ['<a name="xls">', []],
  ])('%s', (html, found) => {
    expect(links(html)).toEqual(found);
  });
});
