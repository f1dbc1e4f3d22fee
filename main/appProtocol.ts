/**
 * Serves the page from app://studio/, and with it the page's security policy.
 *
 * A scheme of our own gives the page a real origin (file:// has none), so `'self'` means the built
 * renderer and nothing else on the disk. The policy allows no network: the studio is offline by
 * construction.
 */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';

export const pageOrigin = 'app://studio';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

// Styles may be inline because Radix and sonner place floating parts by style attributes; scripts
// never are.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Must run before the application is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/**
 * Answers app://studio/ from the folder of the built renderer; everything else, malformed addresses
 * too, is 404.
 */
export function serveApp(folder: string): void {
  protocol.handle('app', async (request) => {
    try {
      const path = pathInside(folder, request.url);
      const type = path && contentTypes[extname(path)];
      if (!path || !type) return notFound();
      return new Response(await readFile(path), {
        headers: {
          'Content-Type': type,
          'Content-Security-Policy': contentSecurityPolicy,
          'X-Content-Type-Options': 'nosniff',
        },
      });
    } catch {
      return notFound();
    }
  });
}

function pathInside(folder: string, address: string): string | null {
  const url = new URL(address);
  if (url.host !== new URL(pageOrigin).host) return null;
  const name = url.pathname === '/' ? '/index.html' : decodeURIComponent(url.pathname);
  const path = normalize(join(folder, name));
  return path.startsWith(folder + sep) ? path : null;
}

function notFound(): Response {
  return new Response('Not found', { status: 404 });
}
