/** Pinyin of characters, all readings of each: one line for each syllable, `zhang张章长`, without tones. */

export interface Readings {
  /** Syllables of a character, the commonest first; none where it is unknown. */
  of(character: string): string[];
  /** Characters with a syllable. */
  withSyllable(syllable: string): string[];
  syllables: string[];
}

/** Writes the readings of characters. */
export function writeReadings(
  readings: Iterable<[character: string, syllables: string[]]>,
): string {
  const lines = new Map<string, string>();
  for (const [character, syllables] of readings) {
    for (const syllable of new Set(syllables)) {
      lines.set(syllable, (lines.get(syllable) ?? '') + character);
    }
  }
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([syllable, characters]) => syllable + characters)
    .join('\n');
}

/** Reads what `writeReadings` wrote. */
export function readReadings(text: string): Readings {
  const bySyllable = new Map<string, string[]>();
  const byCharacter = new Map<string, string[]>();
  for (const [, syllable, characters] of text.matchAll(/^([a-z]+)(.+)$/gmu)) {
    bySyllable.set(syllable!, [...characters!]);
    for (const character of characters!) {
      const known = byCharacter.get(character);
      if (known) known.push(syllable!);
      else byCharacter.set(character, [syllable!]);
    }
  }
  return {
    of: (character) => byCharacter.get(character) ?? [],
    withSyllable: (syllable) => bySyllable.get(syllable) ?? [],
    syllables: [...bySyllable.keys()],
  };
}

/** How near two characters sound: 2 the same syllable, 1 one that is often taken for it, 0 another. */
export function soundsLike(readings: Readings, a: string, b: string): 0 | 1 | 2 {
  const x = readings.of(a);
  const y = readings.of(b);
  if (x.some((syllable) => y.includes(syllable))) return 2;
  const blurred = y.map(blur);
  return x.some((syllable) => blurred.includes(blur(syllable))) ? 1 : 0;
}

/** What many speakers do not tell apart: zh and z, n and l, ang and an, f and h. */
export function blur(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/^f/, 'h')
    .replace(/([aei]n)g$/, '$1');
}
