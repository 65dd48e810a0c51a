/** Documents that running text names: 《title》（文号）, a 文号 alone, 某令第N号; and the short names it gives them. */
import {
  findDocumentNumbers,
  orderNumberSource,
  readDocumentNumber,
  writeDocumentNumber,
} from './document-number.ts';
import { normaliseTitle, quotedTitles } from './titles.ts';

export interface NamedDocument {
  /** Without the marks 《》, on one line; null where only a number is printed. */
  title: string | null;
  /** Normalised, null where none is printed. */
  docNumber: string | null;
  /** UTF-16 offsets in the text, marks and the number's brackets included. */
  start: number;
  end: number;
}

// 按照国办函〔2016〕108号, 划入额度为根据赣府厅发〔2021〕47号, （赣府发〔2018〕41号: what stands before the 代字.
const beforePrefix =
  /^.*(?:根据|按照|依据|依照|参照|执行|落实|转发|废止|[（(《〈、，和及])\s*(?=\p{Script=Han})/u;
const orderNumber = new RegExp(`令\\s*${orderNumberSource}`, 'gu');
const orderName = /\p{Script=Han}{2,20}令$/u;

// What a quoted title must end in to be a document's and not a form's or a paper's.
const instrument =
  /(法|法典|条例|规定|办法|细则|意见|通知|通报|决定|方案|规划|纲要|措施|规程|规范|标准|指南|目录|公告|通告|制度|准则|规则|要点|预案|计划|政策|清单|任务分工)$/;

/** Whether a title ends as those of laws and official documents do. */
export function isInstrument(title: string): boolean {
  const bare = title.replace(/\s*[（(][^（）()]*[)）]$/, '');
  return bare.length >= 5 && instrument.test(bare);
}

/** 某令第N号 and 某发〔2020〕5号 with their places. */
function numbersIn(text: string): NamedDocument[] {
  const numbers: NamedDocument[] = [];
  if (!text.includes('号')) return numbers;
  for (const { text: printed, index } of findDocumentNumbers(text)) {
    const own = printed.replace(beforePrefix, '');
    const read = readDocumentNumber(own);
    if (!read) continue;
    const end = index + printed.length;
    numbers.push({
      title: null,
      docNumber: writeDocumentNumber(read),
      start: end - own.length,
      end,
    });
  }
  let last = 0;
  for (const { 0: printed, 1: number, index } of text.matchAll(orderNumber)) {
    const name = orderName.exec(text.slice(Math.max(last, index - 20), index + 1))?.[0];
    if (name === undefined) continue;
    last = index + printed.length;
    const start = index + 1 - name.length;
    numbers.push({ title: null, docNumber: `${name}第${number!}号`, start, end: last });
  }
  return numbers;
}

/**
 * 《title》 and 文号 of one text, in order; a number right after a title, in brackets or not, belongs to it. An order's
 * number counts only beside its title.
 */
export function namedDocuments(text: string): NamedDocument[] {
  const found: NamedDocument[] = quotedTitles(text).map(({ title, start, end }) => ({
    title: normaliseTitle(title),
    docNumber: null,
    start: start - 1,
    end: end + 1,
  }));
  for (const entry of numbersIn(text)) {
    const titled = found.find(
      ({ end, title, docNumber }) =>
        title !== null &&
        docNumber === null &&
        entry.start >= end &&
        /^\s*[（(]?\s*$/.test(text.slice(end, entry.start)),
    );
    if (titled) {
      titled.docNumber = entry.docNumber;
      titled.end = entry.end + (/^\s*[)）]/.exec(text.slice(entry.end))?.[0].length ?? 0);
    } else if (
      /〔/.test(entry.docNumber!) &&
      !found.some(({ start, end }) => entry.start >= start && entry.end <= end)
    ) {
      found.push(entry);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const shortName =
  /^\s*[（(]\s*以下\s*(?:统一?|合|均)?简称\s*[“"《〈]*([^“”"《》〈〉（）()，。]{1,20})[”"》〉]*\s*[)）]/u;

/** Short names that a text gives to the documents it names: （以下简称《条例》） → their whole titles. */
export function shortNames(text: string): Map<string, string> {
  const names = new Map<string, string>();
  if (!text.includes('简称')) return names;
  for (const { title, end } of namedDocuments(text)) {
    const name = title === null ? null : shortName.exec(text.slice(end));
    if (name) names.set(name[1]!.replace(/\s/g, ''), title!);
  }
  return names;
}
