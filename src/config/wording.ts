import type { Said } from '../errors';

/** What is wrong with a value, and the cure. No wording repeats the value: it might be a secret. */

/** Wordings of the formats and checks that the schema names in its messages. */
const formats: Readonly<Record<string, Said>> = {
  'phone-number': {
    ja: '電話番号 (数字、先頭の +、ハイフン、* と #) を引用符で囲んで書いてください',
    en: 'must be a telephone number in quotes: digits, a leading +, hyphens, * and #',
  },
  'carrier-id': {
    ja: '番号データの事業者 id (例: ntt-east) を書いてください',
    en: 'must be a carrier id of the numbering data, e.g. ntt-east',
  },
  'rule-id': {
    ja: '規則の id (小文字の英数字とハイフン、例: unallocated-block) を書いてください',
    en: 'must be the id of a rule: lower-case letters, digits and hyphens, e.g. unallocated-block',
  },
  country: {
    ja: '国を ISO 3166 の大文字2文字 (例: US) で書いてください',
    en: 'must be a country as two capitals of ISO 3166, e.g. US',
  },
  endpoint: {
    ja: 'pjsip.conf のエンドポイント名 (英数字と . _ @ -) を書いてください',
    en: 'must be the name of an endpoint in pjsip.conf: letters, digits and . _ @ -',
  },
  host: {
    ja: 'ドメイン名を書いてください (例: ntt-east.ne.jp)',
    en: 'must be a domain name, e.g. ntt-east.ne.jp',
  },
  address: {
    ja: 'IP アドレスか範囲をポートなしで書いてください (例: 192.0.2.10、192.0.2.0/24)',
    en: 'must be an IP address or range without a port, e.g. 192.0.2.10 or 192.0.2.0/24',
  },
  'http-url': {
    ja: 'http:// か https:// で始まる URL を書いてください (例: http://127.0.0.1:8088)',
    en: 'must be a URL with http:// or https://, e.g. http://127.0.0.1:8088',
  },
  'redis-url': {
    ja: 'redis:// か rediss:// で始まる URL を書いてください (例: redis://127.0.0.1:6379)',
    en: 'must be a URL with redis:// or rediss://, e.g. redis://127.0.0.1:6379',
  },
  'app-name': {
    ja: '英数字と _ - の 40 文字以内で書いてください',
    en: 'must be at most 40 letters, digits, _ or -',
  },
  'listen-address': {
    ja: 'アドレス:ポート (0 から 65535) の形で書いてください (例: 127.0.0.1:8089)',
    en: 'must be address:port, e.g. 127.0.0.1:8089, with a port of at most 65535',
  },
  date: {
    ja: '日付を YYYY-MM-DD の形で書いてください (例: 2027-03-31)',
    en: 'must be a date as YYYY-MM-DD, e.g. 2027-03-31',
  },
  'date-time': {
    ja: '日付と時刻を時差つきで書いてください (例: 2027-03-31T23:59:59+09:00)',
    en: 'must be a date and time with an offset, e.g. 2027-03-31T23:59:59+09:00',
  },
  'hours-span': {
    ja: '「開始-終了」を24時間制で書いてください (例: 09:00-17:30。1日の終わりは 24:00)',
    en: 'must be begin-end by the 24-hour clock, e.g. 09:00-17:30; 24:00 is the end of the day',
  },
  'hours-backwards': {
    ja: '終わりが始まりより後になっていません。日をまたぐときは、24:00 までと、翌日の 00:00 からに分けてください',
    en: 'ends before it begins: split hours that pass midnight into until 24:00 and, on the next day, from 00:00',
  },
  'time-zone': {
    ja: '時間帯を IANA の名で書いてください (例: Asia/Tokyo)',
    en: 'must be the IANA name of a time zone, e.g. Asia/Tokyo',
  },
  'reject-below-screen': {
    ja: 'policy.screenAt 以上の値にしてください (拒否は確認より重い判定です)',
    en: 'must be at least policy.screenAt: rejecting is graver than screening',
  },
  'one-of-number-prefix-carrier-kind': {
    ja: 'number・prefix・carrier・kind のうち、ちょうどひとつを書いてください',
    en: 'needs exactly one of number, prefix, carrier, kind',
  },
  'report-of-number-or-prefix': {
    ja: 'report にできるのは number か prefix だけです',
    en: 'can be report only with number or prefix',
  },
  'cache-slower-than-first-action': {
    ja: 'deadlines.firstActionMs より短くしてください (保管先を待つ間に電話が通ってしまいます)',
    en: 'must be less than deadlines.firstActionMs: calls would be let through while the store is waited for',
  },
  'challenge-outlasts-screening': {
    ja: '確認にかかりうる時間以上にしてください。数字なら「challenge.attempts ×(digitTimeoutSeconds + 14)」、名乗りと掛け直しなら「attempts ×(nameSeconds + 12)」秒で、preface があれば 8 秒を足します (足りないと、黙って待つ相手が通ってしまいます)',
    en: 'must be at least what a challenge may take: challenge.attempts × (digitTimeoutSeconds + 14) for digits, attempts × (nameSeconds + 12) for names and call-backs, and 8 more with a preface: otherwise a silent caller is let through',
  },
  'call-back-without-trunk': {
    ja: '掛け直しに使う回線がありません。challenge.callBack.trunk に PJSIP エンドポイント名を書くか、usual と choices の call-back をほかの方法にしてください',
    en: 'is needed to call back: name a PJSIP endpoint here, or choose another kind than call-back in challenge.usual and choices',
  },
  'call-back-without-number': {
    ja: '掛け直すときに通知する番号がありません。challenge.callBack.callerNumber に自社の番号を書いてください',
    en: 'is needed to call back: give one of your own numbers, which is shown to whoever is called',
  },
  'dial-prefix': {
    ja: '番号の前に付けて掛ける 8 桁までの数字 (* と # も可) を、引用符で囲んで書いてください (例: "186")',
    en: 'must be at most 8 digits, * or #, in quotes, e.g. "186"',
  },
  'mail-address': {
    ja: 'メールアドレスだけを書いてください (例: office@example.jp)',
    en: 'must be one bare mail address, e.g. office@example.jp',
  },
  'notice-name': {
    ja: 'お知らせの名前は、小文字の英数字とハイフン 40 文字以内で書いてください (例: office)',
    en: 'the name of a notice must be at most 40 lower-case letters, digits and hyphens, e.g. office',
  },
  'notice-delivery': {
    ja: 'at-once、daily 18:00 (毎日の時刻)、every 60m (分) のどれかの形で書いてください',
    en: 'must be at-once, daily 18:00 (a time of day) or every 60m (minutes)',
  },
  'look-up-url': {
    ja: '{number} を含む http:// か https:// の URL を書いてください (例: https://example.jp/search?q={number})',
    en: 'must be a URL with http:// or https:// and {number} in it, e.g. https://example.jp/search?q={number}',
  },
  'webhook-with-password': {
    ja: 'URL にユーザー名とパスワードは書けません。相手には DENWABAN_WEBHOOK_SECRET による署名を確かめてもらってください',
    en: 'cannot hold a user and a password: let the receiver check the signature made with DENWABAN_WEBHOOK_SECRET',
  },
  'one-of-mail-webhook': {
    ja: 'mail (宛先) か webhook (URL) のどちらか一方を書いてください',
    en: 'needs exactly one of mail (addresses) and webhook (a URL)',
  },
  'mail-without-smtp': {
    ja: 'メールを送るには、notices.smtp にメールサーバー (host と from) を書いてください',
    en: 'needs a mail server: set host and from in notices.smtp',
  },
  'password-unencrypted': {
    ja: 'user があるときは starttls か tls にしてください (none ではパスワードが暗号化されずに流れます)',
    en: 'must be starttls or tls where a user is set: with none the password would pass unencrypted',
  },
};

