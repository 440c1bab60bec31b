import { type CallWords, judge, numbers } from './evidence';
import { describeRule } from './rule-table';

const overseas = { name: 'overseas', reach: 'international' } as const;

describeRule('own-number-from-outside', {
  fires: [
    ['our number on a national trunk', { from: numbers.ours }, 90],
    ['a number of our group', { from: numbers.oursToo }, 90],
    ['the number of one of our lines', { from: numbers.fax }, 90],
    ['our number in international form', { from: `+81${numbers.ours.slice(1)}` }, 90],
    ['our number from abroad', { from: numbers.ours, trunk: overseas }, 90],
    [
      'a Diversion that names the called number itself',
      { from: numbers.ours, to: numbers.ours, origin: { divertedBy: numbers.ours } },
      90,
    ],
  ],
  silent: [
    ['a number that is not ours', {}],
    ['our number on an internal trunk', { from: numbers.ours, trunk: { reach: 'internal' } }],
    ['a forwarding line that rewrites', { from: numbers.ours, trunk: { forwardsToUs: true } }],
    ['a trusted Diversion', { from: numbers.ours, origin: { divertedBy: numbers.oursToo } }],
  ],
});

describeRule('domestic-fixed-from-abroad', {
  fires: [
    ['a landline over the overseas trunk', { from: numbers.nttEast, trunk: overseas }, 80],
    ['the same in international form', { from: '+81422209999', trunk: overseas }, 80],
    [
      'a forwarded call, which `diverted` speaks for',
      { from: numbers.nttEast, trunk: overseas, origin: { divertedBy: numbers.kddiFixed } },
      80,
    ],
  ],
  silent: [
    ['a landline over a national trunk', { from: numbers.nttEast }],
    ['a landline over an on-net trunk', { from: numbers.nttEast, trunk: { reach: 'on-net', operator: 'ntt-east' } }],
    ['a mobile', { from: numbers.docomo, trunk: overseas }],
    ['a foreign number', { from: '+4930123456', trunk: overseas }],
  ],
});

describeRule('domestic-050-from-abroad', {
  fires: [['050 over the overseas trunk', { from: numbers.softbank050, trunk: overseas }, 50]],
  silent: [
    ['050 over a national trunk', { from: numbers.softbank050 }],
    ['a landline', { from: numbers.nttEast, trunk: overseas }],
  ],
});

describeRule('domestic-mobile-from-abroad', {
  fires: [['a roaming mobile', { from: numbers.docomo, trunk: overseas }, 20]],
  silent: [
    ['a mobile at home', { from: numbers.docomo }],
    ['050', { from: numbers.softbank050, trunk: overseas }],
  ],
});

describeRule('foreign-on-national-only', {
  fires: [
    ['a foreign number where none comes', { from: '+442079460018', trunk: { carriesForeign: false } }, 60],
    ['even of a welcome country', { from: '+4930123456', trunk: { carriesForeign: false } }, 60],
    ['a country that does not exist', { from: '+422550110', trunk: { carriesForeign: false } }, 60],
    ['a foreign number where only landlines come', { from: '+4930123456', trunk: { kinds: ['fixed'] } }, 60],
    ['a satellite where only countries come', { from: '+881612345678', trunk: { kinds: ['fixed', 'foreign'] } }, 60],
  ],
  silent: [
    ['a foreign number on an ordinary trunk', { from: '+442079460018' }],
    ['a Japanese number', { from: '+81422209999', trunk: { carriesForeign: false } }],
    ['a foreign number where foreign ones come', { from: '+442079460018', trunk: { kinds: ['fixed', 'foreign'] } }],
  ],
});

const onNet = { reach: 'on-net', operator: 'ntt-east' } as const;

