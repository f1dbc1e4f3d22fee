/** A tensor that no buffer of the GPU can hold. */
export class DeviceLimitError extends Error {
  override readonly name = 'DeviceLimitError';

  /** `tensor`: its name in quotes, or what makes it. */
  constructor(tensor: string, bytes: number, limit: number) {
    super(`${tensor} needs ${bytes} bytes, and this GPU holds ${limit} in one piece.`);
  }
}
