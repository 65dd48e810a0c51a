/** 附件说明: 附件：1．甲2．乙 (GB/T 9704—2012, 7.3.7). */
import { normaliseTitle } from './titles.ts';

export interface ListedAttachment {
  number: number | null;
  title: string;
}

const head = /^附\s*件?\s*[:：]\s*(?=\S)/;

/** The text begins as a 附件说明 does: 附件：…, 附：…. */
export function beginsAttachmentList(text: string): boolean {
  return head.test(text);
}

const clean = (title: string) => normaliseTitle(title.replace(/[；;。]\s*$/, ''));

/**
 * The attachments a 附件说明 lists; without numbers one title. Numbers are looked for in their order, so that
 * 1．2018 年 1-12 月… is read as number 1 with a title that begins with a year.
 */
export function readAttachmentList(text: string): ListedAttachment[] {
  const body = text.replace(head, '');
  const starts: { number: number; start: number; end: number }[] = [];
  let from = 0;
  for (let number = 1; number < 100; number++) {
    const match = new RegExp(`(?<!\\d)${number}\\s*[.．、]\\s*`).exec(body.slice(from));
    if (!match || (number === 1 && match.index > 0)) break;
    const start = from + match.index;
    starts.push({ number, start, end: start + match[0].length });
    from = start + match[0].length;
  }
  if (starts.length === 0) return [{ number: null, title: clean(body) }];
  return starts.map(({ number, end }, index) => ({
    number,
    title: clean(body.slice(end, starts[index + 1]?.start ?? body.length)),
  }));
}
