import { defineRule } from '../finding';

/**
 * Results that blame nobody: a message read from a file (`unverified`), and what Asterisk's res_stir_shaken says when
 * it is switched off, broken, or cannot fetch the certificate.
 */
const uncheckedResults: ReadonlySet<string> = new Set([
  'unverified',
  'disabled',
  'internal_error',
  'cert_retrieval_failure',
]);

/** A signature that does not verify; its absence is no sign at all, for nobody in Japan signs yet. */
export const verificationFailed = defineRule({
  id: 'verification-failed',
  group: 'origin',
  weight: 70,
  forgery: true,
  look({ origin: { verstat, shakenResult } }) {
    if (shakenResult !== null && shakenResult !== 'success' && !uncheckedResults.has(shakenResult)) {
      return { facts: { result: shakenResult } };
    }
    return verstat === 'failed' ? { facts: { result: 'verstat' } } : null;
  },
  wording: {
    ja: ({ result }) =>
      result === 'verstat'
        ? '網による番号の検証が失敗しています（verstat）。'
        : `番号の電子署名を検証できませんでした（${result}）。`,
    en: ({ result }) =>
      result === 'verstat'
        ? 'The network could not verify the number (verstat).'
        : `The signature of the number does not verify (${result}).`,
  },
  about: {
    ja: {
      sees: '番号の電子署名（STIR/SHAKEN の Identity）が検証に失敗したこと、または網が `verstat` で検証の失敗を伝えたこと。',
      why: '署名が合わないのは、番号か署名がすり替えられたしるしです。署名がないこと自体は、日本では普通なので何も意味しません。',
      falseAlarms:
        '時計のずれや、途中の機器による番号の書き換えでも失敗します。証明書を取れなかっただけのときは働きません。',
      tuning: '重み（`weight`）と `mode` のほかに、設定はありません。',
    },
    en: {
      sees: 'The signature of the number (Identity, STIR/SHAKEN) does not verify, or the network says so with `verstat`.',
      why: 'A signature that does not fit means that the number or the signature was exchanged. That there is none means nothing: in Japan nobody signs yet.',
      falseAlarms:
        'A clock that is wrong, or a device on the way that rewrites numbers; a certificate that merely cannot be fetched does not count.',
      tuning: 'Nothing but its `weight` and `mode`.',
    },
  },
});
