/**
 * Serves a folder of static files on localhost, as the portal's host would. Run as a command it
 * serves `dist`, on the port in PORT or 4321, or the next one that is free.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Types that are sent compressed, as any host does; the others are packed already. */
const compressed = /^text\/|json|xml|svg/;

const headers = {
  'Content-Security-Policy': [
    "default-src 'self'",
    // Pagefind is WebAssembly.
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "style-src 'self' 'unsafe-inline'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-cache',
};

export interface Served {
  /** Address of the root, with a trailing slash. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves `root` on localhost: `index.html` for a folder, a redirect to the trailing slash, `404.html`
 * with status 404 for what is not there.
 *
 * `port` 0 takes any free port; a port that is busy is passed over for the next free one.
 */
export async function serveDirectory(
  root: string,
  { port = 4321 }: { port?: number } = {},
): Promise<Served> {
  const folder = resolve(root);
  if (!(await isFolder(folder))) {
    throw new Error(`There is no folder ${folder} to serve. Build the site first: npm run build`);
  }
  const server = createServer((request, response) => {
    respond(folder, request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) sendText(response, 500, 'Internal server error');
      else response.destroy();
    });
  });
  const taken = await listen(server, port);
  return {
    url: `http://localhost:${String(taken)}/`,
    close: () =>
      new Promise((done, fail) => {
        server.close((error) => {
          if (error) fail(error);
          else done();
        });
        server.closeAllConnections();
      }),
  };
}

async function respond(root: string, request: IncomingMessage, response: ServerResponse) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    sendText(response, 405, 'Method not allowed');
    return;
  }
  const [path = '/', query] = (request.url ?? '/').split(/\?(.*)/s, 2);
  const segments = readPath(path);
  if (!segments) {
    sendText(response, 400, 'Bad path');
    return;
  }
  const target = join(root, ...segments);
  if (await isFolder(target)) {
    if (!path.endsWith('/')) {
      response.setHeader('Location', `${path}/${query === undefined ? '' : `?${query}`}`);
      sendText(response, 301, 'Moved');
    } else {
      await sendFile(root, join(target, 'index.html'), request, response);
    }
  } else if (path.endsWith('/')) {
    await sendMissing(root, request, response);
  } else {
    await sendFile(root, target, request, response);
  }
}

/**
 * Reads the path of an address into the names of folders and file; undefined where it could leave
 * the root or, as `//host` would in a redirect, the site.
 */
export function readPath(path: string): string[] | undefined {
  if (!path.startsWith('/')) return undefined;
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  const segments = decoded.slice(1).split('/');
  if (segments.at(-1) === '') segments.pop();
  // Only a plain slash may part names: `%2f` would part them here but not in the browser.
  if (segments.length > path.split('/').length - 1) return undefined;
  return segments.some(
    (name) => name === '' || name === '.' || name === '..' || /[\0\\]/.test(name),
  )
    ? undefined
    : segments;
}

async function sendFile(
  root: string,
  file: string,
  request: IncomingMessage,
  response: ServerResponse,
  status = 200,
) {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) {
    if (status === 200) await sendMissing(root, request, response);
    else sendText(response, status, 'Not found');
    return;
  }
  const type = types[extname(file).toLowerCase()] ?? 'application/octet-stream';
  const isPacked = compressed.test(type) && accepts(request, 'gzip');
  response.writeHead(status, {
    ...headers,
    'Content-Type': type,
    Vary: 'Accept-Encoding',
    ...(isPacked ? { 'Content-Encoding': 'gzip' } : { 'Content-Length': found.size }),
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const content = createReadStream(file);
  // A reader who goes away in the middle is no error.
  await (isPacked ? pipeline(content, createGzip(), response) : pipeline(content, response)).catch(
    () => response.destroy(),
  );
}

function accepts({ headers: asked }: IncomingMessage, coding: string): boolean {
  const accepted = String(asked['accept-encoding'] ?? '').split(',');
  return accepted.some((one) => {
    const [name, ...parameters] = one.split(';').map((part) => part.trim());
    return name === coding && !parameters.some((part) => /^q=0(?:\.0*)?$/.test(part));
  });
}

function sendMissing(root: string, request: IncomingMessage, response: ServerResponse) {
  return sendFile(root, join(root, '404.html'), request, response, 404);
}

function sendText(response: ServerResponse, status: number, text: string) {
  response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ?? false;
}

/** Listens on the first free port from `port` on and returns it. */
async function listen(server: Server, port: number, tries = 100): Promise<number> {
  for (let candidate = port; candidate < port + tries && candidate < 65_536; candidate++) {
    try {
      await new Promise<void>((done, fail) => {
        server.once('error', fail);
        server.listen(candidate, '127.0.0.1', () => {
          server.off('error', fail);
          done();
        });
      });
      const address = server.address();
      return typeof address === 'object' && address ? address.port : candidate;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`No free port from ${String(port)} on. Set PORT to another one.`);
}

function readPort(text: string | undefined): number {
  if (!text) return 4321;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT is \`${text}\`, expected a number from 0 to 65535`);
  }
  return port;
}

if (import.meta.main) {
  try {
    const dist = fileURLToPath(new URL('../dist', import.meta.url));
    const { url } = await serveDirectory(dist, { port: readPort(process.env.PORT) });
    console.log(`公报 portal: ${url} (Ctrl+C stops it)`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
