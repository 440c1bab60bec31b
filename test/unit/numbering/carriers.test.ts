import { carrierNamed, carriersNamed } from '../../../src/numbering/carriers';

describe('a carrier has one id under all its names', () => {
  it.each([
    ['ntt-east', '東日本電信電話株式会社'],
    ['ntt-east', 'ＮＴＴ東日本'],
    ['ntt-com', 'エヌ・ティ・ティ・コミュニケーションズ株式会社'],
    ['ntt-com', 'ＮＴＴコミュニケーションズ'],
    ['ntt-docomo', '株式会社ＮＴＴドコモ'],
    ['ntt-docomo', 'NTT Docomo'],
    ['kddi', 'ＫＤＤＩ株式会社'],
    ['kddi', 'KDDI'],
    ['ntt-docomo', 'ドコモ'],
    ['softbank', 'SoftBank'],
    ['softbank', 'ソフトバンクＢＢ'],
    ['rakuten-mobile', 'フュージョンコミュニケーションズ'],
    ['rakuten-mobile', '楽天コミュニケーションズ'],
    ['optage', '株式会社ケイ・オプティコム'],
    ['qtnet', '九州通信ネットワーク'],
    ['zip-telecom', 'ＺＩＰ　Ｔｅｌｅｃｏｍ株式会社'],
    ['zip-telecom', 'ＺＩＰＴｅｌｅｃｏｍ株式会社'],
  ])('%s: %s', (id, name) => {
    expect(carrierNamed(name).id).toBe(id);
  });

  it('the name shown is the newest of the ministry’s', () => {
    expect(carrierNamed('株式会社エネルギア・コミュニケーションズ')).toEqual({
      id: 'enecom',
      name: '株式会社エネコム',
    });
  });

  it('a new carrier is its own id', () => {
    expect(carrierNamed('株式会社　はじめて通信')).toEqual({ id: 'はじめて通信', name: '株式会社 はじめて通信' });
  });
});

it('lists each carrier once, known ones in their lasting order and new ones last', () => {
  const names = ['', 'はじめて通信', 'KDDI', 'ＫＤＤＩ株式会社', 'ＮＴＴ東日本', '', 'あたらしい電話'];
  expect(carriersNamed(names).map(({ id }) => id)).toEqual(['ntt-east', 'kddi', 'あたらしい電話', 'はじめて通信']);
});