describeRule('carrier-not-on-this-trunk', {
  fires: [
    ['another carrier’s landline on an on-net trunk', { from: numbers.kddiFixed, trunk: onNet }, 60],
    ['another carrier’s 050', { from: numbers.softbank050, trunk: onNet }, 60],
    ['another carrier’s mobile, maybe ported', { from: numbers.docomo, trunk: onNet }, 30],
    [
      'a carrier that a national trunk does not list',
      { from: numbers.kddiFixed, trunk: { carriers: ['ntt-east'] } },
      60,
    ],
    ['a kind that the trunk does not list', { from: numbers.softbank050, trunk: { kinds: ['fixed', 'mobile'] } }, 60],
    ['a presented 0120 where only landlines come', { from: numbers.nttComTollFree, trunk: { kinds: ['fixed'] } }, 60],
  ],
  silent: [
    ['the operator’s own number on an on-net trunk', { from: numbers.nttEast, trunk: onNet }],
    [
      'a carrier that the on-net trunk lists besides',
      { from: numbers.kddiFixed, trunk: { ...onNet, carriers: ['kddi'] } },
    ],
    [
      'the operator’s own number where others are listed',
      { from: numbers.nttEast, trunk: { ...onNet, carriers: ['kddi'] } },
    ],
    ['a listed carrier', { from: numbers.kddiFixed, trunk: { carriers: ['kddi'] } }],
    ['any carrier on an ordinary trunk', { from: numbers.kddiFixed }],
    ['a block without a known carrier', { from: numbers.unused, trunk: onNet }],
    ['an on-net trunk whose operator is not told', { from: numbers.kddiFixed, trunk: { reach: 'on-net' } }],
    ['a presented 0120 of another carrier', { from: numbers.nttComTollFree, trunk: onNet }],
    ['a foreign number, which other rules judge', { from: '+4930123456', trunk: { kinds: ['fixed'] } }],
    ['a kind that is listed', { from: numbers.softbank050, trunk: { kinds: ['050'] } }],
  ],
});

const hosts = { 'kddi.example': 'kddi', 'east.example': 'ntt-east', 'lab.east.example': 'softbank' };

describeRule('origin-carrier-differs', {
  fires: [
    ['a landline with another orig-ioi', { origin: { origIoi: 'kddi.example' }, trunk: { hosts } }, 10],
    ['a landline with another PAI host', { origin: { assertedHost: 'gw1.kddi.example' }, trunk: { hosts } }, 10],
    ['a landline with another From host', { origin: { fromHost: 'kddi.example' }, trunk: { hosts } }, 10],
    ['a ported mobile', { from: numbers.docomo, origin: { origIoi: 'kddi.example' }, trunk: { hosts } }, 5],
    [
      '050, hardly ever ported',
      { from: numbers.softbank050, origin: { origIoi: 'kddi.example' }, trunk: { hosts } },
      20,
    ],
    ['the longest covering domain', { origin: { origIoi: 'a.lab.east.example' }, trunk: { hosts } }, 10],
    [
      'orig-ioi, though From agrees',
      { origin: { origIoi: 'kddi.example', fromHost: 'east.example' }, trunk: { hosts } },
      10,
    ],
  ],
  silent: [
    ['the carrier of the block', { origin: { origIoi: 'EAST.example' }, trunk: { hosts } }],
    [
      'orig-ioi that agrees, though From does not',
      { origin: { origIoi: 'east.example', fromHost: 'kddi.example' }, trunk: { hosts } },
    ],
    ['a host the trunk does not know', { origin: { origIoi: 'notkddi.example' }, trunk: { hosts } }],
    ['a host named like a property of objects', { origin: { origIoi: 'constructor' }, trunk: { hosts } }],
    ['a trunk without a map', { origin: { origIoi: 'kddi.example' } }],
    [
      'a block without a known carrier',
      { from: numbers.unused, origin: { origIoi: 'kddi.example' }, trunk: { hosts } },
    ],
    ['a presented 0120', { from: numbers.nttComTollFree, origin: { origIoi: 'kddi.example' }, trunk: { hosts } }],
    [
      'a ported number that always came so',
      { origin: { origIoi: 'kddi.example' }, trunk: { hosts }, memory: { caller: { standing: 'known' } } },
    ],
  ],
});

