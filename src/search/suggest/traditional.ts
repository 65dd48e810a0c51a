/** Traditional characters and variants, as what the corpus writes for them: `发發髮 干乾幹 乾乾`. */

export type Traditional = ReadonlyMap<string, string[]>;

/** Combinations of ambiguous characters that are tried. */
const maxForms = 16;

/** Writes for each simplified character the others that stand for it. */
export function writeTraditional(
  pairs: Iterable<[traditional: string, simplified: string]>,
): string {
  const groups = new Map<string, string>();
  for (const [traditional, simplified] of pairs) {
    groups.set(simplified, (groups.get(simplified) ?? '') + traditional);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([simplified, others]) => simplified + others)
    .join(' ');
}

/** Reads what `writeTraditional` wrote. */
export function readTraditional(text: string): Traditional {
  const map = new Map<string, string[]>();
  for (const [, simplified, others] of text.matchAll(/(\S)(\S+)/gu)) {
    for (const other of others!) {
      const known = map.get(other);
      if (known) known.push(simplified!);
      else map.set(other, [simplified!]);
    }
  }
  return map;
}

/**
 * The simplified forms of an input, none where it has no traditional character. A character that simplified texts write,
 * too (乾 in 乾隆, 干 in 干部), gives a form for each.
 */
export function simplify(input: string, map: Traditional): string[] {
  let forms = [''];
  for (const character of input) {
    const options = map.get(character) ?? [character];
    forms = forms.flatMap((form) => options.map((option) => form + option)).slice(0, maxForms);
  }
  return forms.filter((form) => form !== input);
}
