import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { protocol, type Session } from 'electron';
import { contentSecurityPolicy } from './content-security-policy.ts';

const scheme = 'app';
export const appOrigin = `${scheme}://holdfast`;
export const appPage = `${appOrigin}/index.html`;

const typesByEnding: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Must run once, before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Serves the built renderer to a session: exactly the files that lie in `folder` now, by exact name. A path from
 * outside is looked up, never joined, so none can leave the folder.
 */
export function serveApp(session: Session, folder: string): void {
  const filesByPath = listFiles(folder);
  session.protocol.handle(scheme, async (request) => {
    const url = new URL(request.url);
    const file = `${url.protocol}//${url.host}` === appOrigin ? filesByPath.get(url.pathname) : undefined;
    if (file === undefined || request.method !== 'GET') return new Response('Not found', { status: 404 });
    const type = typesByEnding[extname(file)] ?? 'application/octet-stream';
    const headers = { 'content-type': type, 'x-content-type-options': 'nosniff' };
    const content = await readFile(file);
    if (extname(file) !== '.html') return new Response(new Uint8Array(content), { headers });
    const nonce = randomBytes(18).toString('base64');
    return new Response(content.toString('utf8').replaceAll('__CSP_NONCE__', nonce), {
      headers: { ...headers, 'content-security-policy': contentSecurityPolicy(nonce), 'cache-control': 'no-store' },
    });
  });
}

function listFiles(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [encodeURI(file.slice(folder.length).replaceAll('\\', '/')), file];
    }),
  );
}
