import type { Locator, Page } from '@playwright/test';
import { twoFrames } from './twoFrames.ts';

export type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>;

/** Looks in a row, each two frames behind the last, that must see the same. */
const LOOKS = 8;

/**
 * Where it stands and stays: what is asked for, such as a check or statistics, comes a moment later
 * and moves what stands below. Throws where it is not in sight.
 */
export async function steadyBox(page: Page, target: Locator): Promise<Box> {
  let box = await boxOf(target);
  for (let looks = 1; looks < LOOKS; looks += 1) {
    await twoFrames(page);
    const before = box;
    box = await boxOf(target);
    if (!isSameBox(box, before)) looks = 0;
  }
  return box;
}

export async function boxOf(target: Locator): Promise<Box> {
  const box = await target.boundingBox();
  if (!box) throw new Error(`${target} is not in sight.`);
  return box;
}

export const isSameBox = (a: Box, b: Box | null) =>
  a.x === b?.x && a.y === b.y && a.width === b.width && a.height === b.height;
