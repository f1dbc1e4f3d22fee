/**
 * Starts the built studio as a person would, in a home of its own, and hands its window over.
 *
 * scripts/e2e.ts names the Electron and the Node to use.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

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
  /** A packaged studio; the build in out/ when absent. */
  readonly executable?: string;
}

const root = resolve(import.meta.dirname, '..');

export async function launchStudio(options: LaunchOptions = {}): Promise<Studio> {
  const home = options.home ?? (await temporaryHome());
  // Chromium's sandbox refuses to run as root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath: options.executable ?? needed('DESCENT_ELECTRON'),
    args: options.executable ? sandbox : [root, ...sandbox],
    env: { ...definedEnvironment(), DESCENT_HOME: home, DESCENT_NODE: needed('DESCENT_NODE') },
  });
  const page = await app.firstWindow({ timeout: 60_000 });
  const pageErrors: string[] = [];
  page.on('pageerror', (error) => pageErrors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') pageErrors.push(message.text());
  });
  return { app, page, home, pageErrors, close: () => app.close() };
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
