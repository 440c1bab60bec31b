import type { Said } from '../errors';
import type { Expectation } from '../screening/records/office-record';
import { localMinute } from '../text/local-time';

/** What `denwaban expect` says. */

/** Whose call is waited for. */
export type Whom = Pick<Expectation, 'kind' | 'callerId' | 'masked'> & {
  /** As the operator reads it; empty but for kind `number`. */
  readonly shown: string;
};

export function sayExpected(
  { kind, shown }: Pick<Whom, 'kind' | 'shown'>,
  { until }: Pick<Expectation, 'until'>,
): Said {
  const end = localMinute(until);
  switch (kind) {
    case 'number':
      return {
        ja: `${end} まで、${shown} からの電話を確かめずに通します。`,
        en: `Calls from ${shown} are let through unasked until ${end}.`,
      };
    case 'any':
      return {
        ja: `${end} まで、どこからの電話も待ちます。番号のない電話、拒否リストの番号、偽装されやすい番号は、いつもどおりに扱います。`,
        en: `A call from anywhere is waited for until ${end}; calls without a number, denied numbers and those that are often forged are treated as usual.`,
      };
    case 'withheld':
      return {
        ja: `${end} まで、次にかかってくる番号のない電話を一度だけ通します。`,
        en: `The next call without a number is let through, once, until ${end}.`,
      };
  }
}

export function sayNotExpected({ kind, shown }: Pick<Whom, 'kind' | 'shown'>): Said {
  const whom = nameOf(kind, shown);
  return { ja: `${whom.ja}は待っていません。`, en: `${whom.en}: not waited for.` };
}

export function sayListed(expected: readonly Expectation[]): Said {
  if (expected.length === 0) {
    return { ja: '待っている電話はありません。', en: 'No call is waited for.' };
  }
  const lines = (language: 'ja' | 'en') => expected.map((one) => line(one)[language]).join('\n');
  return { ja: lines('ja'), en: lines('en') };
}

function line({ kind, masked, until, by, reason }: Expectation): Said {
  const whom = nameOf(kind, masked ?? '');
  const end = localMinute(until);
  return {
    ja: [`${end} まで`, whom.ja, by, reason].filter((part) => part !== '').join('  '),
    en: [`until ${end}`, whom.en, by, reason].filter((part) => part !== '').join('  '),
  };
}

function nameOf(kind: Expectation['kind'], number: string): Said {
  switch (kind) {
    case 'number':
      return { ja: `${number} からの電話`, en: `calls from ${number}` };
    case 'any':
      return { ja: 'どこからかの電話 (any)', en: 'a call from anywhere (any)' };
    case 'withheld':
      return { ja: '番号のない電話 (withheld)', en: 'the next call without a number (withheld)' };
  }
}

/** For `--json`; the number is masked, since nothing else is kept of it. */
export function showExpectation({ kind, masked, since, until, once, by, reason }: Expectation) {
  return {
    kind,
    number: masked,
    since: new Date(since).toISOString(),
    until: new Date(until).toISOString(),
    once,
    by,
    reason,
  };
}
