/** The alphabet of lz-string's `compressToEncodedURIComponent`, six bits a character; it reads `$` as `A`. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-$';

/** Codes of the stream that are no phrase: a new character of 8 or 16 bits, and the end. */
const NEW_8 = 0;
const NEW_16 = 1;
const END = 2;

/**
 * How many characters a text unpacks to that lz-string packed, of any length: `undefined` where it is
 * cut short or broken, `Infinity` as soon as it is more than `most`.
 *
 * The library unpacks in one go and cannot be stopped, and what it makes grows with the square of what
 * it gets: 120 KB are a gigabyte. A bound on the packed length would refuse honest links, and a Web
 * Worker that is ended when it takes too long does not bound the memory. So this walks the same codes
 * first and keeps of each phrase its length only: exact, in a time that grows with the packed text.
 */
export function unpackedLength(packed: string, most: number): number | undefined {
  const bits = new BitReader(packed);
  const first = bits.read(2);
  if (first === END) return 0;
  if (first === undefined || !bits.skipsCharacter(first)) return undefined;

  /** By code: how long its phrase is. Codes below three have none. */
  const lengths = [0, 0, 0, 1];
  let last = 1;
  let total = 1;
  let width = 3;
  let untilWider = 4;
  const add = (length: number) => {
    lengths.push(length);
    untilWider -= 1;
    if (untilWider > 0) return;
    untilWider = 2 ** width;
    width += 1;
  };

  for (;;) {
    let code = bits.read(width);
    if (code === END) return total;
    if (code === undefined) return undefined;
    if (code === NEW_8 || code === NEW_16) {
      if (!bits.skipsCharacter(code)) return undefined;
      code = lengths.length;
      add(1);
    }
    // A phrase may be the one that it makes: the last, and its first character again.
    const length = code === lengths.length ? last + 1 : lengths[code];
    if (length === undefined) return undefined;
    total += length;
    if (total > most) return Number.POSITIVE_INFINITY;
    add(last + 1);
    last = length;
  }
}

/** Bits from the highest of each character on; of a number the lowest comes first. */
class BitReader {
  readonly #packed: string;
  #at = 0;

  constructor(packed: string) {
    this.#packed = packed;
  }

  /** Reads past a character that a code says is new. @returns whether there is one. */
  skipsCharacter(code: number): boolean {
    if (code !== NEW_8 && code !== NEW_16) return false;
    return this.read(code === NEW_8 ? 8 : 16) !== undefined;
  }

  /** @returns nothing where the text ends before. */
  read(width: number): number | undefined {
    let value = 0;
    for (let bit = 0; bit < width; bit += 1, this.#at += 1) {
      const character = this.#packed[Math.floor(this.#at / 6)];
      if (character === undefined) return undefined;
      const six = ALPHABET.indexOf(character);
      if ((six >> (5 - (this.#at % 6))) & 1) value += 2 ** bit;
    }
    return value;
  }
}
