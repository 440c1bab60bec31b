/** One call as Asterisk's `cdr_csv` records it, in the columns' order. */
export interface CdrRow {
  readonly accountCode: string;
  readonly source: string;
  readonly destination: string;
  readonly context: string;
  readonly callerId: string;
  readonly channel: string;
  readonly destinationChannel: string;
  readonly lastApplication: string;
  readonly lastData: string;
  readonly start: string;
  readonly answer: string;
  readonly end: string;
  readonly duration: string;
  readonly billSeconds: string;
  readonly disposition: string;
  readonly amaFlags: string;
  readonly uniqueId: string;
  readonly userField: string;
}

/** Reads `Master.csv`; needs `loguniqueid` and `loguserfield` in cdr.conf. Quotes inside a field are doubled. */
export function parseCdr(text: string): readonly CdrRow[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const fields = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
        ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
      );
      const at = (column: number) => fields[column] ?? '';
      return {
        accountCode: at(0),
        source: at(1),
        destination: at(2),
        context: at(3),
        callerId: at(4),
        channel: at(5),
        destinationChannel: at(6),
        lastApplication: at(7),
        lastData: at(8),
        start: at(9),
        answer: at(10),
        end: at(11),
        duration: at(12),
        billSeconds: at(13),
        disposition: at(14),
        amaFlags: at(15),
        uniqueId: at(16),
        userField: at(17),
      };
    });
}
