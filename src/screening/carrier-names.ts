import type { Language } from '../text/language';

/** What people call the carriers of the allocation tables; the tables know legal names only. */
const names: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'ntt-east': { ja: 'NTT東日本', en: 'NTT East' },
  'ntt-west': { ja: 'NTT西日本', en: 'NTT West' },
  'ntt-com': { ja: 'NTTコミュニケーションズ', en: 'NTT Communications' },
  'ntt-docomo': { ja: 'NTTドコモ', en: 'NTT Docomo' },
  kddi: { ja: 'KDDI', en: 'KDDI' },
  'okinawa-cellular': { ja: '沖縄セルラー', en: 'Okinawa Cellular' },
  softbank: { ja: 'ソフトバンク', en: 'SoftBank' },
  'rakuten-mobile': { ja: '楽天モバイル', en: 'Rakuten Mobile' },
  arteria: { ja: 'アルテリア', en: 'Arteria Networks' },
  optage: { ja: 'オプテージ', en: 'Optage' },
  ctc: { ja: '中部テレコミュニケーション', en: 'Chubu Telecommunications' },
  tohknet: { ja: 'トークネット', en: 'Tohknet' },
  qtnet: { ja: 'QTnet', en: 'QTnet' },
  enecom: { ja: 'エネコム', en: 'Enecom' },
  stnet: { ja: 'STNet', en: 'STNet' },
  jcom: { ja: 'JCOM', en: 'JCOM' },
  colt: { ja: 'Colt', en: 'Colt' },
  'zip-telecom': { ja: 'ZIP Telecom', en: 'ZIP Telecom' },
  comsquare: { ja: 'コムスクエア', en: 'Comsquare' },
  freebit: { ja: 'フリービット', en: 'FreeBit' },
  brastel: { ja: 'ブラステル', en: 'Brastel' },
};

/** A carrier's everyday name; its id, as the configuration writes it, where there is none. */
export function carrierName(id: string, language: Language): string {
  return Object.hasOwn(names, id) ? (names[id]?.[language] ?? id) : id;
}
