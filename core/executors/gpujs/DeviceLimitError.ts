/** A tensor that no buffer of the GPU can hold. */
export class DeviceLimitError extends Error {
  override readonly name = 'DeviceLimitError';
  readonly tensor: string;
  readonly bytes: number;
  readonly limit: number;

  /** `tensor`: its name in quotes, or what makes it. */
  constructor(tensor: string, bytes: number, limit: number) {
    super(`This GPU holds ${limit} bytes in one piece, and ${tensor} needs ${bytes}.`);
    this.tensor = tensor;
    this.bytes = bytes;
    this.limit = limit;
  }
}
