/** Marks such as `-` among the numbers of a column that are taken for missing ones, to be told. */
export class MarkedMissing {
  #count = 0;
  #first: { readonly row: number; readonly text: string } | null = null;

  add(row: number, text: string): void {
    this.#count += 1;
    this.#first ??= { row, text: text.trim() };
  }

  get count(): number {
    return this.#count;
  }

  /** Empty where there are none. */
  notes(column: string): string[] {
    if (this.#first === null) return [];
    const { row, text } = this.#first;
    return [
      this.#count === 1
        ? `Column "${column}" holds numbers: "${text}" in row ${row} is read as a missing value.`
        : `Column "${column}" holds numbers: ${this.#count} marks such as "${text}" in row ${row} are read as missing values.`,
    ];
  }
}
