/**
 * Writes the service worker (`sw.js`) and the plan of what it keeps (`search/offline.json`) into the built site. Comes
 * last, since it reads what the other steps wrote. The same site gives the same bytes.
 *
 * `node scripts/write-offline.ts [--to FOLDER]` (`dist`).
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { planAddress, type OfflinePlan } from '../src/search/offline/plan.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const worker = join(root, 'src/search/offline/worker.ts');
const shellPages = ['search/index.html', 'search/help/index.html', 'offline/index.html'];

/** Writes both files into the site under `to` and returns the plan. */
export function writeOffline(to: string): OfflinePlan {
  const files = listFiles(to);
  const assets = files.filter((file) => file.startsWith('_astro/'));
  const read = (file: string) => readFileSync(join(to, file));
  const shell = [
    ...shellPages,
    'favicon.svg',
    ...reachAssets(shellPages, assets, (file) => read(file).toString('utf8')),
    // The index's own start: its other files are read as they are asked for.
    ...files.filter((file) => /^pagefind\/[^/]+$/.test(file)),
    ...files.filter((file) => /^search\/[^/]+$/.test(file) && isSide(file)),
  ];
  const documents = files.filter((file) => /^documents\/[^/]+\/index\.html$/.test(file));
  const rest = [
    ...documents,
    ...files.filter((file) => /^documents\/[^/]+\.clauses\.json$/.test(file)),
    ...files.filter((file) => file.startsWith('pagefind/')),
    ...assets,
  ].filter((file) => !shell.includes(file));

  const hash = createHash('sha256');
  let bytes = 0;
  for (const file of [...shell, ...rest]) {
    const content = read(file);
    hash.update(file).update(content);
    bytes += content.length;
  }
  const plan: OfflinePlan = {
    version: hash.update(readFileSync(worker)).digest('hex').slice(0, 12),
    shell: shell.map(toAddress),
    rest: rest.map(toAddress),
    bytes,
    documents: documents.length,
  };
  writeFileSync(join(to, planAddress.slice(1)), JSON.stringify(plan));
  const { version, shell: paths } = plan;
  const code = stripTypeScriptTypes(readFileSync(worker, 'utf8'));
  writeFileSync(
    join(to, 'sw.js'),
    `const plan = ${JSON.stringify({ version, shell: paths })};\n${code}`,
  );
  return plan;
}

function isSide(file: string): boolean {
  return !file.endsWith('.html') && `/${file}` !== planAddress;
}

/** Scripts and styles that pages name, and those that these name in turn. */
function reachAssets(pages: string[], assets: string[], read: (file: string) => string): string[] {
  const reached = new Set<string>();
  const open = [...pages];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const text = read(file);
    for (const asset of assets) {
      if (reached.has(asset) || !text.includes(asset.slice('_astro/'.length))) continue;
      reached.add(asset);
      open.push(asset);
    }
  }
  return [...reached].sort();
}

function toAddress(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replace(/^\//, ''))
    .sort();
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { to: { type: 'string', default: join(root, 'dist') } },
  });
  try {
    if (!existsSync(join(values.to, 'pagefind')))
      throw new Error(`There is no search index in ${values.to}. Build it first`);
    const { version, shell, rest, bytes } = writeOffline(values.to);
    console.log(
      `offline: ${version}, ${String(shell.length)} files kept at the first visit, ` +
        `${String(rest.length)} more on demand, ${(bytes / 1024 / 1024).toFixed(1)} MB`,
    );
  } catch (error) {
    console.error(`offline: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