describeRule('from-differs-from-asserted', {
  fires: [
    ['two carriers’ landlines', { from: numbers.nttEast, origin: { assertedNumber: numbers.kddiFixed } }, 30],
    ['a landline shown for a mobile', { from: numbers.nttEast, origin: { assertedNumber: numbers.docomo } }, 30],
    [
      'a mobile shown for another of the same carrier',
      { from: numbers.docomo, origin: { assertedNumber: '09021608888' } },
      30,
    ],
    [
      'a landline shown for a foreign number',
      { from: numbers.nttEast, origin: { assertedNumber: '+442079460018' } },
      70,
    ],
    ['a foreign number shown for another', { from: '+4930123456', origin: { assertedNumber: '+442079460018' } }, 30],
    [
      'a presented 0120 of another carrier',
      { from: numbers.nttComTollFree, origin: { assertedNumber: numbers.kddiFixed } },
      30,
    ],
    ['a presented 0570 for a mobile', { from: numbers.navi, origin: { assertedNumber: numbers.docomo } }, 30],
  ],
  silent: [
    ['the same number in another form', { from: numbers.nttEast, origin: { assertedNumber: '+81422209999' } }],
    ['the main number of an office', { from: numbers.nttEast, origin: { assertedNumber: numbers.nttEastOther } }],
    [
      'a presented 0120 of the same carrier',
      { from: numbers.nttComTollFree, origin: { assertedNumber: numbers.nttCom050 } },
    ],
    [
      'a presented 0570, for which the tables name no carrier',
      { from: numbers.navi, origin: { assertedNumber: numbers.nttEast } },
    ],
    ['an extension asserted by a gateway', { from: numbers.nttEast, origin: { assertedNumber: '3' } }],
    ['nothing asserted', { from: numbers.nttEast }],
    ['a withheld number', { withheld: 'user', origin: { assertedNumber: numbers.nttEast } }],
  ],
});

const trusted = { trustsAssertedIdentity: true };
const asserting = { trunk: { alwaysAsserts: true } };

describeRule('number-without-assertion', {
  fires: [
    ['nothing asserted where always something is', { trunk: trusted, memory: asserting }, 40],
    ['an anonymous assertion', { trunk: trusted, memory: asserting, origin: { asserted: true } }, 40],
    ['a foreign number', { from: '+4930123456', trunk: trusted, memory: asserting }, 40],
  ],
  silent: [
    ['an asserted number', { trunk: trusted, memory: asserting, origin: { assertedNumber: numbers.nttEast } }],
    [
      'another asserted number, which `from-differs-from-asserted` speaks of',
      { trunk: trusted, memory: asserting, origin: { assertedNumber: numbers.kddiFixed } },
    ],
    ['a trunk that asserts now and then', { trunk: trusted }],
    ['a trunk that is not trusted any more', { memory: asserting }],
    ['a withheld number', { withheld: 'user', trunk: trusted, memory: asserting }],
  ],
});

const nationalForm = { trunk: { usualForm: 'national' } } as const;
const internationalForm = { trunk: { usualForm: 'international' } } as const;

describeRule('unusual-number-form', {
  fires: [
    ['+81 where numbers begin with 0', { from: '+81422209999', memory: nationalForm }, 25],
    ['81 without a plus', { from: '81422209999', memory: nationalForm }, 25],
    ['+810', { from: '+810422209999', memory: nationalForm }, 25],
    ['010 81', { from: '01081422209999', memory: nationalForm }, 25],
    ['0… where numbers come as +81', { from: '0422209999', memory: internationalForm }, 25],
    ['a mobile', { from: '+819021609999', memory: nationalForm }, 25],
  ],
  silent: [
    ['the usual form', { from: '0422209999', memory: nationalForm }],
    ['the usual form with the country code', { from: '+81422209999', memory: internationalForm }],
    ['81 without a plus where +81 is usual', { from: '81422209999', memory: internationalForm }],
    ['a foreign number', { from: '+4930123456', memory: nationalForm }],
    ['an extension', { from: '201', memory: internationalForm }],
    ['a trunk that sends both, or has too few calls yet', { from: '+81422209999' }],
    ['a withheld number', { withheld: 'user', memory: nationalForm }],
  ],
});

