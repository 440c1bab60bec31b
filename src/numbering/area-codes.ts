import { rangeOf, shortestFirst } from './prefixes';
import { BlockCode } from './snapshot';

/** Digits that name a fixed block, the leading 0 included: area code and exchange together. */
export const fixedBlockDigits = 6;

/** Splits fixed numbers. Built once; then one array access a number. */
export class AreaCodes {
  private readonly codes: (string | null)[] = [null];
  private readonly placeOfBlock: Uint16Array;

  /**
   * @param lengths longest-prefix rules. "Longest area code wins" would be wrong: 015-41 is 015, 0154-2 is 0154.
   * @param blocks the table of fixed blocks, for the rules also split numbers of areas that do not exist:
   *   an area code is real when at least one of its blocks is listed.
   */
  constructor(lengths: ReadonlyMap<string, number>, blocks: Uint16Array) {
    this.placeOfBlock = new Uint16Array(blocks.length);
    const places = new Map<string, number>();
    for (const [prefix, length] of shortestFirst([...lengths], ([prefix]) => prefix)) {
      const [first, end] = rangeOf(prefix, fixedBlockDigits);
      const width = 10 ** (fixedBlockDigits - Math.max(prefix.length, length));
      for (let start = first; start < end; start += width) {
        const code = String(start).padStart(fixedBlockDigits, '0').slice(0, length);
        const place = places.get(code) ?? this.codes.push(code) - 1;
        places.set(code, place);
        this.placeOfBlock.fill(place, start, start + width);
      }
    }
    this.forgetUnreal(blocks);
  }

  /** Area code of the block with this value, e.g. 33581 → `03`; `null` where no area is. */
  at(block: number): string | null {
    return this.codes[this.placeOfBlock[block] ?? 0] ?? null;
  }

  get count(): number {
    return this.codes.filter((code) => code !== null).length;
  }

  private forgetUnreal(blocks: Uint16Array): void {
    const real = new Uint8Array(this.codes.length);
    for (let block = 0; block < blocks.length; block++) {
      if (blocks[block] !== BlockCode.absent) real[this.placeOfBlock[block] ?? 0] = 1;
    }
    for (let place = 0; place < real.length; place++) {
      if (real[place] === 0) this.codes[place] = null;
    }
  }
}
