/**
 * A Float32Array that grows by doubling, for rows whose number is not known before the last of
 * them.
 */
export class GrowingFloats {
  #values = new Float32Array(1024);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Float32Array(2 * this.#length);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** A copy of exactly what was pushed. */
  toArray(): Float32Array {
    return this.#values.slice(0, this.#length);
  }
}
