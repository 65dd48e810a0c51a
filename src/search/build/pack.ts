/** Files as Pagefind packs its own. */
import { gunzipSync, gzipSync } from 'node:zlib';

/** Pagefind's scripts know a file by this. */
const signature = 'pagefind_dcd';

export function pack(text: string): Uint8Array {
  return gzipSync(signature + text, { level: 9 });
}

export function unpack(bytes: Uint8Array): Buffer {
  return gunzipSync(bytes).subarray(signature.length);
}
