/** How requests, replies and events are wrapped between processes; ids are the sender's own. */
import { z } from 'zod';
import { StudioErrorData } from './StudioError.ts';

export const RequestEnvelope = z.strictObject({
  kind: z.literal('request'),
  id: z.number().int().nonnegative(),
  method: z.string().max(100),
  params: z.unknown(),
});
export type RequestEnvelope = z.infer<typeof RequestEnvelope>;

export const ReplyEnvelope = z.discriminatedUnion('ok', [
  z.strictObject({
    kind: z.literal('reply'),
    id: z.number().int().nonnegative(),
    ok: z.literal(true),
    result: z.unknown(),
  }),
  z.strictObject({
    kind: z.literal('reply'),
    id: z.number().int().nonnegative(),
    ok: z.literal(false),
    error: StudioErrorData,
  }),
]);
export type ReplyEnvelope = z.infer<typeof ReplyEnvelope>;

export const EventEnvelope = z.strictObject({ kind: z.literal('event'), event: z.unknown() });
export type EventEnvelope = z.infer<typeof EventEnvelope>;
