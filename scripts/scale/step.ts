/** Runs a command and measures it. */
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

export interface Measured {
  seconds: number;
  /** Most resident memory of the process and those it started, in bytes; null where /proc does not tell. */
  peak: number | null;
  /** Why it did not come to its end: the limit, or the last words of its messages. */
  failure: string | null;
}

const interval = 200;
const errorsKept = 4000;

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
  const failure = stopped ? 'stopped at the limit' : status === 0 ? null : telling(errors);
  return { seconds: (performance.now() - start) / 1000, peak, failure };
}

/** The line of the messages that names the error, else the last one. */
function telling(errors: string): string {
  const lines = errors.split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? 'failed without a word';
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
