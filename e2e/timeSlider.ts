/** How long a slider's preview takes, as a person sees it: from the pointer's event to the frame that is painted. */
import { expect, type Locator, type Page } from '@playwright/test';
import { steadyBox } from './steadyBox.ts';

interface SliderTimer {
  /** Milliseconds from the pointer's newest move to the frame with everything drawn anew. */
  next(): Promise<number>;
  /** Times that everything was drawn. */
  drawn(): number;
}

declare global {
  interface Window {
    sliderTimer?: SliderTimer;
  }
}

/** Counts what is drawn on the canvases in `area`, and remembers when the pointer moved. */
async function installTimer(area: Locator): Promise<void> {
  await area.evaluate((within) => {
    const canvases = within.querySelectorAll('canvas').length;
    const prototype = CanvasRenderingContext2D.prototype;
    const put = prototype.putImageData as (...values: unknown[]) => void;
    let movedAt = 0;
    let draws = 0;
    let tell: (() => void) | null = null;
    addEventListener('pointermove', ({ timeStamp }) => (movedAt = timeStamp), { capture: true });
    prototype.putImageData = function (this: CanvasRenderingContext2D, ...values: unknown[]) {
      put.apply(this, values);
      if (!within.contains(this.canvas)) return;
      draws += 1;
      if (draws % canvases === 0) tell?.();
    };
    /** The frame begins, the next task comes behind it. */
    const painted = () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve();
          port2.postMessage(null);
        });
      });
    window.sliderTimer = {
      drawn: () => draws / canvases,
      async next() {
        await new Promise<void>((resolve) => (tell = resolve));
        tell = null;
        await painted();
        return performance.now() - movedAt;
      },
    };
  });
}

export interface SliderTimes {
  /** Milliseconds for each of the moves, ascending; each move waited for the one before. */
  readonly moves: readonly number[];
  /** How often everything was drawn in a second of moves that waited for nothing. */
  readonly perSecond: number;
}

/**
 * Drags `thumb` to and fro along `track`, at first move by move, then as fast as a hand does.
 *
 * @param area Holds the canvases that are drawn anew, all of them, for each value of the slider.
 */
export async function timeSlider(
  page: Page,
  { thumb, area, moves }: { thumb: Locator; area: Locator; moves: number },
): Promise<SliderTimes> {
  const box = await steadyBox(page, thumb);
  await installTimer(area);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const place = (move: number) => x + 2 * (move % 40 < 20 ? move % 20 : 20 - (move % 20)) + 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await expect(thumb).toBeFocused();
  const times: number[] = [];
  for (let move = 0; move < moves; move += 1) {
    const next = page.evaluate(() => window.sliderTimer?.next() ?? 0);
    await page.mouse.move(place(move), y);
    times.push(await next);
  }
  const perSecond = await dragFreely(page, (move) => [place(move), y]);
  await page.mouse.up();
  return { moves: times.sort((a, b) => a - b), perSecond };
}

/** Sixty moves a second, for two seconds. */
async function dragFreely(page: Page, place: (move: number) => readonly [number, number]) {
  const drawn = () => page.evaluate(() => window.sliderTimer?.drawn() ?? 0);
  const [before, start] = [await drawn(), performance.now()];
  for (let move = 0; performance.now() - start < 2000; move += 1) {
    await page.mouse.move(...place(move));
    await page.waitForTimeout(Math.max(0, start + (move * 1000) / 60 - performance.now()));
  }
  const seconds = (performance.now() - start) / 1000;
  return ((await drawn()) - before) / seconds;
}
