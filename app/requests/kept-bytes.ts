/** The start of a body that is being read: keeps bytes up to a limit, however small the pieces come. */
export class KeptBytes {
  readonly #limit: number;
  #buffer = new Uint8Array(0);
  #length = 0;

  /** @param limit In bytes. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** What is kept so far. What comes later does not change it. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#buffer.subarray(0, this.#length);
  }

  /** Takes a piece. Returns how many of its bytes are kept. */
  push(piece: Uint8Array): number {
    const kept = piece.subarray(0, this.#limit - this.#length);
    const length = this.#length + kept.length;
    if (length > this.#buffer.length) this.#grow(length);
    this.#buffer.set(kept, this.#length);
    this.#length = length;
    return kept.length;
  }

  /** No more will come: gives back the room that was held ready. */
  end(): void {
    if (this.#buffer.length > this.#length) this.#buffer = this.#buffer.slice(0, this.#length);
  }

  /** To twice the size: that of many small pieces would be copied again with each of them. */
  #grow(length: number): void {
    const grown = new Uint8Array(Math.min(this.#limit, Math.max(length, this.#buffer.length * 2)));
    grown.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = grown;
  }
}
