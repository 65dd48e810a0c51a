/** Documents that readers will want to compare: two texts of one kind on one subject, of different dates. */
import { foldLetters } from '../language/text.ts';
import { issuersOf, placeOfOrgan } from '../language/titles.ts';
import type { DocumentRecord } from '../model/output.ts';

export interface LikelyPair {
  /** Id of the earlier document. */
  earlier: string;
  /** Id of the later one. */
  later: string;
  /** How much the subjects have in common, 0 to 1. */
  likeness: number;
  /** What speaks for it, in Chinese, for readers: nothing here is said by the texts. */
  evidence: string;
}

/** Subjects less alike are two matters. */
const alike = 0.55;
/** Words that more documents have than this lead to no candidates: they tell nothing of a subject. */
const commonest = 40;

/**
 * The likely pairs of all documents, the latest first. Compared are only those that share a rare word or the whole
 * subject, so that time does not grow with the square of their number.
 */
export function likelyPairs(documents: readonly DocumentRecord[]): LikelyPair[] {
  const subjects = documents.flatMap((record) => subjectOf(record) ?? []);
  const holders = Map.groupBy(
    subjects.flatMap((subject) =>
      [...subject.words, subject.name].map((key) => ({ key, subject })),
    ),
    ({ key }) => key,
  );
  const holdersOf = (key: string) => holders.get(key)!.map(({ subject }) => subject);
  const weightOf = (word: string) => Math.log(1 + subjects.length / holders.get(word)!.length);
  const pairs = subjects.flatMap((later) => {
    const rare = [...later.words].filter((word) => holders.get(word)!.length <= commonest);
    const candidates = new Set([...rare, later.name].flatMap(holdersOf));
    return [...candidates].flatMap((earlier) => {
      if (earlier.date >= later.date) return [];
      if (earlier.kind !== later.kind || earlier.place !== later.place) return [];
      const likeness = likenessOf(earlier.words, later.words, weightOf);
      return likeness < alike ? [] : [{ earlier, later, likeness }];
    });
  });
  return pairs
    .sort(
      (a, b) =>
        descending(a.later.date, b.later.date) ||
        descending(a.later.id, b.later.id) ||
        b.likeness - a.likeness ||
        descending(a.earlier.date, b.earlier.date),
    )
    .map(({ earlier, later, likeness }) => ({
      earlier: earlier.id,
      later: later.id,
      likeness,
      evidence: evidenceOf(earlier, later, likeness),
    }));
}

function descending(a: string, b: string): number {
  return a < b ? 1 : a > b ? -1 : 0;
}

interface Subject {
  id: string;
  date: string;
  /** 办法, 方案, 目录 … */
  kind: string;
  /** The title without what many titles have. */
  name: string;
  /** Pairs of characters of the name. */
  words: Set<string>;
  /** Of the issuers: 某市; '' where their names tell none. */
  place: string;
}

/** Kinds of text; of those in one group a later one can stand for an earlier one. */
const kinds: [RegExp, string][] = [
  [/(?:办法|规定|细则|规则|条例|制度)$/, '规章制度'],
  [/(?:方案|计划|规划)$/, '方案计划'],
  [/(?:意见|措施|政策|机制)$/, '意见措施'],
  [/(?:目录|清单)$/, '目录清单'],
  [/要点$/, '要点'],
];

/** The subject of a document, or null where it is no text that another one could follow (任免, 会议, 统计 …). */
function subjectOf(record: DocumentRecord): Subject | null {
  const { id, date } = record;
  const carried = record.parts.find(({ role }) => role === 'promulgated')?.title ?? '';
  const name = bareName(carried === '' ? record.title : carried, record.issuers);
  const kind = kinds.find(([pattern]) => pattern.test(name))?.[1];
  if (date === null || kind === undefined) return null;
  const words = Array.from({ length: name.length - 1 }, (_, at) => name.slice(at, at + 2));
  const place = record.issuers.map(placeOfOrgan).find((found) => found !== null) ?? '';
  return { id, date, kind, name, words: new Set(words), place };
}

/** 某市人民政府办公室关于印发某市12345热线运行管理暂行办法（试行）的通知 → 12345热线运行管理办法. */
function bareName(title: string, issuers: readonly string[]): string {
  let name = title.replace(/\s/g, '');
  for (const issuer of issuersOf(name)) name = name.replace(issuer, '');
  name = name
    .replace(/^.*?(?:印发|转发|公布|发布)(?:关于)?(.+?)的?通知$/u, '$1')
    .replace(/^关于(?:做好|加强|进一步|推进)?/u, '')
    .replace(/(?:[（(][^（）()]{1,16}[）)])+$/u, '')
    .replace(/(?:19|20)\d\d(?:[-—–至](?:19|20)\d\d)?年度?/gu, '')
    .replace(/(?:暂行|试行|实施)(?=(?:办法|规定|细则|规则|方案|意见)$)/u, '');
  const places = new Set(issuers.map(placeOfOrgan).filter((place) => place !== null));
  for (const place of places) name = name.replaceAll(place, '');
  return foldLetters(name);
}

function likenessOf(a: Set<string>, b: Set<string>, weightOf: (word: string) => number): number {
  const sum = (words: Set<string>) => [...words].reduce((all, word) => all + weightOf(word), 0);
  return (2 * sum(a.intersection(b))) / (sum(a) + sum(b));
}

function evidenceOf(earlier: Subject, later: Subject, likeness: number): string {
  const titles =
    earlier.name === later.name
      ? '标题主题相同'
      : `标题主题相近（相同部分约占${String(Math.round(likeness * 100))}%）`;
  return `${titles}，同属${later.kind}，后一文件成文日期较晚`;
}
