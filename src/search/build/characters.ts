/** Facts of the corpus's characters: their pinyin (pinyin-pro), the traditional forms they stand for (OpenCC). */
import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';

const han = /[\u3400-\u9fff]/g;

/** The different Han characters of texts, in code-point order. */
export function charactersOf(texts: Iterable<string>): string[] {
  const characters = new Set<string>();
  for (const text of texts) for (const character of text.match(han) ?? []) characters.add(character);
  return [...characters].sort();
}

/** All readings of each character without tones, ü as v. */
export function readingsOf(characters: string[]): [character: string, syllables: string[]][] {
  return characters.map((character) => {
    const read = pinyin(character, { type: 'array', multiple: true, toneType: 'none', v: true });
    return [character, [...new Set(read)].filter((syllable) => /^[a-z]+$/.test(syllable))];
  });
}

/**
 * Traditional characters and regional variants (mainland, Taiwan, Hong Kong) with the character of the corpus that is
 * written for each.
 */
export function traditionalOf(characters: string[]): [traditional: string, simplified: string][] {
  const known = new Set(characters);
  const converters = (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' }));
  const pairs: [string, string][] = [];
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code);
    const simplified = new Set(converters.map((convert) => convert(character)));
    simplified.delete(character);
    for (const one of simplified) if (known.has(one)) pairs.push([character, one]);
  }
  return pairs;
}
