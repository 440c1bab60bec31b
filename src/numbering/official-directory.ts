import { fixedBlockDigits } from './area-codes';
import type { OfficialNumber } from './number-info';
import { isDigit } from './prefixes';

type Kind = OfficialNumber['kind'];

/**
 * The official numbers as they stand in a snapshot's text, ten thousand of them. The lines are gone through when the
 * first question is asked, and an entry becomes an object only when it is the answer.
 */
export class OfficialDirectory implements Iterable<OfficialNumber> {
  /** Where the lines of entries begin, and the kind of each. */
  private readonly starts: number[] = [];
  private readonly kinds: Kind[] = [];
  /** Value of the national number → its place in both. */
  private readonly places = new Map<number, number>();
  private readonly policeBlocks = new Set<string>();
  private isIndexed = false;

  /** @param text lines `official⇥koban`, each followed by the entries of that kind: `0761744069⇥6⇥篠原駐在所` */
  constructor(private readonly text: string) {}

  find(national: string): OfficialNumber | null {
    this.index();
    const place = this.places.get(Number(national));
    const entry = place === undefined ? null : this.entryAt(place);
    return entry?.national === national ? entry : null;
  }

  isPoliceBlock(national: string): boolean {
    this.index();
    return this.policeBlocks.has(national.slice(0, fixedBlockDigits));
  }

  get policeBlockCount(): number {
    this.index();
    return this.policeBlocks.size;
  }

  *nationals(): IterableIterator<string> {
    this.index();
    for (const start of this.starts) yield this.nationalAt(start);
  }

  *[Symbol.iterator](): IterableIterator<OfficialNumber> {
    this.index();
    for (const place of this.starts.keys()) yield this.entryAt(place);
  }

  private index(): void {
    if (this.isIndexed) return;
    this.isIndexed = true;
    let kind: Kind = 'municipality';
    for (let start = 0; start < this.text.length; start = this.text.indexOf('\n', start) + 1) {
      if (isDigit(this.text.charCodeAt(start))) this.add(kind, start);
      else kind = this.text.slice(this.text.indexOf('\t', start) + 1, this.text.indexOf('\n', start)) as Kind;
    }
  }

  private add(kind: Kind, start: number): void {
    const national = this.nationalAt(start);
    this.places.set(Number(national), this.starts.length);
    this.starts.push(start);
    this.kinds.push(kind);
    if (isPoliceOffice(kind)) this.policeBlocks.add(national.slice(0, fixedBlockDigits));
  }

  private nationalAt(start: number): string {
    return this.text.slice(start, this.text.indexOf('\t', start));
  }

  private entryAt(place: number): OfficialNumber {
    const { national } = this.fieldsAt(place);
    return { national, kind: this.kinds[place] ?? 'municipality', name: this.nameAt(place) };
  }

  /** A name begins as the one before it does: goes back over the lines until all of the beginning is found. */
  private nameAt(place: number): string {
    let { shared, rest: name } = this.fieldsAt(place);
    for (let before = place - 1; shared > 0; before--) {
      const line = this.fieldsAt(before);
      if (line.shared >= shared) continue;
      name = line.rest.slice(0, shared - line.shared) + name;
      shared = line.shared;
    }
    return name;
  }

  private fieldsAt(place: number) {
    const start = this.starts[place] ?? 0;
    const [national = '', shared, rest = ''] = this.text.slice(start, this.text.indexOf('\n', start)).split('\t');
    return { national, shared: Number(shared), rest };
  }
}

/** Headquarters and stations own blocks of extensions; a koban has one line in a block shared with its neighbours. */
function isPoliceOffice(kind: Kind): boolean {
  return kind === 'police-hq' || kind === 'police-station';
}