/** What a type is called. */
const types: Readonly<Record<string, Said>> = {
  string: { ja: '文字列 (引用符で囲む)', en: 'text (put it in quotes)' },
  number: { ja: '数', en: 'a number' },
  int: { ja: '整数', en: 'a whole number' },
  boolean: { ja: 'true か false', en: 'true or false' },
  array: { ja: '「- 」で始まる行の並び、または [a, b]', en: 'a list: lines that begin with "- ", or [a, b]' },
  object: { ja: '「名前: 値」の並び', en: 'a group of `name: value` lines' },
  record: { ja: '「名前: 値」の並び', en: 'a group of `name: value` lines' },
};

export function formatWording(name: string): Said | null {
  return formats[name] ?? null;
}

export function mustBe(type: string): Said {
  const name = types[type] ?? { ja: type, en: type };
  return { ja: `${name.ja}を書いてください`, en: `must be ${name.en}` };
}

export const missing: Said = { ja: '必ず要る設定です。書き足してください', en: 'is missing: add it' };

export const empty: Said = {
  ja: '値がありません。値を書くか、この行を消してください',
  en: 'is empty: give it a value, or remove the line',
};

export function mustBeOneOf(allowed: readonly string[], meant: string | null): Said {
  return {
    ja: `${allowed.join(' / ')} のどれかを書いてください${meantJa(meant)}`,
    en: `must be one of ${allowed.join(', ')}${meantEn(meant)}`,
  };
}

