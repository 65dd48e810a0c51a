/** Facts of the corpus's characters: their pinyin (pinyin-pro), the traditional forms they stand for (OpenCC). */
import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';

const han = /[\u3400-\u9fff]/g;

/** The different Han characters of texts, in code-point order. */
export function charactersOf(texts: Iterable<string>): string[] {
  const characters = new Set<string>();
  for (const text of texts)
    for (const character of text.match(han) ?? []) characters.add(character);
  return [...characters].sort();
}

/** The commonest characters (GB 2312, level 1): a slip may put one that the corpus has not. */
export function commonCharacters(): string[] {
  const decoder = new TextDecoder('gb18030');
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row++) {
    const last = row === 0xd7 ? 0xf9 : 0xfe;
    for (let cell = 0xa1; cell <= last; cell++) bytes.push(row, cell);
  }
  return [...decoder.decode(new Uint8Array(bytes))];
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
 * written for each; with itself, too, where the corpus writes it as it is (乾 in 乾隆).
 */
export function traditionalOf(characters: string[]): [traditional: string, simplified: string][] {
  const known = new Set(characters);
  const converters = (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' }));
  const pairs: [string, string][] = [];
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code);
    const simplified = new Set(converters.map((convert) => convert(character)));
    simplified.delete(character);
    if (simplified.size === 0) continue;
    if (known.has(character)) simplified.add(character);
    for (const one of simplified) if (known.has(one)) pairs.push([character, one]);
  }
  return pairs;
}
