import type { Config } from '../../config/schema';
import type { NumberInfo } from '../../numbering/number-info';
import type { CallOrder, DialplanPlace } from '../../pbx/pbx';
import { plain } from '../result-line';

/** The dialplan asks twice, at most eight seconds to say it and eight to wait for a key, and then connects. */
const askSeconds = 45;

/** Where `extensions-denwaban.conf` dials, and where it rings the office once 1 was pressed. */
const calling: DialplanPlace = { context: 'denwaban-call-back', extension: 's' };
const calledBack: DialplanPlace = { context: 'denwaban-called-back', extension: 's' };

export interface OrderFacts {
  readonly id: string;
  readonly number: NumberInfo;
  /** Where the screened call would have gone. */
  readonly office: DialplanPlace;
  readonly config: Pick<Config, 'language' | 'callerName'> & {
    readonly challenge: Pick<Config['challenge'], 'callBack'>;
  };
}

/** What the exchange is asked for; `null` where no trunk is set any more, or the number has no national form. */
export function callOrderOf({ id, number, office, config }: OrderFacts): CallOrder | null {
  const { trunk, callerNumber, dialPrefix, ringSeconds } = config.challenge.callBack;
  const { national } = number;
  if (trunk === null || callerNumber === null || national === null) return null;
  return {
    id,
    calling,
    office: calledBack,
    answerSeconds: ringSeconds + askSeconds,
    variables: inherited({
      DENWABAN_ORDER: id,
      DENWABAN_DIAL: dialPrefix + national,
      DENWABAN_TRUNK: trunk,
      DENWABAN_OWN: callerNumber.replaceAll('-', ''),
      DENWABAN_RING: String(ringSeconds),
      DENWABAN_LANGUAGE: config.language,
      DENWABAN_NEXT: office.context,
      DENWABAN_EXTEN: office.extension,
      DENWABAN_SHOWN: national,
      DENWABAN_TAG: plain(config.callerName.screened),
    }),
  };
}

/** By two underscores the channel that is dialled has them, too: the question is asked there. */
function inherited(variables: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [`__${name}`, value]));
}
