/** Suggestions: another input, and how it comes from the one that was typed. */

export const suggestionKinds = [
  'typo',
  'homophone',
  'dropped',
  'extra',
  'swapped',
  'traditional',
  'pinyin',
  'initials',
  'agency',
  'apart',
] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

export interface Suggestion {
  /** The input to search for instead. */
  text: string;
  kind: SuggestionKind;
}

/** A suggestion before it is chosen. */
export interface Candidate extends Suggestion {
  /** Greater is likelier; comparable within one source. */
  score: number;
  /** The part of the input that `word` stands for. */
  at: number;
  end: number;
  word: string;
}

/** Whether a suggestion adds to those already found: words looked for apart do only where nothing else is found. */
export function addsTo(found: Suggestion[], { text, kind }: Suggestion): boolean {
  if (kind === 'apart') return found.every((other) => other.kind === 'apart');
  return !found.some((other) => other.text === text.replaceAll(' ', ''));
}

/** What each kind is called on the page. */
export const suggestionLabels: Record<SuggestionKind, string> = {
  typo: '一字之差',
  homophone: '同音',
  dropped: '补一字',
  extra: '去一字',
  swapped: '换字序',
  traditional: '繁体转简体',
  pinyin: '拼音',
  initials: '拼音首字母',
  agency: '机关简称或全称',
  apart: '分成几个词',
};
