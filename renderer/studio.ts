/**
 * The page's one door to the studio: typed requests that throw StudioError, and the desktop around
 * the page.
 *
 * No other file touches `window.studio`.
 */
import type { StudioBridge } from '../core/contract/ShellApi.ts';
import type { StudioMethod, StudioParams, StudioResult } from '../core/contract/StudioApi.ts';
import { StudioError } from '../core/contract/StudioError.ts';

declare global {
  interface Window {
    readonly studio: StudioBridge;
  }
}

/** Chooses files, tells of events and menu commands; see core/contract/ShellApi.ts. */
export const desktop: Omit<StudioBridge, 'request'> = window.studio;

export async function request<M extends StudioMethod>(
  method: M,
  params: StudioParams<M>,
): Promise<StudioResult<M>> {
  const reply = await window.studio.request(method, params);
  if (!reply.ok) throw StudioError.fromData(reply.error);
  return reply.result as StudioResult<M>;
}
