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
});
