/**
 * The service worker: search without network. The build strips its types and writes it to `/sw.js` with the plan in
 * front, so it imports nothing.
 *
 * Pages and whatever may change come from the network, as long as there is one: what is kept is only used where there is
 * none, so nothing is stale. Files whose name changes with their content are taken from what is kept. A new build is a new
 * version: its shell replaces the former one; what the reader saved stays whole until it is saved anew.
 */
import type { OfflinePlan } from './plan.ts';

interface LifeEvent {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetched extends LifeEvent {
  request: Request;
  respondWith(response: Promise<Response>): void;
}

interface WorkerScope {
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetched) => void): void;
  addEventListener(type: 'message', listener: (event: LifeEvent & MessageEvent) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}

/** Written in front of this file by the build. */
declare const plan: Pick<OfflinePlan, 'version' | 'shell'>;

const scope = self as unknown as WorkerScope;
const shellCache = `gongbao-shell-${plan.version}`;
/** Files of the index that searches have read. */
const readCache = `gongbao-read-${plan.version}`;
const savedCaches = 'gongbao-saved-';
const savedMark = '/search/offline.json';
const missingPage = '/offline/';

scope.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(shellCache)
      .then((cache) =>
        cache.addAll(plan.shell.map((path) => new Request(path, { cache: 'no-cache' }))),
      )
      .then(() => scope.skipWaiting()),
  );
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(dropFormer().then(() => scope.clients.claim()));
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  // Whether there is something newer, only the network knows.
  if (request.method !== 'GET' || origin !== location.origin || pathname === savedMark) return;
  event.respondWith(isLasting(pathname) ? keptFirst(request) : networkFirst(request));
});

/** The search page tells what it had read before the worker was there. */
scope.addEventListener('message', (event) => {
  const paths = Array.isArray(event.data) ? (event.data as unknown[]) : [];
  const lasting = paths.filter(
    (path): path is string => typeof path === 'string' && isLasting(path),
  );
  event.waitUntil(caches.open(readCache).then((cache) => cache.addAll(lasting)));
});

/** Names that change with the content. */
function isLasting(path: string): boolean {
  return /^\/_astro\/|^\/pagefind\/(?:fragment|index|filter)\/|\.pf_meta$/.test(path);
}

async function keptFirst(request: Request): Promise<Response> {
  const kept = await findKept(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && new URL(request.url).pathname.startsWith('/pagefind/')) {
    const cache = await caches.open(readCache);
    await cache.put(request, response.clone());
  }
  return response;
}

async function networkFirst(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await findKept(request);
    if (kept) return kept;
    const page = request.mode === 'navigate' ? await caches.match(missingPage) : undefined;
    if (page) return page;
    throw error;
  }
}

/** What the reader saved is whole in itself, so it goes before the shell. */
async function findKept(request: Request): Promise<Response | undefined> {
  const names = (await caches.keys()).filter((name) => name.startsWith(savedCaches)).sort();
  for (const name of [...names, shellCache, readCache]) {
    const cache = await caches.open(name);
    // Saving that was broken off has no mark.
    if (name.startsWith(savedCaches) && !(await cache.match(savedMark))) continue;
    const found = await cache.match(request, { ignoreSearch: true });
    if (found) return found;
  }
  return undefined;
}

async function dropFormer(): Promise<void> {
  const names = (await caches.keys()).filter(
    (name) => /^gongbao-(?:shell|read)-/.test(name) && name !== shellCache && name !== readCache,
  );
  await Promise.all(names.map((name) => caches.delete(name)));
}
