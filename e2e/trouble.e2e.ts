/** Runs that are ended early: by a person, by the system, by closing the window. */
import { processesOf } from './processesOf.ts';
import { expect, test } from './studioTest.ts';
import { openScreen, runEnded, trainForLong } from './trainScreen.ts';

test('Stop ends the run, and the trainer with it', async ({ studio }) => {
  const { page } = studio;
  await trainForLong(page);
  expect(trainersOf(studio.home)).toHaveLength(1);
  await page.getByTestId('button-stop').click();
  await runEnded(page, 'stopped');
  await expect.poll(() => trainersOf(studio.home)).toHaveLength(0);
  await expect(page.getByTestId('button-train')).toBeEnabled();
});

test('a killed trainer costs its run and nothing else', async ({ studio }) => {
  const { page } = studio;
  await trainForLong(page);
  const [trainer] = trainersOf(studio.home);
  process.kill(Number(trainer), 'SIGKILL');
  await runEnded(page, 'crashed');
  await page.screenshot({ path: 'test-results/crashed.png' });
  await page.getByRole('textbox', { name: 'Epochs', exact: true }).fill('2');
  await page.getByTestId('button-train').click();
  await runEnded(page, 'completed');
});

test('closing the window during a run asks first', async ({ studio }) => {
  const { app, page } = studio;
  await trainForLong(page);
  const answer = (response: number) =>
    app.evaluate(({ dialog }, chosen) => {
      const asked = { count: 0 };
      Object.assign(globalThis, { asked });
      dialog.showMessageBox = async () => {
        asked.count += 1;
        return { response: chosen, checkboxChecked: false };
      };
    }, response);
  const close = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const asked = () =>
    app.evaluate(() => (globalThis as { asked?: { count: number } }).asked?.count);

  await answer(1);
  await close();
  await expect.poll(asked).toBe(1);
  await runEnded(page, 'running');

  await answer(0);
  const closed = app.waitForEvent('close');
  await close();
  await closed;
  expect(trainersOf(studio.home)).toEqual([]);
});

test('a service that crashes during a run costs that run, and the next one trains', async ({
  studio,
}) => {
  const { page } = studio;
  await trainForLong(page);
  process.kill(Number(processesOf(studio.home, 'service.cjs')[0]), 'SIGKILL');
  await runEnded(page, 'crashed');
  await expect.poll(() => trainersOf(studio.home)).toHaveLength(0);
  await page.getByRole('textbox', { name: 'Epochs', exact: true }).fill('2');
  await page.getByTestId('button-train').click();
  await runEnded(page, 'completed');
});

test('a crashed service is replaced, and the window goes on', async ({ studio }) => {
  const { page } = studio;
  await openScreen(page, 'runs');
  process.kill(Number(processesOf(studio.home, 'service.cjs')[0]), 'SIGKILL');
  await expect.poll(() => processesOf(studio.home, 'service.cjs')).toHaveLength(1);
  await openScreen(page, 'welcome');
  await page.getByTestId('sample-iris').click();
  await runEnded(page, 'completed');
});

function trainersOf(home: string): string[] {
  return processesOf(home, 'trainer.cjs');
}
