/**
 * Small schemas that the other contract files share.
 *
 * Bounds are deliberately tight: a document from outside is refused here, with its path, before any
 * code sees it.
 */
import { z } from 'zod';

/** A short name that a person types and a folder can carry: `digits`, `my-data-2`, `손글씨`. */
export const Slug = z
  .string()
  .min(1)
  .max(80)
  .regex(
    /^[\p{Ll}\p{Lo}\p{Nd}]+(?:[-_.][\p{Ll}\p{Lo}\p{Nd}]+)*$/u,
    'Expected lower-case letters, digits and - _ . between them',
  );

/** A human-readable title, trimmed of control characters by the writer. */
export const Title = z.string().min(1).max(200);

/** Of a file or folder on this machine. */
export const FilePath = z.string().min(1).max(4096);

/** Text in both languages of the studio. */
export const LocalizedText = z.strictObject({ en: z.string(), ko: z.string() });
export type LocalizedText = z.infer<typeof LocalizedText>;

/** Milliseconds since 1970-01-01T00:00:00Z. */
export const Timestamp = z.number().int().nonnegative();

/** A sha256 digest in lower-case hexadecimal. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'Expected 64 hexadecimal digits');

/** An unsigned 32-bit seed. */
export const Seed = z.number().int().min(0).max(0xffff_ffff);

/** The sizes of a tensor's axes; a sample's shape leaves out the minibatch axis N. */
export const Shape = z
  .array(
    z
      .number()
      .int()
      .positive()
      .max(2 ** 31 - 1),
  )
  .max(8);

/** A value that is not finite (a diverged loss) crosses JSON as null and comes back as NaN. */
export const Measured = z
  .custom<number | null>((value) => value === null || typeof value === 'number')
  .transform((value) => (value === null || !Number.isFinite(value) ? Number.NaN : value));
