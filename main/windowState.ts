/** Remembers where the window was, and forgets it when no display shows that place any more. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const Bounds = z.strictObject({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(400).max(20_000),
  height: z.number().int().min(300).max(20_000),
});
export type Bounds = z.infer<typeof Bounds>;

const WindowState = z.strictObject({ bounds: Bounds.nullable(), maximized: z.boolean() });
export type WindowState = z.infer<typeof WindowState>;

const firstStart: WindowState = { bounds: null, maximized: false };

/** `areas`: the work areas of the displays there are now. */
export function readWindowState(path: string, areas: readonly Bounds[]): WindowState {
  let state: WindowState;
  try {
    state = WindowState.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return firstStart;
  }
  const { bounds } = state;
  return bounds && areas.some((area) => showsTitleBar(area, bounds)) ? state : firstStart;
}

export function writeWindowState(path: string, state: WindowState): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.new`;
  writeFileSync(draft, JSON.stringify(state));
  renameSync(draft, path);
}

/** A window whose upper edge cannot be grasped cannot be moved back. */
function showsTitleBar(area: Bounds, bounds: Bounds): boolean {
  const grasp = 100;
  const across =
    Math.min(area.x + area.width, bounds.x + bounds.width) - Math.max(area.x, bounds.x);
  return across >= grasp && bounds.y >= area.y && bounds.y <= area.y + area.height - grasp;
}
