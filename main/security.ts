/** What no page of the studio may do: go elsewhere, open windows, embed pages, ask for devices. */
import { type App, session, type WebContents } from 'electron';
import { pageOrigin } from './appProtocol.ts';

/** `developmentServer`: the address of Vite while developing, absent in a build. */
export function isOwnPage(address: string, developmentServer: string | undefined): boolean {
  const own = developmentServer ?? `${pageOrigin}/`;
  return address === own || address.startsWith(own.endsWith('/') ? own : `${own}/`);
}

export function lockDown(app: App, developmentServer: string | undefined): void {
  app.on('web-contents-created', (_event, contents) => confine(contents, developmentServer));
  session.defaultSession.setPermissionRequestHandler((_contents, permission, decide) => {
    decide(permission === 'clipboard-sanitized-write');
  });
  session.defaultSession.setPermissionCheckHandler(
    (_contents, permission) => permission === 'clipboard-sanitized-write',
  );
}

function confine(contents: WebContents, developmentServer: string | undefined): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event, address) => {
    if (!isOwnPage(address, developmentServer)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
