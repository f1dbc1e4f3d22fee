/**
 * How the service speaks of trainer windows to the shell, which makes them, and what the shell
 * reports of them. The messages inside are for the window and the service alone: they parse them.
 */
import { z } from 'zod';

/** The service's own number for it. */
const WindowId = z.number().int().nonnegative();
const Command = { kind: z.literal('window-command'), window: WindowId };
const Report = { kind: z.literal('window-report'), window: WindowId };

export const WindowCommand = z.discriminatedUnion('command', [
  /** `needsHardware`: it is reported gone at once where Chromium knows of no graphics card. */
  z.strictObject({ ...Command, command: z.literal('open'), needsHardware: z.boolean() }),
  z.strictObject({ ...Command, command: z.literal('tell'), message: z.unknown() }),
  z.strictObject({ ...Command, command: z.literal('close') }),
]);
export type WindowCommand = z.infer<typeof WindowCommand>;

export const WindowReport = z.discriminatedUnion('report', [
  z.strictObject({ ...Report, report: z.literal('said'), message: z.unknown() }),
  /** The last one of a window, however it ended. */
  z.strictObject({ ...Report, report: z.literal('gone'), reason: z.string() }),
]);
export type WindowReport = z.infer<typeof WindowReport>;

/** The service's argument that says that its parent can make windows. */
export const WINDOWS_ARGUMENT = '--trainer-windows';
