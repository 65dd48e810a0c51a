/** Makes a larger `content/` out of the parsed issues. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParsedIssue, Series } from '../../src/model/content.ts';
import { randomNumbers } from '../../src/search/build/random.ts';
import { cityCount, copyOf, renameSeries, renameText } from './rename.ts';
import { findExchanges, shuffleTexts } from './shuffle.ts';

/** Writes `times` copies of all issues under `from` (`.gongbao`) into `to/content`; returns the number of issues. */
export function writeCorpus(from: string, to: string, times: number, seed: number): number {
  let written = 0;
  for (const name of readdirSync(join(from, 'series'))) {
    const series = readJson<Series>(join(from, 'series', name));
    const folder = join(from, 'issues', series.id);
    const issues = readdirSync(folder)
      .sort()
      .map((file) => readJson<ParsedIssue>(join(folder, file)));
    const exchanges = findExchanges(issues);
    const step = 1 + Math.max(0, ...issues.flatMap(numbersOf));
    for (let index = 0; index < times; index++) {
      const random = randomNumbers(seed + index);
      const copy = copyOf(index);
      const own = copy.city === 0 ? series.id : `${series.id}-${String(copy.city)}`;
      const target = join(to, 'content', own);
      mkdirSync(target, { recursive: true });
      writeFileSync(join(target, 'series.json'), JSON.stringify(renameSeries(series, copy)));
      // The first copy is the corpus itself.
      const texts =
        index === 0 ? issues.map(({ raw }) => raw) : shuffleTexts(issues, exchanges, random);
      for (const [place, { id }] of issues.entries()) {
        const issueFolder = join(target, 'issues', issueId(id, copy.years, place));
        mkdirSync(issueFolder, { recursive: true });
        writeFileSync(join(issueFolder, 'issue.json'), '{}');
        const text =
          index === 0 ? texts[place]! : renameText(texts[place]!, series, copy, step, random);
        writeFileSync(join(issueFolder, 'gazette.txt'), text);
        written++;
      }
    }
  }
  return written;
}

/** 2020-11 of a later round is 2019-11; unnumbered issues of two years must not meet in one. */
function issueId(id: string, years: number, place: number): string {
  if (years === 0) return id;
  const [, year, kind, number] = /^(\d+)-(u?)(\d+)$/.exec(id)!;
  const shifted = String(Number(year) - years);
  return kind === 'u'
    ? `${shifted}-u${String(Number(number) + (place + 1) * cityCount)}`
    : `${shifted}-${number!}`;
}

function numbersOf({ output }: ParsedIssue): number[] {
  return output.documents.flatMap(({ docNumber }) => {
    const number = /(\d+)号$/u.exec(docNumber ?? '');
    return number ? [Number(number[1])] : [];
  });
}

function readJson<Value>(file: string): Value {
  return JSON.parse(readFileSync(file, 'utf8')) as Value;
}
