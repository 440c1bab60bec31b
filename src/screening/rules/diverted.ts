import { maskNumber } from '../../numbering/mask';
import { claimsAuthority } from '../authority';
import { defineRule } from '../finding';
import { wasForwarded } from '../forwarding';

/** Diversion (RFC 5806) or History-Info (RFC 7044); on untrusted trunks the evidence does not carry it. */
export const diverted = defineRule({
  id: 'diverted',
  group: 'origin',
  weight: -40,
  forgery: false,
  look(evidence, knowledge) {
    if (!wasForwarded(evidence)) return null;
    const { caller, origin } = evidence;
    // A forwarding explains the way a call took, never who made it.
    if (caller.number !== null && claimsAuthority(caller.number, knowledge)) return null;
    const { divertedBy } = origin;
    return { facts: { by: divertedBy === null ? '' : maskNumber(divertedBy) } };
  },
  wording: {
    ja: ({ by }) =>
      by === ''
        ? '信用できる回線が、転送された着信だと伝えています。'
        : `信用できる回線が、${by} から転送された着信だと伝えています。`,
    en: ({ by }) => `A trusted trunk says the call was forwarded${by === '' ? '' : ` by ${by}`}.`,
  },
  about: {
    ja: {
      sees: '信用できる回線が Diversion か History-Info で、かけられた番号とは別の番号からの転送だと伝えていること。',
      why: '転送された着信は、番号と経路が食い違って見えて当然です。そのぶんの疑いを打ち消します。',
      falseAlarms:
        '公的な番号、守る番号、それに似せた番号には働きません。転送は経路の説明にはなっても、だれがかけてきたかの証しにはならないからです。',
      tuning: '回線の `trustsAssertedIdentity` が要ります。',
    },
    en: {
      sees: 'A trusted trunk says, by Diversion or History-Info, that another number than the called one forwarded the call.',
      why: 'A forwarded call is bound to look as if number and origin did not agree: this makes up for it.',
      falseAlarms:
        'It does not speak for official and protected numbers or their look-alikes: a forwarding explains the way a call took, never who called.',
      tuning: 'It needs `trustsAssertedIdentity` at the trunk.',
    },
  },
});
