/** A typed array that grows by doubling, for rows whose number is not known before the last one. */
type Numbers = Float64Array | Int32Array | Uint8Array | Uint32Array;

export class GrowingNumbers<T extends Numbers> {
  readonly #kind: new (
    length: number,
  ) => T;
  #values: T;
  #length = 0;

  constructor(kind: new (length: number) => T) {
    this.#kind = kind;
    this.#values = new kind(1024);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new this.#kind(2 * this.#length);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** What was pushed, shared and not copied; valid until the next push. */
  view(): T {
    return this.#values.subarray(0, this.#length) as T;
  }
}
