/** Documents that a text names: 《title》 and 文号, for what a document cites and what it repeals. */
import {
  findDocumentNumbers,
  orderNumberSource,
  readDocumentNumber,
  writeDocumentNumber,
} from '../../language/document-number.ts';
import { foldLetters } from '../../language/text.ts';
import { normaliseTitle, quotedTitles } from '../../language/titles.ts';
import { hull, isInside } from '../../model/spans.ts';
import type { CitedDocument } from '../../model/output.ts';
import type { FlatParagraph } from './flat-paragraphs.ts';

// 按照国办函〔2016〕108号, 划入额度为根据赣府厅发〔2021〕47号, （赣府发〔2018〕41号: what stands before the 代字.
const beforePrefix =
  /^.*(?:根据|按照|依据|依照|参照|执行|落实|转发|废止|[（(《〈、，和及])\s*(?=\p{Script=Han})/u;
const orderNumber = new RegExp(`令\\s*${orderNumberSource}`, 'gu');
const orderName = /\p{Script=Han}{2,20}令$/u;

// What a quoted title must end in to be a document's and not a form's or a paper's.
const instrument =
  /(法|法典|条例|规定|办法|细则|意见|通知|通报|决定|方案|规划|纲要|措施|规程|规范|标准|指南|目录|公告|通告|制度|准则|规则|要点|预案|计划|政策|清单|任务分工)$/;

interface Found extends Omit<CitedDocument, 'span'> {
  start: number;
  end: number;
}

/** 某令第N号 and 某发〔2020〕5号 with their places (UTF-16 offsets into the text). */
function numbersIn(text: string): Found[] {
  const numbers: Found[] = [];
  for (const { text: printed, index: start } of findDocumentNumbers(text)) {
    const read = readDocumentNumber(printed.replace(beforePrefix, ''));
    if (!read) continue;
    const end = start + printed.length;
    numbers.push({ title: null, docNumber: writeDocumentNumber(read), start, end });
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

function isInstrument(title: string): boolean {
  const bare = title.replace(/\s*[（(][^（）()]*[)）]$/, '');
  return bare.length >= 5 && instrument.test(bare);
}

/** 《title》 and 文号 of one text, in order; a number right after a title, in brackets or not, belongs to it. */
function namedIn(text: string): Found[] {
  const found: Found[] = quotedTitles(text).map(({ title, start, end }) => ({
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
    } else if (/〔/.test(entry.docNumber!) && !found.some((other) => isInside(entry, other))) {
      found.push(entry);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * The documents named in texts, in order, each once with its first place. A title without a number counts only where it
 * ends as titles of laws and documents do; an order's number only beside its title.
 */
export function citedDocuments(texts: readonly FlatParagraph[]): CitedDocument[] {
  const merged = new Map<string, CitedDocument>();
  for (const paragraph of texts) {
    for (const { title, docNumber, start, end } of namedIn(paragraph.text)) {
      if (docNumber === null && !isInstrument(title!)) continue;
      const key = title === null ? docNumber! : foldLetters(title);
      const known = merged.get(key);
      if (!known) merged.set(key, { docNumber, title, span: hull(paragraph.spans(start, end)) });
      else known.docNumber ??= docNumber;
    }
  }
  const titled = new Set(
    [...merged.values()].flatMap(({ title, docNumber }) => (title === null ? [] : [docNumber])),
  );
  return [...merged.values()].filter(
    ({ title, docNumber }) => title !== null || !titled.has(docNumber),
  );
}