export function outOfBounds(
  bound: 'least' | 'most' | 'above' | 'below',
  limit: string,
  of: 'number' | 'text' | 'list',
): Said {
  const ja = { least: '以上', most: '以下', above: 'より大きい値', below: '未満' }[bound];
  const en = { least: 'at least', most: 'at most', above: 'more than', below: 'less than' }[bound];
  const unit = {
    number: { ja: '', en: '' },
    text: { ja: '文字', en: ' characters' },
    list: { ja: '個', en: ' of them' },
  }[of];
  return { ja: `${limit}${unit.ja}${ja}にしてください`, en: `must be ${en} ${limit}${unit.en}` };
}

export function unknownKey(key: string, known: readonly string[], meant: string | null): Said {
  return {
    ja: `「${key}」という設定はありません${meantJa(meant) || `。書けるもの: ${known.join(', ')}`}`,
    en: `there is no setting "${key}"${meantEn(meant) || `; known here: ${known.join(', ')}`}`,
  };
}

export function unknownRule(rule: string, meant: string | null): Said {
  return {
    ja: `「${rule}」という規則はありません${meantJa(meant)}`,
    en: `there is no rule "${rule}"${meantEn(meant)}`,
  };
}

export function unknownCarrier(carrier: string, known: readonly string[], meant: string | null): Said {
  return {
    ja: `事業者「${carrier}」は番号データにありません${meantJa(meant) || `。ある事業者: ${known.join(', ')}。ほかの事業者なら null にしてください`}`,
    en: `there is no carrier "${carrier}" in the numbering data${meantEn(meant) || `; known: ${known.join(', ')}; for any other use null`}`,
  };
}

export function unknownTrunk(known: readonly string[], meant: string | null): Said {
  return {
    ja: `trunks にない回線です${meantJa(meant) || (known.length === 0 ? '。先に trunks に書いてください' : `。ある回線: ${known.join(', ')}`)}`,
    en: `is not among the trunks${meantEn(meant) || (known.length === 0 ? ': describe it in trunks first' : `; known: ${known.join(', ')}`)}`,
  };
}

export const impossibleNumber: Said = {
  ja: 'この番号は番号計画にありえません。桁を確かめてください',
  en: 'no such number is possible in the numbering plan: check its digits',
};

/** A secret was found where anybody who reads the file sees it. */
export function secretInFile(variable: string): Said {
  return {
    ja: `パスワードは設定ファイルに書けません。この行から消し、環境変数 ${variable} (またはファイル名を ${variable}_FILE) で渡してください`,
    en: `a password does not belong in the file: remove it and set the environment variable ${variable} (or ${variable}_FILE, the name of a file)`,
  };
}

function meantJa(meant: string | null): string {
  return meant === null ? '' : `。「${meant}」のことですか?`;
}

function meantEn(meant: string | null): string {
  return meant === null ? '' : `; did you mean "${meant}"?`;
}
