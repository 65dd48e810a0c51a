/** A copy of the project that holds another `content/`. */
import { cpSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

const copied = ['src', 'scripts', 'public', 'astro.config.mjs', 'tsconfig.json', 'package.json'];

/** Copies the code under `root` to `home`; packages are linked one by one, so that their caches are not shared. */
export function makeWorkspace(root: string, home: string): void {
  for (const name of copied) cpSync(join(root, name), join(home, name), { recursive: true });
  const packages = join(root, 'node_modules');
  mkdirSync(join(home, 'node_modules'));
  for (const name of readdirSync(packages)) {
    if (/^\.(?!bin$)/.test(name)) continue;
    symlinkSync(resolve(packages, name), join(home, 'node_modules', name));
  }
}

/** Bytes of the files below a folder that pass. */
export function folderSize(folder: string, passes: (name: string) => boolean = () => true): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && passes(entry.name))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
