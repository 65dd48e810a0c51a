/** Runs a command and measures it. */
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

export interface Measured {
  seconds: number;
  /** Most resident memory of the process and those it started, in bytes; null where /proc does not tell. */
  peak: number | null;
  /** It was stopped at the limit. */
  stopped: boolean;
}

const interval = 200;
const errorsKept = 4000;

/** @throws Error with the end of its messages where the command fails. */
export async function runStep(
  home: string,
  command: string,
  args: string[],
  limitSeconds: number,
): Promise<Measured> {
  const start = performance.now();
  const child = spawn(command, args, {
    cwd: home,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', CI: '' },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let errors = '';
  child.stderr.on('data', (part: Buffer) => {
    errors = (errors + part.toString()).slice(-errorsKept);
  });
  let peak: number | null = null;
  let stopped = false;
  const watch = setInterval(() => {
    const now = child.pid === undefined ? null : treeMemory(child.pid);
    if (now !== null) peak = Math.max(peak ?? 0, now);
    if (!stopped && child.pid !== undefined && performance.now() - start > limitSeconds * 1000) {
      stopped = true;
      process.kill(-child.pid);
    }
  }, interval);
  const status = await new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  }).finally(() => {
    clearInterval(watch);
  });
  if (status !== 0 && !stopped) throw new Error(`${command} ${args.join(' ')}: ${errors}`);
  return { seconds: (performance.now() - start) / 1000, peak, stopped };
}

/** Resident memory of a process and its descendants, from /proc. */
function treeMemory(root: number): number | null {
  const parents = new Map<number, number>();
  const memory = new Map<number, number>();
  let entries: string[];
  try {
    entries = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return null;
  }
  for (const name of entries) {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const read = (field: string) =>
        Number(new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      parents.set(Number(name), read('PPid'));
      memory.set(Number(name), read('VmRSS') * 1024);
    } catch {
      // It ended meanwhile.
    }
  }
  const isOwn = (id: number): boolean => {
    for (let at: number | undefined = id; at !== undefined && at > 1; at = parents.get(at)) {
      if (at === root) return true;
    }
    return false;
  };
  const own = [...memory].filter(([id]) => isOwn(id));
  return own.reduce((sum, [, bytes]) => sum + bytes, 0);
}
