/** Publishes the proof of recall on the quality page, which is written before the index is built. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecallProof } from './prove-recall.ts';

const place = /(<p data-recall[^>]*>)[^<]*(<\/p>)/u;

/** Puts the result into the built page, if the site has it. Throws where the page has no place for it. */
export function publishProof(proof: RecallProof, site: string): void {
  const file = join(site, 'quality', 'index.html');
  if (!existsSync(file)) return;
  const page = readFileSync(file, 'utf8');
  if (!place.test(page)) throw new Error('The quality page has no place for the proof of recall');
  writeFileSync(
    file,
    page.replace(place, (_, start: string, end: string) => start + describe(proof) + end),
  );
}

function describe({ phrases, searched, straddling, mixed, sampled, clauses, missed }: RecallProof) {
  const number = (value: number) => value.toLocaleString('zh-CN');
  const share = 1 - missed / Math.max(1, phrases + searched);
  const of = sampled === clauses ? '全部' : `${number(clauses)}条中的`;
  return (
    `检索完备率${percent(share)}：从${of}${number(sampled)}条条文中截取${number(phrases)}句，` +
    `其中跨越词语边界的${number(straddling)}句，含数字、字母或标点的${number(mixed)}句；` +
    `另取${number(searched)}句，由浏览器中运行的程序查找。共漏检${number(missed)}句。`
  );
}

/** Rounded down: 100% is said of all alone. */
function percent(share: number): string {
  return `${String(Math.floor(share * 10_000) / 100)}%`;
}
