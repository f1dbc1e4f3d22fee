/**
 * Images of a folder that cannot be read: all are counted, the first are named, so that a person
 * mends them together and not one for each try.
 */
import { StudioError } from '../../../../core/contract/StudioError.ts';

const NAMED = 3;
/** So many are no slip: a folder that is refused for them is not read to its end. */
const MOST_COUNTED = 1000;

export class DamagedImages {
  readonly #paths: string[] = [];
  #first: StudioError | null = null;
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Whether a folder that is refused for them need not be read any further. */
  get isHopeless(): boolean {
    return this.#count >= MOST_COUNTED;
  }

  /**
   * What `read` gives; null where it is no image that can be read. Whatever else goes wrong passes.
   */
  async take<T>(path: string, read: () => Promise<T>): Promise<T | null> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof StudioError) || error.code !== 'invalid-dataset') throw error;
      if (this.#paths.length < NAMED) this.#paths.push(path);
      this.#first ??= error;
      this.#count += 1;
      return null;
    }
  }

  /**
   * How many, and the first of them; of one, what is wrong with it.
   *
   * @param isCutShort The files behind them were not looked at.
   */
  toText(isCutShort = false): string {
    const count = this.#count;
    if (count === 1 && this.#first) return this.#first.message;
    const many = `${count} ${isCutShort ? 'images or more' : 'images'} cannot be read.`;
    return [many, `The first: ${this.#paths.map((path) => `"${path}"`).join(', ')}.`].join(' ');
  }

  /** `isCutShort`: as in `toText`. */
  toError(isCutShort = false): StudioError {
    const remedy =
      this.#count === 1 && this.#first?.hint
        ? this.#first.hint
        : 'Copy the files again, or remove them.';
    const instead = 'Damaged images can be left out instead.';
    return new StudioError('invalid-dataset', this.toText(isCutShort), {
      where: this.#paths[0] ?? null,
      hint: ['Nothing was imported.', remedy, instead].join(' '),
      wayOut: 'leave-damaged-out',
      cause: this.#first,
    });
  }
}
