import { defineRule } from '../finding';
import { addressOffList } from '../peers';

/** Whoever reaches the SIP port past the carrier can claim any number. */
export const peerOffList = defineRule({
  id: 'peer-off-list',
  group: 'origin',
  weight: 100,
  forgery: true,
  look(evidence) {
    const address = addressOffList(evidence);
    return address === null ? null : { facts: { address, trunk: evidence.trunk.name } };
  },
  wording: {
    ja: ({ address, trunk }) =>
      address === ''
        ? `どの回線のものでもない着信です（エンドポイント「${trunk}」）。`
        : `送信元 ${address} は、回線「${trunk}」の相手として登録されていません。`,
    en: ({ address, trunk }) =>
      address === ''
        ? `The call belongs to no trunk (endpoint "${trunk}").`
        : `The call comes from ${address}, which is not among the peers of trunk "${trunk}".`,
  },
  about: {
    ja: {
      sees: 'INVITE の送信元アドレスが回線の `peers` に載っていないこと、またはどの回線にも当たらない着信（匿名エンドポイント）であること。',
      why: '電話会社を通らずに SIP のポートへ直接届く人は、どんな番号でも名乗れます。',
      falseAlarms: '電話会社が送信元アドレスを変えたときは、すべての着信に働きます。',
      tuning: '回線の `peers` です。アドレスの変わる（登録型の）回線では `null` のままにしてください。',
    },
    en: {
      sees: "The INVITE comes from an address that is not among the trunk's `peers`, or belongs to no trunk at all (the anonymous endpoint).",
      why: 'Whoever reaches the SIP port past the carrier can claim any number.',
      falseAlarms: 'When the carrier changes its addresses, every call is met.',
      tuning: '`peers` of the trunk; leave it `null` where addresses move (trunks that register).',
    },
  },
});
