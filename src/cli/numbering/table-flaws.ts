import type { Said } from '../../errors';
import type { SheetFlaw, TableFlaw } from '../../numbering/update/table-flaw';
import { printable } from '../../text/printable';
import { tableName } from './table-names';

/** Why published tables are not believed, one line each. */
export function wordTableFlaw(flaw: TableFlaw): Said {
  switch (flaw.kind) {
    case 'unreadable':
      return unreadable(flaw);
    case 'damaged': {
      const { ja, en } = wordSheetFlaw(flaw.flaw);
      return { ja: `${flaw.source}: ${ja}`, en: `${flaw.source}: ${en}` };
    }
    case 'undated':
      return about(flaw.table, { ja: '何日現在の表か書かれていません', en: 'it does not say of what date it is' });
    case 'postdated':
      return about(flaw.table, {
        ja: `${flaw.asOf} 現在とあります。先の日付です`,
        en: `it says to be of ${flaw.asOf}, which is to come`,
      });
    case 'missing-parts':
      return about(flaw.table, {
        ja: `${flaw.parts.join('、')} で始まる番号の Excel がありません。9 つ揃わないと、無い番号帯が閉じたように見えます`,
        en: `no workbook of the numbers that begin with ${flaw.parts.join(', ')}. Without all nine, what is missing would look closed`,
      });
    case 'shrunken':
      return wordShrinkage(flaw);
  }
}

function unreadable({ source, why }: Extract<TableFlaw, { kind: 'unreadable' }>): Said {
  switch (why) {
    case 'something-else':
      return { ja: `${source}: Excel ファイルではありません`, en: `${source}: is no workbook` };
    case 'damaged':
      return { ja: `${source}: 途中で切れているか、壊れています`, en: `${source}: is cut or damaged` };
  }
}

function wordShrinkage({ table, part, counted, before, after }: Extract<TableFlaw, { kind: 'shrunken' }>): Said {
  const percent = (((before - after) / before) * 100).toFixed(1);
  const of = part === table ? { ja: '', en: '' } : { ja: `${part} で始まる番号の`, en: ` and beginning with ${part}` };
  const what = { listed: { ja: '記載', en: 'listed' }, 'in-use': { ja: '使用中', en: 'in use' } }[counted];
  return about(table, {
    ja: `${of.ja}${what.ja}の番号帯が ${before} から ${after} に減っています (−${percent}%)`,
    en: `blocks ${what.en}${of.en} shrank from ${before} to ${after} (−${percent}%)`,
  });
}

function wordSheetFlaw(flaw: SheetFlaw): Said {
  switch (flaw.kind) {
    case 'no-column':
      return { ja: `「${flaw.column}」の列がありません`, en: `there is no column 「${flaw.column}」` };
    case 'no-rows':
      return { ja: '番号が 1 つも書かれていません', en: 'it lists no number at all' };
    case 'bad-number':
      return inRow(flaw, { ja: '番号と局番が合いません', en: 'the number and its parts disagree' });
    case 'unknown-state':
      return inRow(flaw, { ja: '知らない使用状況です', en: 'a state that is not known' });
    case 'stray-row':
      return inRow(flaw, { ja: 'この表の番号ではありません', en: 'a number of another table' });
    case 'contradiction':
      return {
        ja: `${flaw.row} 行目: ${flaw.block} について前の行と違うことが書かれています`,
        en: `row ${flaw.row}: says of ${flaw.block} something else than a row before`,
      };
  }
}

function about(table: string, { ja, en }: Said): Said {
  const name = tableName(table);
  return { ja: `${name.ja}: ${ja}`, en: `${name.en}: ${en}` };
}

function inRow({ row, found }: { readonly row: number; readonly found: string }, { ja, en }: Said): Said {
  const text = printable(found);
  return { ja: `${row} 行目: ${ja} (${text})`, en: `row ${row}: ${en} (${text})` };
}
