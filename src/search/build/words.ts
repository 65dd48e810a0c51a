/**
 * Chinese words by nodejieba, with the vocabulary of the gazettes: 代字, short names of agencies, short titles of
 * documents. Runs of digits and Latin letters stay whole (nodejieba cuts 12345 into single digits).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodejieba from 'nodejieba';
import type { Series } from '../../model/content.ts';
import { shortTitles } from './titles.ts';

/** Words that nodejieba cannot know, each once, sorted. */
export function dictionaryWords(series: Series[], titles: string[]): string[] {
  const words = [
    ...series.flatMap(({ codes, agencies, place, publisher }) => [
      place,
      publisher,
      ...Object.keys(codes),
      ...Object.entries(agencies).flat(),
    ]),
    ...titles.flatMap((title) => shortTitles(title, series)),
  ];
  // Longer names would hide the words they are made of.
  return [...new Set(words)].filter((word) => /^\p{Script=Han}{2,12}$/u.test(word)).sort();
}

/** Loads nodejieba with a dictionary; it holds one at a time, for the whole process. */
export function loadDictionary(words: string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-words-'));
  const file = join(folder, 'user.dict.utf8');
  writeFileSync(file, words.map((word) => `${word} n\n`).join(''));
  try {
    nodejieba.load({ userDict: file });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const latinRun = /[A-Za-z0-9]+(?:[.%‰℃-][A-Za-z0-9]+)*%?/g;

/** The words of a text in order, marks left out. */
export function cutWords(text: string): string[] {
  const words: string[] = [];
  let end = 0;
  for (const match of text.matchAll(latinRun)) {
    words.push(...cutHan(text.slice(end, match.index)), match[0]);
    end = match.index + match[0].length;
  }
  words.push(...cutHan(text.slice(end)));
  return words;
}

/** Offsets in a text at which a word begins or ends. */
export function wordEdges(text: string): Set<number> {
  const edges = new Set<number>();
  let at = 0;
  for (const word of cutWords(text)) {
    at = text.indexOf(word, at);
    edges.add(at);
    at += word.length;
    edges.add(at);
  }
  return edges;
}

const pieces =
  /^(?:[（(][^（()）]{1,4}[)）]|\d{1,3}[.．、]) ?|\p{Script=Han}+|[A-Za-z0-9]+(?:[.%‰℃-][A-Za-z0-9]+)*%?|[^]/gu;

/** The words and marks of a line in order, a label at its head （一） whole; joined, they are the line. */
export function cutLine(line: string): string[] {
  const found = line.match(pieces) ?? [];
  return found.flatMap((piece) =>
    /^\p{Script=Han}/u.test(piece) ? nodejieba.cut(piece, true) : piece,
  );
}

/** The words of a text's Han characters, in order. */
export function cutHan(text: string): string[] {
  const runs = text.match(/\p{Script=Han}+/gu) ?? [];
  return runs.flatMap((run) => nodejieba.cut(run, true));
}

/** Nouns of official documents that say nothing of their subject. */
const formal = new Set(
  (
    '我市 我省 全市 全省 本市 市级 单位 部门 有关部门 工作 通知 通报 意见 办法 规定 细则 实施细则 实施办法 暂行办法 方案 实施方案 工作方案 项目实施方案 ' +
    '计划 年度计划 目录 要点 附件 情况 要求 措施 政策 内容 事项 责任 职责 任务 目标 年度 上年 下年 同比 月底 年底 时间 期限 人员 人民政府 市政府 ' +
    '政府 县区 一是 二是 三是 标准 条件 范围 方式 方面 问题 结果 过程 程序 制度 机制 体系 试行 科室 股室 负责人 主任 科长 局长'
  ).split(' '),
);

/** Words that can stand as a keyword: a noun or the name of an action, two Han characters or more. */
export function isTelling(word: string): boolean {
  if (!/^\p{Script=Han}{2,12}$/u.test(word) || formal.has(word)) return false;
  const [tagged, ...others] = nodejieba.tag(word);
  return tagged !== undefined && others.length === 0 && /^(?:n(?!r)|vn|j|l)/.test(tagged.tag);
}