describeRule('privacy-contradiction', {
  fires: [
    ['Privacy none and an anonymous From', { withheld: 'unknown', origin: { privacy: ['none'] } }, 20],
    ['Privacy id and a From that shows', { withheld: 'user', origin: { privacy: ['id'], fromAnonymous: false } }, 20],
  ],
  silent: [
    ['Privacy id and an anonymous From', { withheld: 'user', origin: { privacy: ['id', 'critical'] } }],
    ['Privacy none and a From that shows', { origin: { privacy: ['none'] } }],
    ['no Privacy at all', { withheld: 'user' }],
  ],
});

describeRule('verification-failed', {
  fires: [
    ['verstat failed', { origin: { verstat: 'failed' } }, 70],
    [
      'an Identity that does not verify',
      { origin: { shakenResult: 'signature_validation_failed', attestation: 'A' } },
      70,
    ],
  ],
  silent: [
    ['verstat passed', { origin: { verstat: 'passed' } }],
    ['verstat not validated', { origin: { verstat: 'not-validated' } }],
    ['an Identity that verifies', { origin: { shakenResult: 'success', attestation: 'B' } }],
    ['no Identity, as everywhere in Japan', {}],
    ['an Identity read from a file', { origin: { shakenResult: 'unverified', attestation: 'A' } }],
    ['a certificate that cannot be fetched', { origin: { shakenResult: 'cert_retrieval_failure' } }],
  ],
});

describeRule('attested-by-gateway', {
  fires: [['attestation C', { origin: { shakenResult: 'success', attestation: 'C' } }, 15]],
  silent: [
    ['attestation B', { origin: { shakenResult: 'success', attestation: 'B' } }],
    ['attestation C that does not verify', { origin: { shakenResult: 'cert_not_trusted', attestation: 'C' } }],
  ],
});

describeRule('fully-attested', {
  fires: [['attestation A that verifies', { origin: { shakenResult: 'success', attestation: 'A' } }, -30]],
  silent: [
    ['attestation A that does not verify', { origin: { shakenResult: 'cert_not_trusted', attestation: 'A' } }],
    ['attestation A nobody verified', { origin: { attestation: 'A' } }],
    ['attestation B', { origin: { shakenResult: 'success', attestation: 'B' } }],
  ],
});

const peers = ['192.0.2.1', '198.51.100.0/24', '2001:db8::/32'];
const from = (peerAddress: string | null, trunk: CallWords['trunk'] = { peers }): CallWords => ({
  trunk,
  origin: { peerAddress },
});

describeRule('peer-off-list', {
  fires: [
    ['an address that is not listed', from('203.0.113.9'), 100],
    ['an IPv6 address that is not listed', from('2001:db9::1'), 100],
    ['any address on the anonymous endpoint', from('192.0.2.1', { name: 'anonymous' }), 100],
    ['an unknown address on the anonymous endpoint of a domain', from(null, { name: 'anonymous@sip.example' }), 100],
  ],
  silent: [
    ['a listed address', from('192.0.2.1')],
    ['an address in a listed range', from('198.51.100.77')],
    ['an IPv6 address in a listed range', from('2001:db8:1::1')],
    ['a trunk that lists no peers', from('203.0.113.9', {})],
    ['an address that nobody knows', from(null)],
    ['a trunk whose name only begins so', from('192.0.2.1', { name: 'anonymous-tip-line' })],
  ],
});

