/** 发文字号 and clause references as people type them: what they mean must come first. */
import type { Page } from 'playwright-core';
import type { SearchedDocument } from '../../src/search/build/corpus.ts';
import { readNumeral } from '../../src/language/numerals.ts';
import { ask, type Answer } from './browser.ts';
import type { ScannedClause } from './clauses.ts';
import { pick, type Random } from './random.ts';
import { halves, percent, type Row } from './table.ts';

interface Asked {
  query: string;
  document: string;
  /** Ids that the reference can mean; null where a document is meant. */
  clauses: ReadonlySet<string> | null;
}

const missesShown = 6;

/** 景府办字〔2020〕55号 and 市政府令第1号 in their spellings, none where the number is of another form. */
export function spellNumber(number: string): string[] {
  const order = /^(.+令)第(\d+)号$/u.exec(number);
  if (order) {
    const [, name, count] = order as unknown as [string, string, string];
    return [`第${count}号`, `${count}号`, ` 第 ${count} 号`, `${count}`, `第${wide(count)}号`]
      .map((end) => name + end)
      .concat([`${name}（第${count}号）`, `（${name}第${count}号）`, `${name} ${count} 号`]);
  }
  const parts = /^(.+)〔(\d{4})〕(\d+)号$/u.exec(number);
  if (!parts) return [];
  const [, prefix, year, count] = parts as unknown as [string, string, string, string];
  return [
    `${prefix}〔${year}〕${count}号`,
    `${prefix}[${year}]${count}号`,
    `${prefix}(${year})${count}号`,
    `${prefix}（${year}）第${count}号`,
    `${prefix}【${year}】${count}`,
    `${prefix}﹝${year}﹞${count}号`,
    `${prefix} 〔${year}〕 ${count} 号`,
    `${prefix}${year}年第${count}号`,
    `${prefix}${year}-${count}`,
    `${prefix} ${year} ${count}`,
    `${prefix}〔${wide(year)}〕${wide(count)}号`,
    `${prefix}${year}${count}号`,
  ];
}

function wide(digits: string): string {
  return digits.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}

/** Every number of the corpus in every spelling. */
export function numberRow(page: Page, documents: SearchedDocument[], max: number, random: Random) {
  const asked = documents.flatMap(({ listed }) =>
    spellNumber(listed.number ?? '').map((query) => ({
      query,
      document: listed.id,
      clauses: null,
    })),
  );
  return targetRow(page, '文号 in 8–12 spellings', pick(random, asked, max), 1);
}

/** Clauses named with the number or the title of their document. */
export function referenceRow(
  page: Page,
  documents: SearchedDocument[],
  clauses: ScannedClause[],
  count: number,
  random: Random,
): Promise<Row> {
  const listed = new Map(documents.map((document) => [document.listed.id, document.listed]));
  const labelled = new Map<string, Set<string>>();
  for (const { document, id, label } of clauses) {
    const key = `${document}\n${label}`;
    labelled.set(key, (labelled.get(key) ?? new Set()).add(id));
  }
  // Paragraphs without a number are named by counting; people name what bears one.
  const named = clauses.filter(
    ({ document, id, label }) =>
      /^(?:第[^段附]+[条项]|第[^段附]+款|[一二三四五六七八九十]+、(?:（[一二三四五六七八九十]+）)?)$/u.test(
        label,
      ) &&
      !/tbl_/.test(id) &&
      listed.get(document)!.number !== null,
  );
  const asked = pick(random, named, count).map(({ document, label }, index) => {
    const { number, title, parts } = listed.get(document)!;
    const forms = [
      `${number!}${label}`,
      `${number!} ${shorten(label)}`,
      `《${parts?.[''] ?? title}》${label}`,
    ];
    return {
      query: forms[index % forms.length]!,
      document,
      clauses: labelled.get(`${document}\n${label}`)!,
    };
  });
  return targetRow(page, 'clause references', asked, 0.98);
}

/** 13条1款2项 for 第十三条第一款第（二）项. */
function shorten(label: string): string {
  return label.replace(
    /第（?([一二三四五六七八九十百零〇]+)）?([条款项])/gu,
    (_, numeral: string, unit: string) => `${String(readNumeral(numeral) ?? numeral)}${unit}`,
  );
}

async function targetRow(page: Page, name: string, asked: Asked[], least: number): Promise<Row> {
  const answers = await ask(
    page,
    asked.map(({ query }) => query),
    10,
  );
  const missed = asked.filter((one, index) => !isFirst(answers[index]!, one));
  const share = 1 - missed.length / Math.max(1, asked.length);
  return {
    name,
    count: asked.length,
    figures: `target first ${percent(share)}, ${halves(
      answers.map(({ milliseconds }) => milliseconds),
      'ms',
      1,
    )}`,
    target: `first ≥ ${percent(least, 0)}`,
    pass: asked.length > 0 && share >= least,
    notes: missed
      .slice(0, missesShown)
      .map(({ query, document }) => `missed: ${query} → ${document}`),
  };
}

/** What is recognised stands above the hits. */
function isFirst({ recognised, hits }: Answer, { document, clauses }: Asked): boolean {
  const [named] = recognised;
  if (clauses === null) return (named?.document ?? hits[0]?.document) === document;
  if (named?.document !== document || named.clause === null) return false;
  // 第四十一条 is the article, art_41; where it has one paragraph, the clause that is indexed is art_41__para_1.
  return [...clauses].some((id) => id === named.clause || id.startsWith(`${named.clause!}__`));
}
