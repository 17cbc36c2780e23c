/**
 * The rows of a lane that hold nothing right now. `take` gives the topmost one, so bars stay packed
 * at the top; both ways cost the logarithm of how many rows are free (a binary heap).
 */
export class FreeRows {
  readonly #heap: number[] = [];

  /** The topmost free row without taking it; `undefined` where all rows are in use. */
  get first(): number | undefined {
    return this.#heap[0];
  }

  put(row: number): void {
    let child = this.#heap.push(row) - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (this.#at(parent) <= row) break;
      this.#heap[child] = this.#at(parent);
      child = parent;
    }
    this.#heap[child] = row;
  }

  take(): number | undefined {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (first === undefined || last === undefined || this.#heap.length === 0) return first;
    let parent = 0;
    for (;;) {
      let child = 2 * parent + 1;
      if (child >= this.#heap.length) break;
      if (this.#at(child + 1) < this.#at(child)) child += 1;
      if (this.#at(child) >= last) break;
      this.#heap[parent] = this.#at(child);
      parent = child;
    }
    this.#heap[parent] = last;
    return first;
  }

  #at(index: number): number {
    return this.#heap[index] ?? Number.POSITIVE_INFINITY;
  }
}