describeRule('diverted', {
  fires: [
    ['a trusted Diversion', { origin: { divertedBy: numbers.kddiFixed } }, -40],
    ['a trusted Diversion without a number', { origin: { diverted: true } }, -40],
  ],
  silent: [
    ['an ordinary call', {}],
    ['a Diversion that names the called number itself', { to: numbers.ours, origin: { divertedBy: numbers.ours } }],
    ['a police station', { from: numbers.musashinoPolice, origin: { diverted: true } }],
    ['the office’s bank', { from: numbers.bank, origin: { divertedBy: numbers.kddiFixed } }],
    ['a number that looks like the police’s', { from: '09021600110', origin: { diverted: true } }],
    ['a number that imitates one', { from: '+422550110', origin: { diverted: true } }],
  ],
});

const origin = (trunk: string, assertedHost: string | null = null, origIoi: string | null = null) =>
  ({ trunk, assertedHost, origIoi, form: 'national' }) as const;

describeRule('known-caller', {
  fires: [
    ['a number that was answered often', { memory: { caller: { standing: 'known', since: '2026-01-05' } } }, -40],
  ],
  silent: [
    ['a stranger', {}],
    ['the head office', { from: numbers.oursToo, memory: { caller: { standing: 'known', since: '2026-01-05' } } }],
    ['a number that was seen', { memory: { caller: { standing: 'seen', since: '2026-01-05' } } }],
    [
      'a known number from elsewhere',
      { memory: { caller: { standing: 'origin-changed', usualOrigins: [origin('second')] } } },
    ],
  ],
});

const movedFrom = (...usualOrigins: ReturnType<typeof origin>[]) => ({
  caller: { standing: 'origin-changed', since: '2026-01-05', usualOrigins } as const,
});

describeRule('known-caller-origin-changed', {
  fires: [
    ['another trunk', { memory: movedFrom(origin('second')) }, 50],
    [
      'another carrier’s host on the same trunk',
      { memory: movedFrom(origin('main', 'kddi.example')), origin: { assertedHost: 'east.example' } },
      50,
    ],
    ['a memory that does not tell from where', { memory: movedFrom() }, 50],
  ],
  silent: [
    ['the usual origin', { memory: { caller: { standing: 'known', since: '2026-01-05' } } }],
    ['a number that was seen only', { memory: { caller: { standing: 'seen', since: '2026-01-05' } } }],
    ['another exchange of the house', { memory: movedFrom(origin('second')), trunk: { reach: 'internal' } }],
  ],
});

test('a friend whose origin changed is screened, unless the entry excuses it', () => {
  const call: CallWords = { memory: movedFrom(origin('second')) };
  const entry = { list: 'allow', number: numbers.nttEast } as const;
  expect(judge(call, { lists: [entry] }).verdict).toBe('screen');
  expect(judge(call, { lists: [{ ...entry, excuses: ['known-caller-origin-changed'] }] }).verdict).toBe('allow');
});

const proven = (proof: 'verified' | 'spoof') => ({ caller: { proof } });

describeRule('call-back-verified', {
  fires: [
    ['a number whose owner had called', { memory: proven('verified') }, -100],
    ['the same from abroad', { memory: proven('verified'), trunk: overseas }, -100],
  ],
  silent: [
    ['a number that was never called back', {}],
    ['a number whose owner had not called', { memory: proven('spoof') }],
    ['a withheld number', { withheld: 'user', memory: proven('verified') }],
    ['a police number', { from: numbers.musashinoPolice, memory: proven('verified') }],
    ['a number like one of the police', { from: '09021600110', memory: proven('verified') }],
    ['a protected number', { from: numbers.bank, memory: proven('verified') }],
    ['a look-alike of it', { from: '+422269999', memory: proven('verified') }],
    ['our own number', { from: numbers.ours, memory: proven('verified') }],
  ],
});

describeRule('proven-spoof', {
  fires: [
    ['a number whose owner had not called', { memory: proven('spoof') }, 0],
    ['a police number, too', { from: numbers.metropolitanPolice, memory: proven('spoof') }, 0],
  ],
  silent: [
    ['a number that was never called back', {}],
    ['a number whose owner had called', { memory: proven('verified') }],
    ['a withheld number', { withheld: 'user', memory: proven('spoof') }],
  ],
});
