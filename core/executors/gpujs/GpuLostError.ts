/** The device went away: its driver restarted, or the card was taken out. What it held is gone. */
export class GpuLostError extends Error {
  override readonly name = 'GpuLostError';

  /** `detail`: what the device said last. */
  constructor(detail?: string) {
    super(detail ? `The GPU was lost: ${detail}` : 'The GPU was lost.');
  }
}
