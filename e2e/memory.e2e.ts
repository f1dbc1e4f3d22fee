/** What the studio's processes hold of the memory, as Linux counts it: at rest, and as epochs go by. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { latestRun } from './gpuRuns.ts';
import { expect, test } from './studioTest.ts';
import { runEnded } from './trainScreen.ts';

test.skip(!existsSync('/proc/self/status'), 'Only Linux tells it.');

/** Megabytes of 10⁶ bytes. */
const MOST_AT_REST = 150;
/** From one epoch to the other; what a garbage collector leaves that is in no hurry. */
const MOST_GROWTH = 40;
const [FIRST, LAST] = [100, 600];

/** Of the newest process whose command names this file of the build. */
function residentMegabytes(file: string): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const own = pids.filter((pid) =>
    read(pid, 'cmdline').includes(`${process.cwd()}/out/main/${file}`),
  );
  const newest = own.map(Number).sort((a, b) => b - a)[0];
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(read(String(newest), 'status')) ?? [];
  return (1024 * Number(kilobytes)) / 1e6;
}

function read(pid: string, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

test('little at rest, and a training holds no more for every epoch behind it', async ({
  studio,
}) => {
  const { page } = studio;
  await page.getByTestId('sample-digits').click();
  await runEnded(page, 'completed');
  const atRest = residentMegabytes('service.cjs');
  await page.getByRole('textbox', { name: 'Epochs', exact: true }).fill('100000');
  await page.getByTestId('button-train').click();
  const heldBehind = async (epoch: number) => {
    const reached = async () => (await latestRun(page)).last?.epoch ?? 0;
    await expect.poll(reached, { timeout: 60_000 }).toBeGreaterThan(epoch);
    return residentMegabytes('trainer.cjs');
  };
  const [early, late] = [await heldBehind(FIRST), await heldBehind(LAST)];
  await page.getByTestId('button-stop').click();
  await runEnded(page, 'stopped');
  const told = [atRest, early, late].map(Math.round);
  console.log(
    `MB: service at rest ${told[0]}, trainer at epoch ${FIRST} ${told[1]}, at ${LAST} ${told[2]}`,
  );
  expect(atRest).toBeLessThanOrEqual(MOST_AT_REST);
  expect(late - early).toBeLessThan(MOST_GROWTH);
});
