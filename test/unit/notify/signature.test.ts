import { webhookHeaders } from '../../../src/notify/signature';

const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
const body = '{"test": 2432232314}';
const sentAt = 1_614_265_330_900;

it('signs as the reference libraries of Standard Webhooks do', () => {
  expect(webhookHeaders(id, body, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', sentAt)).toEqual({
    'webhook-id': id,
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

it('takes any other text as the key itself', () => {
  const { 'webhook-signature': signature } = webhookHeaders(id, body, 'denwaban', sentAt);
  expect(signature).toMatch(/^v1,[A-Za-z0-9+/]{43}=$/);
  expect(webhookHeaders(id, body, 'denwabam', sentAt)['webhook-signature']).not.toBe(signature);
});

it('names the notice without a secret, too', () => {
  expect(webhookHeaders(id, body, null, sentAt)).toEqual({ 'webhook-id': id, 'webhook-timestamp': '1614265330' });
});
