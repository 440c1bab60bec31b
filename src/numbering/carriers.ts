import type { Carrier } from './number-info';

/**
 * Carriers by their stable ids, which configurations name. Tables of different years and sources print one carrier
 * under several names: renamed, merged, abbreviated, in full-width letters. The first name is the one shown;
 * new carriers go to the end, so that an update changes few lines of the snapshot.
 */
const carriers: readonly (readonly [id: string, name: string, ...otherNames: string[]])[] = [
  ['ntt-east', '東日本電信電話株式会社', 'NTT東日本株式会社'],
  ['ntt-west', '西日本電信電話株式会社', 'NTT西日本株式会社'],
  ['ntt-com', 'エヌ・ティ・ティ・コミュニケーションズ株式会社', 'NTTコミュニケーションズ', 'NTTドコモビジネス株式会社'],
  ['ntt-docomo', '株式会社NTTドコモ', 'NTT Docomo', 'ドコモ'],
  ['kddi', 'KDDI株式会社'],
  ['okinawa-cellular', '沖縄セルラー電話株式会社', 'Okinawa Cellular'],
  [
    'softbank',
    'ソフトバンク株式会社',
    'SoftBank',
    'ソフトバンクテレコム',
    'ソフトバンクモバイル',
    'ソフトバンクBB',
    'ウィルコム',
  ],
  [
    'rakuten-mobile',
    '楽天モバイル株式会社',
    'Rakuten',
    '楽天コミュニケーションズ株式会社',
    'フュージョン・コミュニケーションズ',
  ],
  ['arteria', 'アルテリア・ネットワークス株式会社'],
  ['optage', '株式会社オプテージ', '株式会社ケイ・オプティコム'],
  ['ctc', '中部テレコミュニケーション株式会社'],
  ['tohknet', '株式会社トークネット', '東北インテリジェント通信株式会社'],
  ['qtnet', '株式会社QTnet', '九州通信ネットワーク株式会社'],
  ['enecom', '株式会社エネコム', '株式会社エネルギア・コミュニケーションズ'],
  ['stnet', '株式会社STNet'],
  ['jcom', 'JCOM株式会社', '株式会社ジュピターテレコム'],
  ['colt', 'Coltテクノロジーサービス株式会社'],
  ['zip-telecom', 'ZIP Telecom株式会社'],
  ['ips', '株式会社アイ・ピー・エス・プロ', '株式会社アイ・ピー・エス'],
  ['ooedo-telecom', '大江戸テレコム株式会社'],
  ['santsu', '株式会社三通'],
  ['helpnet', '株式会社日本緊急通報サービス'],
  ['comsquare', '株式会社コムスクエア'],
  ['freebit', 'フリービット株式会社'],
  ['itec-hankyu-hanshin', 'アイテック阪急阪神株式会社'],
  ['high-standard', '株式会社ハイスタンダード'],
  ['media-adventure', '株式会社メディアアドベンチャー'],
  ['leafnet', '株式会社りーふねっと'],
  ['brastel', 'ブラステル株式会社'],
  ['lifelink', 'ライフリンク株式会社'],
];

const known: ReadonlyMap<string, Carrier> = new Map(
  carriers.flatMap(([id, name, ...otherNames]) =>
    [name, ...otherNames].map((spelling) => [essence(spelling), { id, name }] as const),
  ),
);
const lastingOrder = carriers.map(([id]) => id);

/** The carrier that a table calls `name`. One that is not known yet has its bare name as id: stable, and clear in a configuration. */
export function carrierNamed(name: string): Carrier {
  const printed = name.normalize('NFKC').replace(/\s+/g, ' ').trim();
  return known.get(essence(printed)) ?? { id: essence(printed), name: printed };
}

/** Each carrier that the names mean, in their lasting order. Empty names mean none. */
export function carriersNamed(names: readonly string[]): Carrier[] {
  return inLastingOrder([...new Set(names)].filter((name) => name !== '').map(carrierNamed));
}

/** Each carrier once, in an order that new carriers do not disturb. */
export function inLastingOrder(given: readonly Carrier[]): Carrier[] {
  const distinct = new Map(given.map((carrier) => [carrier.id, carrier]));
  const rank = ({ id }: Carrier) => (lastingOrder.includes(id) ? lastingOrder.indexOf(id) : lastingOrder.length);
  return [...distinct.values()].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

/** What stays the same when a table abbreviates: `ＺＩＰ　Ｔｅｌｅｃｏｍ株式会社` and `ZIPTelecom` are one. */
function essence(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/株式会社|\(株\)|[\s・]/g, '')
    .toLowerCase();
}
