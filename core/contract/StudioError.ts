/**
 * The one error that reaches a person: a stable code, what happened, where, and what to do next.
 *
 * The code is for programs and translations; the message is complete English by itself. Every
 * process throws it, sends its data across, and the other side throws it again.
 */
import { z } from 'zod';

export const StudioErrorCode = z.enum([
  'invalid-request',
  'invalid-experiment',
  'invalid-dataset',
  'invalid-model',
  'not-found',
  'already-exists',
  'busy',
  /** It would change a test split that runs are sealed with. */
  'sealed',
  'cancelled',
  'unsupported',
  'diverged',
  'trainer-crashed',
  'service-crashed',
  'storage',
  'internal',
]);
export type StudioErrorCode = z.infer<typeof StudioErrorCode>;

/**
 * What would mend it, for a caller that has its own way to say so: rows of another length, or
 * damaged images, left out; the encoding, which could not be found, chosen; quotation marks
 * in the wrong places read as letters; another file, because
 * this one is of another kind altogether.
 */
export const WayOut = z.enum([
  'leave-ragged-out',
  'leave-damaged-out',
  'choose-encoding',
  'quotes-are-letters',
  'other-file',
]);
export type WayOut = z.infer<typeof WayOut>;

export const StudioErrorData = z.strictObject({
  code: StudioErrorCode,
  /** One or two sentences: what happened, with the offending value. */
  message: z.string(),
  /** The place: `model.layers[2].options.p`, `row 214, column 3`, a file. */
  where: z.string().nullable(),
  /** What to do next, or what is safe. */
  hint: z.string().nullable(),
  wayOut: WayOut.optional(),
});
export type StudioErrorData = z.infer<typeof StudioErrorData>;

/**
 * Codes that a person caused and can mend; the CLI exits with 2 for them, with 1 for all others.
 */
const badInputCodes: ReadonlySet<StudioErrorCode> = new Set([
  'invalid-request',
  'invalid-experiment',
  'invalid-dataset',
  'invalid-model',
  'not-found',
  'already-exists',
  'sealed',
  'unsupported',
]);

export class StudioError extends Error {
  override readonly name = 'StudioError';
  readonly code: StudioErrorCode;
  readonly where: string | null;
  readonly hint: string | null;
  readonly wayOut: WayOut | undefined;

  constructor(
    code: StudioErrorCode,
    message: string,
    details: {
      where?: string | null;
      hint?: string | null;
      wayOut?: WayOut | undefined;
      cause?: unknown;
    } = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.where = details.where ?? null;
    this.hint = details.hint ?? null;
    this.wayOut = details.wayOut;
  }

  get isBadInput(): boolean {
    return badInputCodes.has(this.code);
  }

  toData(): StudioErrorData {
    const { code, message, where, hint, wayOut } = this;
    return { code, message, where, hint, ...(wayOut && { wayOut }) };
  }

  static fromData(data: StudioErrorData): StudioError {
    return new StudioError(data.code, data.message, data);
  }
}
