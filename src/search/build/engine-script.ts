/** Pagefind's script for browsers, cut down to the class that search uses. */
import { build } from 'esbuild';

/** Of Pagefind's own exports each brings its worker and result views along; the class inside is enough. */
const exported = '\nexport { PagefindInstance };\n';

/** @param source what Pagefind made as `pagefind.js`. Throws where the class is not in it. */
export async function cutEngine(source: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents: source.replace(/export\s*\{[^{}]*\};?\s*$/u, '') + exported },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]!.contents;
}
