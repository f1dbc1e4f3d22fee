/** What the page cannot do, tried from inside the page: the promises of main/security.ts and main/appProtocol.ts. */
import { launchStudio, removeHome, type Studio } from './launchStudio.ts';
import { expect, test } from './studioTest.ts';

let studio: Studio;

// One window for all: nothing here changes it, and that is the point.
test.beforeAll(async () => {
  studio = await launchStudio();
});

test.afterAll(async () => {
  await studio.close();
  await removeHome(studio.home);
});

test('the page has the bridge and nothing of Node', async () => {
  const found = await studio.page.evaluate(() => ({
    bridge: Object.keys(window.studio).sort(),
    leaked: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window),
  }));
  expect(found.leaked).toEqual([]);
  expect(found.bridge).toEqual([
    'chooseExport',
    'chooseImport',
    'onEvent',
    'onMenu',
    'pathOfDropped',
    'platform',
    'request',
    'setLanguage',
    'setTheme',
    'setUndoLabels',
    'versions',
  ]);
});

test('a path that no person chose is neither read nor written', async () => {
  const replies = await studio.page.evaluate(async () => [
    await window.studio.request('datasets.import', { path: '/etc/passwd' }),
    await window.studio.request('runs.export', { run: 'x', format: 'json', path: '/tmp/x.json' }),
    await window.studio.request('__proto__', {}),
  ]);
  expect(replies.map((reply) => (reply.ok ? 'done' : reply.error.code))).toEqual([
    'invalid-request',
    'invalid-request',
    'invalid-request',
  ]);
});

test('the page stays where it is and opens nothing', async () => {
  const { page, app } = studio;
  const address = page.url();
  const opened = await page.evaluate(() => window.open('https://example.org') !== null);
  expect(opened).toBe(false);
  await page.evaluate(() => {
    window.location.href = 'https://example.org/';
  });
  await page.waitForTimeout(300);
  expect(page.url()).toBe(address);
  expect(app.windows()).toHaveLength(1);
});

test('the network and code from text are refused by the policy', async () => {
  const outcome = await studio.page.evaluate(async () => {
    const blocked: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      blocked.push(event.effectiveDirective),
    );
    await fetch('https://example.org/').catch(() => undefined);
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.head.append(script);
    // A string given to a timer is compiled by the page itself, unlike what a debugger evaluates.
    setTimeout('window.evaluated = true', 0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { blocked, ran: ['injected', 'evaluated'].filter((name) => name in window) };
  });
  expect(outcome.ran).toEqual([]);
  expect(outcome.blocked).toContain('connect-src');
  expect(outcome.blocked).toContain('script-src-elem');
});

test('the protocol serves the built page and nothing beside it', async () => {
  const statuses = await studio.page.evaluate(() =>
    Promise.all(
      ['/index.html', '/%2e%2e/main/main.cjs', '/..%2f..%2fpackage.json', '/absent.js'].map(
        async (path) => (await fetch(path)).status,
      ),
    ),
  );
  expect(statuses).toEqual([200, 404, 404, 404]);
});

test('devices and notifications are not for the page to ask for', async () => {
  const states = await studio.page.evaluate(() =>
    Promise.all(
      (['camera', 'microphone', 'geolocation'] as PermissionName[]).map(
        async (name) => (await navigator.permissions.query({ name })).state,
      ),
    ),
  );
  expect(states).toEqual(['denied', 'denied', 'denied']);
});
