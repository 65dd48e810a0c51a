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
  if (!/[）)〕\]］]/.test(text.at(-1) ?? '')) return false;
  let depth = 0;
  for (let index = text.length - 1; index >= Math.max(0, text.length - reach); index--) {
    if (/[）)〕\]］]/.test(text[index]!)) depth++;
    else if (/[（(〔[［]/.test(text[index]!)) depth--;
    // 《…意见》（赣发〔2011〕10号） goes on; so does 各县（市、区）.
    if (depth === 0) return index === 0 || /[。；：！？.;:!?”]/.test(text[index - 1]!);
  }
  return true;
}

/** The text ends in a mark after which no paragraph can end (，、 or an opening bracket). */
export function endsOpen(text: string): boolean {
  return /[，、,（(《〈“‘〔【「『—]/.test(text.at(-1) ?? '');
}

/** The text begins with a mark no line of a paragraph's own can begin with. */
export function beginsClosed(text: string): boolean {
  return /^[，。、；：！？）》〉”’〕】」』,;:!?)\]]/.test(text);
}

const pairs: Record<string, string> = {
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
const widths: Record<string, string> = { ')': '）', '(': '（', ']': '〕', '[': '〔' };
const one = (mark: string): string => widths[mark] ?? mark;
/** Closing mark → the mark it closes, both in one width. */
const openings = new Map(Object.entries(pairs).map(([open, close]) => [one(close), one(open)]));
const pairedMark = /[（(《〈“‘〔【「『[）)》〉”’〕】」』\]]/g;

export interface UnpairedMark {
  mark: string;
  /** UTF-16 offset in the text. */
  index: number;
}

/** Opening marks never closed and closing marks never opened. (一) and （一) pair: widths are mixed in OCR text. */
export function unpairedMarks(text: string): UnpairedMark[] {
  const open: UnpairedMark[] = [];
  const unpaired: UnpairedMark[] = [];
  for (const { 0: mark, index } of text.matchAll(pairedMark)) {
    if (mark in pairs) {
      open.push({ mark, index });
      continue;
    }
    const opening = openings.get(one(mark));
    const last = open.findLastIndex((entry) => one(entry.mark) === opening);
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
