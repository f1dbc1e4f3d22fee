/**
 * Starts the built studio as a person would, in a home of its own, and hands its window over.
 *
 * scripts/e2e.ts names the Electron, its switches and the Node to use.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, errors, type Page } from '@playwright/test';
import { twoFrames } from './twoFrames.ts';

export interface Studio {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly home: string;
  /** Console errors and uncaught exceptions of the page so far. */
  readonly pageErrors: readonly string[];
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** An existing home to open again; a fresh one when absent. */
  readonly home?: string;
  /** The folder of another build; this repository when absent. */
  readonly root?: string;
  /** A packaged studio; the build in out/ when absent. */
  readonly executable?: string;
  /** Of Chromium, beside those that this machine needs. */
  readonly switches?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Far more than a launch takes on a busy machine, far less than a test may take. */
const launchMilliseconds = 30_000;
const repository = resolve(import.meta.dirname, '..');

/** What Electron needs on this machine to start at all. */
export const electronSwitches = (process.env.DESCENT_ELECTRON_SWITCHES ?? '')
  .split(' ')
  .filter((name) => name !== '');

export async function launchStudio(options: LaunchOptions = {}): Promise<Studio> {
  const home = options.home ?? (await temporaryHome());
  const { app, page, pageErrors } = await attach(home, options);
  return { app, page, home, pageErrors, close: () => app.close() };
}

/**
 * A debugger that attaches while a page navigates for the first time can lose its messages in Chrome 114, and the page
 * then waits for it for ever: one launch in thirty on a busy machine, one in 250 when the start is held until the driver
 * is there (holdStart.cjs; an installed studio loads no module of ours). No person debugs a window while it opens, so
 * this alone is tried again, and said.
 */
async function attach(home: string, options: LaunchOptions) {
  for (let tries = 1; ; tries += 1) {
    const { executable } = options;
    const studio = executable ? launch(home, executable, [], options) : launchHeld(home, options);
    const app = await studio.catch((error: unknown) => reported(error, tries));
    const window = app && (await seen(app).catch((error: unknown) => reported(error, tries)));
    if (app && window) return { app, ...window };
    app?.process().kill('SIGKILL');
  }
}

/**
 * The window, once its first picture is shown: a driver could click what no person can see yet.
 * Throws TimeoutError where it does not draw.
 */
async function seen(app: ElectronApplication): Promise<Pick<Studio, 'page' | 'pageErrors'>> {
  const page = await app.firstWindow({ timeout: launchMilliseconds });
  const pageErrors: string[] = [];
  page.on('pageerror', (error) => pageErrors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') pageErrors.push(message.text());
  });
  await app.evaluate(async ({ BrowserWindow }, patience) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window || window.isVisible()) return;
    await new Promise<void>((goOn) => {
      window.once('show', () => goOn());
      setTimeout(goOn, patience);
    });
  }, launchMilliseconds);
  await twoFrames(page, launchMilliseconds);
  return { page, pageErrors };
}

/** A timeout is worth another try; whatever else went wrong is not. */
function reported(error: unknown, tries: number): null {
  if (!(error instanceof errors.TimeoutError) || tries === 3) throw error;
  console.log(`The window did not answer its driver in time (${tries}): ${error.message}`);
  return null;
}

/** Lets the window open only when the driver is there to see it. */
async function launchHeld(home: string, options: LaunchOptions): Promise<ElectronApplication> {
  const hold = join(import.meta.dirname, 'holdStart.cjs');
  const root = options.root ?? repository;
  const app = await launch(home, needed('DESCENT_ELECTRON'), ['-r', hold, root], options);
  await app.evaluate(() => (globalThis as { releaseStart?: () => void }).releaseStart?.());
  return app;
}

function launch(
  home: string,
  executable: string,
  parameters: readonly string[],
  { switches = [], env = {} }: LaunchOptions,
) {
  return _electron.launch({
    executablePath: executable,
    args: [...electronSwitches, ...switches, ...parameters],
    // Playwright turns the sandbox off unless asked not to.
    chromiumSandbox: !electronSwitches.includes('--no-sandbox'),
    env: {
      ...definedEnvironment(),
      DESCENT_NODE: needed('DESCENT_NODE'),
      ...env,
      DESCENT_HOME: home,
    },
    timeout: launchMilliseconds,
  });
}

export function temporaryHome(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'descent-e2e-'));
}

export function removeHome(home: string): Promise<void> {
  return rm(home, { recursive: true, force: true, maxRetries: 5 });
}

function needed(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set. Run the end-to-end tests with: npm run e2e`);
  return value;
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry) => entry[1] !== undefined);
  return Object.fromEntries(entries) as Record<string, string>;
}
