import { hash, randomBytes } from 'node:crypto';
import { Unread } from './unread.ts';

/** Most labels that a log may speak of. */
const maxLabels = 1_500_000;

const flags = { taken: 1, erased: 2, seen: 4, files: 8 } as const;

/**
 * What was said last of each label, in so many bytes for each whatever was said, all of it laid out at the beginning: a log may not make its
 * reader's memory grow. Numbers and facts are kept as 64 bits of a hash with a secret of this run, so that none can be made that collide.
 */
export class LabelTable {
  readonly #secret = randomBytes(16).toString('hex');
  readonly #slots: number;
  readonly #numbers: BigUint64Array;
  readonly #facts: BigUint64Array;
  readonly #files: BigUint64Array;
  readonly #entries: Uint32Array;
  readonly #flags: Uint8Array;
  #count = 0;
  #withFiles = 0;

  /** For at most so many labels. */
  constructor(labels: number) {
    this.#slots = 2 ** Math.ceil(Math.log2(Math.min(labels, maxLabels) * 1.25 + 16));
    this.#numbers = new BigUint64Array(this.#slots);
    this.#facts = new BigUint64Array(this.#slots);
    this.#files = new BigUint64Array(this.#slots);
    this.#entries = new Uint32Array(this.#slots);
    this.#flags = new Uint8Array(this.#slots);
  }

  get count(): number {
    return this.#count;
  }

  /** Of how many labels the files were said. */
  get withFiles(): number {
    return this.#withFiles;
  }

  /** Keeps what an entry said, in the place of what was said before; null where its statement is not to be had. */
  say(number: string, entry: number, facts: string | null): void {
    const slot = this.#take(number);
    this.#facts[slot] = facts === null ? 0n : this.#short(facts);
    this.#entries[slot] = entry;
    this.#flags[slot] =
      flags.taken | (facts === null ? flags.erased : 0) | ((this.#flags[slot] ?? 0) & flags.files);
  }

  /** Keeps what an entry said of the files of a label. */
  sayFiles(number: string, facts: string): void {
    const slot = this.#take(number);
    if (((this.#flags[slot] ?? 0) & flags.files) === 0) this.#withFiles += 1;
    this.#files[slot] = this.#short(facts);
    this.#flags[slot] = (this.#flags[slot] ?? 0) | flags.files;
  }

  /** Whether what is shown of the files of a label was said of it last. */
  haveFiles(number: string, facts: string): boolean {
    const slot = this.#slotOf(this.#short(number));
    return ((this.#flags[slot] ?? 0) & flags.files) !== 0 && this.#files[slot] === this.#short(facts);
  }

  /** How what is shown of a label stands to what was said of it last; each label may be shown once. */
  show(number: string, facts: string): 'same' | 'differs' | 'unknown' {
    const slot = this.#slotOf(this.#short(number));
    const is = (this.#flags[slot] ?? 0) & flags.seen ? 'differs' : this.compare(number, facts);
    if (is !== 'unknown') this.#flags[slot] = (this.#flags[slot] ?? 0) | flags.seen;
    return is;
  }

  /** The same of a label that may be shown several times. */
  compare(number: string, facts: string): 'same' | 'differs' | 'unknown' {
    const slot = this.#slotOf(this.#short(number));
    const flag = (this.#flags[slot] ?? 0) & (flags.taken | flags.erased);
    if (flag === 0) return 'unknown';
    const isSame = flag === flags.taken && this.#facts[slot] === this.#short(facts);
    return isSame ? 'same' : 'differs';
  }

  /** Begins to show all labels anew. */
  showAgain(): void {
    for (let slot = 0; slot < this.#slots; slot += 1)
      this.#flags[slot] = (this.#flags[slot] ?? 0) & ~flags.seen;
  }

  /** The entries that last spoke of labels which should have been shown, and were not. */
  *notShown(): Generator<number> {
    for (let slot = 0; slot < this.#slots; slot += 1) {
      if (((this.#flags[slot] ?? 0) & ~flags.files) === flags.taken) yield this.#entries[slot] ?? 0;
    }
  }

  /** The place of a label, which is given one where it has none. */
  #take(number: string): number {
    const key = this.#short(number);
    const slot = this.#slotOf(key);
    if (this.#flags[slot] === 0) {
      if (this.#count === maxLabels || this.#count * 1.1 > this.#slots)
        throw new Unread('tooManyLabels', String(this.#count));
      this.#count += 1;
      this.#numbers[slot] = key;
    }
    return slot;
  }

  #slotOf(key: bigint): number {
    let slot = Number(key & BigInt(this.#slots - 1));
    while (this.#flags[slot] !== 0 && this.#numbers[slot] !== key) slot = (slot + 1) % this.#slots;
    return slot;
  }

  #short(text: string): bigint {
    return hash('sha256', this.#secret + text, 'buffer').readBigUInt64BE(0);
  }
}
