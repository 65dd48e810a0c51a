/**
 * Suggestions (您是不是要找): other inputs, each with how it comes from the one typed. Nothing here knows whether they have
 * hits: only what the caller confirms is shown.
 */
import { fieldPrefix } from './query.ts';
import { otherNames, type AgencyNames } from './suggest/agencies.ts';
import { setApart } from './suggest/apart.ts';
import { nearCandidates } from './suggest/near.ts';
import { pinyinCandidates } from './suggest/pinyin.ts';
import { readReadings } from './suggest/readings.ts';
import type { Candidate, Suggestion } from './suggest/suggestion.ts';
import { readTraditional, simplify } from './suggest/traditional.ts';
import { isLatin, mayNameAgency } from './suggest/when.ts';
import { readWords, type Words } from './suggest/words.ts';

/** What the build writes of the corpus (`build/suggestions.ts`), as text. */
export interface SuggestionData {
  /** See `suggest/words.ts`. */
  words: string;
  /** See `suggest/readings.ts`. */
  readings: string;
  /** See `suggest/traditional.ts`. */
  traditional: string;
}

export interface Suggester {
  /** Inputs to try instead, the likeliest first. */
  suggest(input: string, limit?: number): Suggestion[];
}

/** Longest input that is looked at. */
const maxInput = 80;
/** Near words tried before the input is taken apart. */
const nearShown = 10;
/** Near words of which two are tried together. */
const paired = 8;
/** Share of an input that has to be words of the corpus for it to be taken apart as it is. */
const mostlyKnown = 0.6;

/** Makes a suggester; ready at once for any number of inputs. */
export function createSuggester(data: SuggestionData, agencies: AgencyNames): Suggester {
  const words = readWords(data.words);
  const readings = readReadings(data.readings);
  const traditional = readTraditional(data.traditional);

  function simplified(input: string): string[] {
    const forms = simplify(input, traditional);
    return forms
      .map((text) => ({ text, weight: weightOf(text, words) }))
      .sort((a, b) => b.weight - a.weight)
      .map(({ text }) => text);
  }

  /** One character or two put right, then the words of the input one by one. */
  function mended(input: string): Suggestion[] {
    const masked = input.replace(fieldPrefix, (prefix) => ' '.repeat(prefix.length));
    const slips = withPairs(nearCandidates(masked, words, readings));
    const near = slips.slice(0, nearShown).map(({ kind, slips: parts }) => ({
      kind,
      text: parts.reduce(replace, input),
    }));
    if (masked !== input) return near;
    const twice = near.filter((_, index) => slips[index]!.slips.length > 1);
    const apart = [
      ...setApart(input, words, mostlyKnown),
      ...twice.flatMap(({ text }) => setApart(text, words, 1)),
    ];
    return [...near, ...apart.map((text): Suggestion => ({ text, kind: 'apart' }))];
  }

  return {
    suggest(input, limit = 16) {
      const text = [...input.toWellFormed().trim()].slice(0, maxInput).join('');
      if (isLatin(text)) return distinct(text, pinyinCandidates(text, words, readings), limit);
      const forms = simplified(text);
      const base = forms[0] ?? text;
      const converted = forms.map((form): Suggestion => ({ text: form, kind: 'traditional' }));
      return distinct(
        text,
        [...converted, ...otherNamesIn(base, agencies), ...mended(base)],
        limit,
      );
    },
  };
}

function replace(text: string, { at, end, word }: Candidate): string {
  return text.slice(0, at) + word + text.slice(end);
}

/** Other names of the agencies an input names, each in the place of the one typed. */
export function otherNamesIn(input: string, agencies: AgencyNames): Suggestion[] {
  const found: Suggestion[] = [];
  for (const match of input.matchAll(/[\u3400-\u9fff]{3,}|市委|省委|县委|区委/gu)) {
    const before = input.slice(0, match.index);
    const after = input.slice(match.index + match[0].length);
    for (const [name, others] of namesWithin(match[0], agencies)) {
      for (const other of others) {
        found.push({ text: before + match[0].replace(name, other) + after, kind: 'agency' });
      }
    }
  }
  return found;
}

/** The whole run as one agency, else the longest names the run begins with. */
function namesWithin(run: string, agencies: AgencyNames): [name: string, others: string[]][] {
  for (let size = run.length; size >= 3; size--) {
    const name = run.slice(0, size);
    if (size < run.length && !mayNameAgency(name)) continue;
    const others = otherNames(name, agencies);
    if (others.length > 0) return [[name, others]];
  }
  return run.length === 2 ? [[run, otherNames(run, agencies)]] : [];
}

/** The likeliest slips, and after the first few of them those of two slips in different places. */
function withPairs(near: Candidate[]): { kind: Candidate['kind']; slips: Candidate[] }[] {
  const single = near.map((slip) => ({ kind: slip.kind, slips: [slip] }));
  const likely = near.slice(0, paired);
  const pairs = likely
    .flatMap((one) => likely.filter(({ at }) => at >= one.end).map((other) => [other, one]))
    .sort((a, b) => scoreOf(b) - scoreOf(a))
    .slice(0, 2)
    .map((slips) => ({ kind: slips[0]!.kind, slips }));
  return [...single.slice(0, 4), ...pairs, ...single.slice(4)];
}

function scoreOf(slips: Candidate[]): number {
  return slips.reduce((sum, { score }) => sum + score, 0);
}

/** How well the corpus's words cover a text: the longer and commoner, the better. */
function weightOf(text: string, words: Words): number {
  let weight = 0;
  for (let start = 0; start < text.length; start++) {
    for (let end = start + 2; end <= Math.min(text.length, start + 8); end++) {
      const word = text.slice(start, end);
      if (words.has(word)) weight += (end - start) ** 2 + words.band(word) / 10;
    }
  }
  return weight;
}

function distinct(input: string, suggestions: Suggestion[], limit: number): Suggestion[] {
  const seen = new Set([input]);
  const shown: Suggestion[] = [];
  for (const { text, kind } of suggestions) {
    if (seen.has(text)) continue;
    seen.add(text);
    shown.push({ text, kind });
    if (shown.length === limit) break;
  }
  return shown;
}
