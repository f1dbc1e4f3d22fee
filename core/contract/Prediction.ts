import { z } from 'zod';

export const Prediction = z.strictObject({
  /**
   * Most probable first, at most 10; one entry named as the target for regression, holding the
   * value.
   */
  top: z.array(z.strictObject({ label: z.string(), value: z.number() })),
});
export type Prediction = z.infer<typeof Prediction>;
