/** Where sentences end and brackets close, in the marks of GB/T 15834—2011. */

/** Characters within which a bracket or quote is expected to find its pair. */
const reach = 600;
/** A sentence's end mark and the closing marks after it stand within so many characters. */
const tail = 24;

const closers = '”’」』）)》〉】〕］\\]"';
const terminal = new RegExp(`[。！？!?][${closers}]*$`);
const pause = new RegExp(`[；;：:][${closers}]*$`);

/** The text ends a sentence (。！？, closing marks allowed after). */
export function endsSentence(text: string): boolean {
  return terminal.test(text.slice(-tail));
}

/** The text ends a sentence or a listed part of one (。！？；：). */
export function endsClause(text: string): boolean {
  const end = text.slice(-tail);
  return terminal.test(end) || pause.test(end);
}

/**
 * The text ends with an aside in brackets that stands after a sentence, as paragraphs may end: …成效。（市财政局负责）.
 * 各县（市、区） ends in a bracket too, but in mid-sentence.
 */
export function endsWithAside(text: string): boolean {
  const start = lastBracket(text);
  // 《…意见》（赣发〔2011〕10号） goes on; so does 各县（市、区）.
  return start !== null && (start <= 0 || /[。；：！？.;:!?”]/.test(text[start - 1]!));
}

/** As `endsWithAside`, where the sentence before the brackets is at its end. */
export function endsWithAsideAfterSentence(text: string): boolean {
  const start = lastBracket(text);
  return start !== null && start > 0 && /[。！？]/.test(text[start - 1]!);
}

/** Index of the bracket that the text's last character closes, -1 where it is too far away; null for no bracket. */
function lastBracket(text: string): number | null {
  if (!/[）)〕\]］]/.test(text.at(-1) ?? '')) return null;
  let depth = 0;
  for (let index = text.length - 1; index >= Math.max(0, text.length - reach); index--) {
    if (/[）)〕\]］]/.test(text[index]!)) depth++;
    else if (/[（(〔[［]/.test(text[index]!)) depth--;
    if (depth === 0) return index;
  }
  return -1;
}

/** The text ends in a mark after which no paragraph can end (，、 or an opening bracket). */
export function endsOpen(text: string): boolean {
  return /[，、,（(《〈“‘〔【「『—]/.test(text.at(-1) ?? '');
}

/** The text begins with a mark no line of a paragraph's own can begin with. */
export function beginsClosed(text: string): boolean {
  return /^[，。、；：！？）》〉”’〕】」』,;:!?)\]]/.test(text);
}

/** Opening marks and the marks that close them. */
export const pairs: Readonly<Record<string, string>> = {
  '（': '）',
  '(': ')',
  '《': '》',
  '〈': '〉',
  '“': '”',
  '‘': '’',
  '〔': '〕',
  '【': '】',
  '「': '」',
  '『': '』',
  '[': ']',
};
/** Marks that open and that close a bracket or quote. */
export const openingMarks = Object.keys(pairs);
export const closingMarks = Object.values(pairs);
const widths: Record<string, string> = { ')': '）', '(': '（', ']': '〕', '[': '〔' };
const one = (mark: string): string => widths[mark] ?? mark;
/** Closing mark → its opening mark, both full-width. */
const openers = new Map(Object.entries(pairs).map(([open, close]) => [one(close), one(open)]));
const marks = /[（(《〈“‘〔【「『[）)》〉”’〕】」』\]]/g;

export interface UnpairedMark {
  mark: string;
  /** UTF-16 offset in the text. */
  index: number;
}

/** Opening marks never closed and closing marks never opened. (一) and （一) pair: widths are mixed in OCR text. */
export function unpairedMarks(text: string): UnpairedMark[] {
  const open: UnpairedMark[] = [];
  const unpaired: UnpairedMark[] = [];
  for (const { 0: mark, index } of text.matchAll(marks)) {
    const opener = openers.get(one(mark));
    if (opener === undefined) {
      open.push({ mark, index });
      continue;
    }
    const last = open.findLastIndex((entry) => one(entry.mark) === opener);
    if (last === -1) unpaired.push({ mark, index });
    else open.splice(last, 1);
  }
  return [...open, ...unpaired].sort((a, b) => a.index - b.index);
}

/** Whether an opening mark left open in `text` is closed in `next` before anything is opened there. */
export function closesOpen(text: string, next: string): boolean {
  return (
    leavesOpen(text) && unpairedMarks(next.slice(0, reach)).some(({ mark }) => !(mark in pairs))
  );
}

/** Whether an opening bracket or quote of the text is still open at its end. */
export function leavesOpen(text: string): boolean {
  return unpairedMarks(text.slice(-reach)).some(({ mark }) => mark in pairs);
}
