import { dayOfTables, numbers } from './evidence';
import { describeRule } from './rule-table';

const days = (count: number) => dayOfTables + count * 86_400_000;

describeRule('impossible-number', {
  fires: [
    ['a digit too few', { from: '042220999' }, 100],
    ['a digit too many', { from: '04222099999' }, 100],
    ['letters', { from: 'sipvicious' }, 100],
    ['the police’s emergency number', { from: '110' }, 100],
    ['a carrier access code', { from: '0033' }, 100],
    ['a machine number', { from: '02012345678' }, 100],
    ['a 14-digit machine number', { from: '02001234567890' }, 100],
    ['a pager', { from: '02041234567' }, 100],
    ['0600', { from: '06001234567' }, 100],
    ['0990', { from: '0990123456' }, 100],
    ['0170', { from: '0170123456' }, 100],
    ['0180', { from: '0180123456' }, 100],
    ['091', { from: '09112345678' }, 100],
    ['an extension on an outside line', { from: '1000' }, 100],
    ['a foreign number too long for its country', { from: '+1800335814321' }, 100],
  ],
  silent: [
    ['a landline', {}],
    ['a mobile', { from: numbers.docomo }],
    ['a 060 mobile', { from: '06030809999' }],
    ['an IP telephone', { from: numbers.softbank050 }],
    ['an area code with 0 in fourth place', { from: '0220229999' }],
    ['0800, which begins like a mobile', { from: '08000009999' }],
    ['a foreign number', { from: '+4930123456' }],
    ['an extension on an internal trunk', { from: '1000', trunk: { reach: 'internal' } }],
    ['extension 110 on an internal trunk', { from: '110', trunk: { reach: 'internal' } }],
    ['a withheld number', { withheld: 'user' }],
  ],
});

describeRule('unallocated-block', {
  fires: [
    ['a block in no table', { from: '0312345678' }, 40],
    ['a block marked unused', { from: numbers.unused }, 60],
    ['a block marked unusable', { from: numbers.unusable }, 60],
    ['a block in no table of 45 days', { from: '0312345678', at: days(45) }, 40],
    ['a block in no table of 46 days', { from: '0312345678', at: days(46) }, 20],
    ['a block marked unused 120 days ago', { from: numbers.unused, at: days(120) }, 30],
    ['the same in international form', { from: '+81312345678' }, 40],
  ],
  silent: [
    ['a table of 121 days', { from: '0312345678', at: days(121) }],
    ['an allocated block', { from: numbers.nttEast }],
    ['a foreign number', { from: '+4930123456' }],
    ['a number that is impossible anyway', { from: '02012345678' }],
    ['a withheld number', { withheld: 'user' }],
  ],
});

describeRule('nonexistent-country', {
  fires: [
    ['+422', { from: '+422550110' }, 100],
    ['+801', { from: '+80112345678' }, 100],
    ['+295 dialled over 010', { from: '01029512345678' }, 100],
  ],
  silent: [
    ['a country that exists', { from: '+4930123456' }],
    ['a landline of 0422', { from: numbers.nttEast }],
  ],
});

describeRule('global-service-code', {
  fires: [
    ['international freephone', { from: '+80012345678' }, 50],
    ['satellite telephones', { from: '+881612345678' }, 50],
    ['relief workers', { from: '+88812345678' }, 50],
  ],
  silent: [
    ['a country', { from: '+4930123456' }],
    ['Japan’s own 0800', { from: '08000009999' }],
  ],
});

describeRule('foreign-number', {
  fires: [
    ['a country the office does not mention', { from: '+442079460018' }, 25],
    ['a country it lists as high-risk', { from: '+2348031234567' }, 40],
    ['the same dialled over 010', { from: '0102348031234567' }, 40],
  ],
  silent: [
    ['a welcome country', { from: '+4930123456' }],
    ['a Japanese number in international form', { from: '+81422209999' }],
    ['a global service', { from: '+881612345678' }],
  ],
});

describeRule('lookalike-number', {
  fires: [
    ['0422-55-0110 (a police station) without its 0 behind +', { from: '+422550110' }, 90],
    ['03-3581-4321 (police headquarters) inside a number of +1', { from: '+1800335814321' }, 90],
    ['a number of the office’s bank behind +44', { from: `+44${numbers.bank.slice(1)}` }, 90],
    ['digits after the protected number', { from: '+8633581432199' }, 90],
    ['0950-22-3110 (a police box) behind +, whose next 0 E.164 leaves out', { from: '+950223110' }, 90],
  ],
  silent: [
    ['the police station itself', { from: '0422550110' }],
    ['the police station in international form', { from: '+81422550110' }],
    ['a foreign number of its own', { from: '+442079460018' }],
    ['only the last digits of a protected number', { from: '+4455550110' }],
  ],
});

describeRule('service-number', {
  fires: [
    ['0120', { from: numbers.nttComTollFree }, 10],
    ['0800', { from: '08000009999' }, 10],
    ['0570', { from: numbers.navi }, 10],
  ],
  silent: [
    ['a landline', {}],
    ['an 080 mobile', { from: '08031609999' }],
  ],
});
