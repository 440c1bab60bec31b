import type { ConfigInput } from './schema';

/**
 * The office that `denwaban start` minds when it finds no configuration: the five trunks of `asterisk-conf/pjsip.conf`,
 * and numbers that are nobody's. 03-1234-xxxx lies in no allocated block.
 */
export const demoOffice: ConfigInput = {
  language: 'ja',
  trunks: {
    /** ひかり電話 on a direct SIP trunk of NTT East. */
    hikari: {
      operator: 'ntt-east',
      reach: 'national',
      trustsAssertedIdentity: true,
      earlyMedia: true,
      // Not ntt-east.ne.jp: the trunk's own network puts its name on every call, wherever it comes from.
      hosts: { 'ntt-west.ne.jp': 'ntt-west' },
    },
    /** A 050 line over the Internet: it answers first, since digits do not pass before. */
    ip050: { operator: 'rakuten-mobile', reach: 'national', earlyMedia: false },
    /** A gateway that brings calls from abroad. */
    overseas: { reach: 'international', carriesForeign: true },
    /** A trunk that carries calls within one carrier's network only. */
    onnet: { operator: 'ntt-com', reach: 'on-net', carriers: ['ntt-com'], carriesForeign: false },
    /** A neighbouring PBX of the same firm. */
    internal: { reach: 'internal' },
  },
  office: {
    numbers: ['0312345670', '0312345671', '0312345678'],
    lines: [{ number: '0312345679', exempt: 'fax' }],
  },
  lists: [
    { list: 'deny', number: '09011119999', reason: '見本の迷惑電話' },
    { list: 'allow', number: '0362029999', reason: '見本の取引先' },
  ],
};
