import { AreaCodes, fixedBlockDigits } from './area-codes';
import { japan } from './e164';
import { type NumberClass, numberClasses } from './number-class';
import type { BlockStatus, Carrier, NumberForm, NumberInfo } from './number-info';
import { digitsAt, rangeOf, shortestFirst } from './prefixes';
import { BlockCode, type BlockTable, emptyBlocks, type Snapshot } from './snapshot';

/** The class of every Japanese number is decided by its first four digits. */
const classDigits = 4;

interface PlanClass extends NumberClass {
  readonly table: BlockTable | null;
}

/** Japan's plan and its allocations, laid out so that a number is found by array indexes alone. */
export class JapanesePlan {
  private readonly classes: (PlanClass | undefined)[] = new Array(10 ** (classDigits - 1));
  private readonly areaCodes: AreaCodes;
  private readonly carrierByCode: readonly (Carrier | null)[];
  private readonly carrierById: ReadonlyMap<string, Carrier>;
  private readonly accessCodes: readonly (readonly [code: string, carrierId: string])[];

  constructor(private readonly snapshot: Snapshot) {
    for (const numberClass of shortestFirst(numberClasses, ({ prefix }) => prefix)) {
      const table = snapshot.tables.find(({ prefix }) => prefix === numberClass.prefix) ?? null;
      this.classes.fill({ ...numberClass, table }, ...rangeOf(numberClass.prefix, classDigits));
    }
    const fixed = snapshot.tables.find(({ prefix }) => prefix === '0');
    this.areaCodes = new AreaCodes(snapshot.areaCodeLengths, fixed?.blocks ?? emptyBlocks(fixedBlockDigits - 1));
    this.carrierByCode = [...new Array<null>(BlockCode.firstCarrier).fill(null), ...snapshot.carriers];
    this.carrierById = new Map(snapshot.carriers.map((carrier) => [carrier.id, carrier]));
    this.accessCodes = shortestFirst([...snapshot.accessCodes], ([code]) => code).reverse();
  }

  get areaCodeCount(): number {
    return this.areaCodes.count;
  }

  /**
   * A number in national form: digits only, the first a 0. `e164` is the same number in that form; only a number
   * that fits no class may have none.
   */
  describe(input: string, form: NumberForm, national: string, e164: string | null): NumberInfo {
    const numberClass = this.classes[digitsAt(national, 0, classDigits)];
    if (
      numberClass === undefined ||
      national.length < numberClass.minDigits ||
      national.length > numberClass.maxDigits
    ) {
      // What arrived with the country code keeps that form: rules look at what it imitates.
      return {
        ...domestic(input, form, null),
        e164: form === 'national' ? null : e164,
        kind: 'impossible',
        status: null,
        carrier: null,
      };
    }
    const { kind, table } = numberClass;
    const block = table === null ? 0 : digitsAt(national, table.prefix.length, table.prefix.length + table.digits);
    const code = table?.blocks[block] ?? BlockCode.absent;
    return {
      input,
      form,
      e164,
      national,
      kind,
      areaCode: kind === 'fixed' ? this.areaCodes.at(block) : null,
      status: code === BlockCode.absent ? (table?.complete ? 'unlisted' : null) : statusOf(code),
      carrier: this.carrierByCode[code] ?? null,
      country: 'JP',
      callingCode: japan,
    };
  }

  /** A number that begins with a carrier access code (00XY). It has no form outside Japan. */
  describeAccessCode(input: string, form: NumberForm, national: string): NumberInfo {
    const [, id = ''] = this.accessCodes.find(([code]) => national.startsWith(code)) ?? [];
    const carrier = this.carrierById.get(id) ?? null;
    return { ...domestic(input, form, national), kind: 'carrier-access', status: carrier && 'in-use', carrier };
  }

  /** A special number (1XY). It has no form outside Japan. */
  describeSpecial(input: string, form: NumberForm, national: string): NumberInfo {
    const known = this.snapshot.specialNumbers.has(national);
    return { ...domestic(input, form, national), kind: 'special', status: known ? 'in-use' : null, carrier: null };
  }
}

function domestic(input: string, form: NumberForm, national: string | null) {
  return { input, form, e164: null, national, areaCode: null, country: 'JP', callingCode: japan } as const;
}

function statusOf(code: number): BlockStatus {
  if (code === BlockCode.unused) return 'unused';
  return code === BlockCode.unusable ? 'unusable' : 'in-use';
}
