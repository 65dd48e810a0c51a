import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const help =
  'Install one (`apt-get install -y chromium fonts-noto-cjk`) ' +
  'or set GONGBAO_CHROMIUM to the path of a Chromium or Chrome.';

interface Executable {
  path: string;
  env?: Record<string, string>;
}

/**
 * Starts a headless Chromium: the one GONGBAO_CHROMIUM names, else the system's, else the one that
 * the npm package @sparticuz/chromium carries.
 *
 * Throws an error that says what to do where none starts; the caller must not turn that into a skip.
 */
export async function launchChromium(): Promise<Browser> {
  const { path, env } = named() ?? system() ?? (await packaged());
  try {
    return await chromium.launch({
      executablePath: path,
      args: flags,
      headless: true,
      chromiumSandbox: false,
      env: { ...definedEnv(), ...env },
    });
  } catch (cause) {
    throw new Error(`Chromium at ${path} did not start. ${help}`, { cause });
  }
}

function named(): Executable | undefined {
  const path = process.env.GONGBAO_CHROMIUM;
  if (!path) return undefined;
  if (!existsSync(path)) {
    throw new Error(`GONGBAO_CHROMIUM names ${path}, which does not exist. ${help}`);
  }
  return { path };
}

function system(): Executable | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ];
  const path = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ].find((candidate) => existsSync(candidate));
  return path === undefined ? undefined : { path };
}

/** The Chromium of @sparticuz/chromium, unpacked once per version under node_modules/.cache. */
async function packaged(): Promise<Executable> {
  try {
    const folder = await unpack();
    const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean);
    return {
      path: join(folder, 'chromium'),
      env: {
        // The archive's libnss3 and its like; the package itself sets this only inside a Lambda.
        LD_LIBRARY_PATH: libraries.join(delimiter),
        ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
      },
    };
  } catch (cause) {
    throw new Error(`No Chromium on this system, and none in @sparticuz/chromium. ${help}`, {
      cause,
    });
  }
}

async function unpack(): Promise<string> {
  const { inflate } = await import('@sparticuz/chromium');
  const bin = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin');
  const require = createRequire(import.meta.url);
  const { version } = require(join(bin, '..', 'package.json')) as { version: string };
  const cache = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url));
  const target = join(cache, `chromium-${version}`);
  if (existsSync(target)) return target;

  // Unpacked aside and renamed, so that a second test process never sees half a browser.
  await mkdir(cache, { recursive: true });
  const staging = await mkdtemp(`${target}-`);
  try {
    const archives = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'];
    await Promise.all(
      inflateInto(
        staging,
        inflate,
        archives.map((name) => join(bin, name)),
      ),
    );
    await rename(staging, target);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** `inflate` writes to the temporary folder, which it reads from TMPDIR when it is called. */
function inflateInto(
  folder: string,
  inflate: (file: string) => Promise<string>,
  files: string[],
): Promise<string>[] {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return files.map((file) => inflate(file));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
