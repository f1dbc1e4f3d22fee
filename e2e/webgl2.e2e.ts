/** The GPU executor on WebGL2, which plain Node does not have: in a hidden window of the studio. */
import { join } from 'node:path';
import { build } from 'vite';
import { launchStudio } from './launchStudio.ts';
import type { ParityReport } from './pages/webgl2Parity.ts';
import { expect, test } from './studioTest.ts';

const page = join(import.meta.dirname, 'pages', 'webgl2Parity.ts');

/** The page as one script. */
async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'chrome114',
      lib: { entry: page, name: 'parityPage', formats: ['iife'] },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('Vite built nothing.');
  return output.output[0].code;
}

test('computes what the reference executor computes', async ({ home }) => {
  const script = await bundled();
  const studio = await launchStudio({ home, switches: ['--use-angle=swiftshader'] });
  const report = (await studio.app.evaluate(async ({ BrowserWindow }, code) => {
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
    await window.loadURL('about:blank');
    const result = await window.webContents.executeJavaScript(`${code}\nparity()`);
    window.destroy();
    return result;
  }, script)) as ParityReport;
  console.log(report);
  await studio.close();
  test.skip(!report.isOpen, `No WebGL2: ${report.detail}`);
  expect(report.failed).toEqual([]);
});
