/** The words and frequent phrases of the corpus, for suggestions. */
import { maxWord, wordPattern } from '../suggest/words.ts';
import { cutHan } from './words.ts';

/** As many words are kept, the most frequent; about 220 KB, half of it over a compressed connection. */
export const maxWords = 30_000;
/** Of these, single words at most; phrases of several take the rest. */
const wordShare = 2 / 3;
/** Words a phrase is made of. */
const maxParts = 4;
const maxPhrase = 8;
/** Occurrences from which on a phrase of so many words is kept: 营商 环境, 一 网 通办. */
const minOccurrences = [0, 1, 2, 2, 3];
/** No phrase begins or ends with one of these. */
const particles = new Set(
  '的了和与及等在对为由将或其并是有以于向把被从按各该本个地得至到后前中内上下'.split(''),
);
/** Text that is counted; of more, every so many-th document: what is frequent is so in any of them. */
const maxCharacters = 8_000_000;
/** Phrases counted at a time; the rarest are forgotten beyond that, so that memory stays bounded. */
const maxCounted = 1_500_000;

/**
 * Words and phrases of several words with their occurrences, names of agencies among them. Phrases may begin and end anywhere
 * but at a particle: 优化营商 is one as 营商环境 is, 的环境 is none. The most frequent come first; of more than `limit`, single
 * words before phrases.
 */
export function countPhrases(
  documents: { clauses: { text: string }[] }[],
  limit = maxWords,
): [word: string, count: number][] {
  const counts = Array.from({ length: maxParts + 1 }, () => new Map<string, number>());
  for (const { clauses } of sampled(documents)) {
    for (const { text } of clauses) {
      for (const run of text.match(/[\u3400-\u9fff]+/g) ?? []) countRun(cutHan(run), counts);
    }
    for (const counted of counts) forgetRare(counted);
  }
  const all = new Map<string, number>();
  counts.forEach((counted, parts) => {
    for (const [phrase, count] of counted) {
      if (count >= minOccurrences[parts]!) all.set(phrase, Math.max(count, all.get(phrase) ?? 0));
    }
  });
  const ranked = [...all]
    .filter(([phrase]) => wordPattern.test(phrase))
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (ranked.length <= limit) return ranked;
  // In a large library, phrases that occur now and then are more than all its words.
  const isWord = ([phrase]: [string, number]) => counts[1]!.has(phrase);
  const words = ranked.filter(isWord).slice(0, limit * wordShare);
  const phrases = ranked.filter((one) => !isWord(one)).slice(0, limit - words.length);
  const kept = new Set([...words, ...phrases]);
  return ranked.filter((one) => kept.has(one));
}

function sampled<Document extends { clauses: { text: string }[] }>(
  documents: Document[],
): Document[] {
  const length = documents.reduce(
    (sum, { clauses }) => sum + clauses.reduce((all, { text }) => all + text.length, 0),
    0,
  );
  const step = Math.ceil(length / maxCharacters);
  return documents.filter((_, index) => index % step === 0);
}

function countRun(cut: string[], counts: Map<string, number>[]): void {
  for (let start = 0; start < cut.length; start++) {
    const most = particles.has(cut[start]!) ? 1 : maxParts;
    let phrase = '';
    for (let parts = 1; parts <= most && start + parts <= cut.length; parts++) {
      phrase += cut[start + parts - 1]!;
      if (phrase.length > (parts === 1 ? maxWord : maxPhrase)) break;
      if (parts > 1 && particles.has(cut[start + parts - 1]!)) continue;
      if (phrase.length >= 2) counts[parts]!.set(phrase, (counts[parts]!.get(phrase) ?? 0) + 1);
    }
  }
}

/** Lossy counting (Manku and Motwani): what occurred once is forgotten, then what occurred twice, and so on. */
function forgetRare(counts: Map<string, number>): void {
  for (let occurrences = 1; counts.size > maxCounted; occurrences++) {
    for (const [phrase, count] of counts) if (count <= occurrences) counts.delete(phrase);
  }
}
