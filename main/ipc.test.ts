/** The page's messages as Electron hands them over: ipcMain is played. */
import type { BrowserWindow } from 'electron';
import { expect, test, vi } from 'vitest';
import { type BridgeOptions, connectBridge } from './ipc.ts';
import { ipcChannels } from './ipcChannels.ts';

type Answer = (event: object, ...values: unknown[]) => Promise<unknown>;

const answers = vi.hoisted(() => new Map<string, Answer>());

vi.mock('electron', () => ({
  dialog: {},
  ipcMain: {
    handle: (channel: string, answer: Answer) => void answers.set(channel, answer),
    on: () => undefined,
  },
  nativeTheme: {},
  session: {},
}));

test('a request of a window that closes is with the service when its message has been heard', async () => {
  const mainFrame = { url: 'http://localhost:1/' };
  const webContents = { mainFrame };
  const request = vi.fn(async () => []);
  connectBridge({
    window: { webContents } as unknown as BrowserWindow,
    host: { request },
    developmentServer: 'http://localhost:1/',
  } as unknown as BridgeOptions);
  const reply = answers.get(ipcChannels.request)?.(
    { sender: webContents, senderFrame: mainFrame },
    ...['runs.list', {}],
  );
  expect(request).toHaveBeenCalledExactlyOnceWith('runs.list', {});
  expect(await reply).toEqual({ ok: true, result: [] });
});
