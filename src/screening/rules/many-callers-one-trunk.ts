import { maskNumber } from '../../numbering/mask';
import { isStranger } from '../acquaintance';
import { defineRule } from '../finding';

/**
 * One fraudster's 500 channels showed 1.47 million numbers in five weeks: no list of numbers ever hits, but the trunk
 * sees them all. Acquaintances are not met.
 */
export const manyCallersOneTrunk = defineRule({
  id: 'many-callers-one-trunk',
  group: 'behaviour',
  weight: 30,
  forgery: false,
  look({ caller: { number }, trunk, memory }) {
    const { flood } = memory.trunk;
    if (flood === null || number === null || !isStranger(memory.caller)) return null;
    if (trunk.profile.reach === 'internal') return null;
    return { facts: { number: maskNumber(number), trunk: trunk.name, sign: flood.sign, limit: flood.limit } };
  },
  wording: {
    ja({ number, trunk, sign, limit }) {
      switch (sign) {
        case 'new-callers':
          return `回線「${trunk}」には、この1時間に ${limit} を超える知らない番号から着信があり、${number} もその一つです。`;
        case 'short-calls':
          return `回線「${trunk}」には、この5分に ${limit} 以上の番号から10秒足らずの着信があり、${number} も知らない番号です。`;
        case 'police-endings':
          return `回線「${trunk}」には、この1時間に末尾 0110 の ${limit} 以上の番号から着信があり、${number} も知らない番号です。`;
      }
    },
    en({ number, trunk, sign, limit }) {
      switch (sign) {
        case 'new-callers':
          return `More than ${limit} numbers nobody here knows called over trunk "${trunk}" within an hour, and ${number} is one of them.`;
        case 'short-calls':
          return `Within five minutes ${limit} numbers or more made calls of less than ten seconds over trunk "${trunk}", and ${number} is unknown, too.`;
        case 'police-endings':
          return `Within an hour ${limit} numbers or more that end in 0110 called over trunk "${trunk}", and ${number} is unknown, too.`;
      }
    },
  },
  about: {
    ja: {
      sees: '知らない番号が次々に現れる回線での、知らない番号からの着信。1時間に、ふだんの5倍（少なくとも20）を超える知らない番号、5分に3つ以上の番号からの10秒足らずの着信、1時間に3つ以上の末尾 0110 の番号のどれかです。',
      why: '番号を次々に変えて自動でかける詐欺は、番号のリストでは止められませんが、回線を見れば分かります。',
      falseAlarms: 'テレビで紹介された、広告を出した、停電したなど、知らない人からの電話が急に増える日があります。',
      tuning: '知らない番号の数は、回線のふだんの様子から覚えます。重み（`weight`）と `mode` を変えられます。',
    },
    en: {
      sees: 'A number nobody here knows, on a trunk that has more of them than it should: in an hour five times the ordinary (at least 20); or in five minutes calls of less than ten seconds from three numbers or more; or in an hour three numbers or more that end in 0110.',
      why: 'Fraud that dials with number after number is never caught by a list of numbers, but the trunk shows it.',
      falseAlarms: 'Days on which many strangers call: after a report on television, an advertisement, a power cut.',
      tuning: 'What is ordinary is learned from the trunk itself; `weight` and `mode` can be changed.',
    },
  },
});
