/** Fields of a document that are said in its text: 文种, 发文机关, 栏目, meeting, effect, repeals, citations. */
import { expectedTitles } from '../../language/carried-titles.ts';
import { findDate, readDate } from '../../language/dates.ts';
import {
  documentNumberSource,
  readDocumentNumber,
  writeDocumentNumber,
} from '../../language/document-number.ts';
import { foldLetters } from '../../language/text.ts';
import { issuersOf, kindOf, quotedTitles } from '../../language/titles.ts';
import type { DocumentNode, IssueNode } from '../../model/issue.ts';
import type { CitedDocument, DatedStatement, TocEntry } from '../../model/output.ts';
import type { Part, Span } from '../../model/tree.ts';
import type { DocumentEvidence, Evidence } from '../parse/gazette.ts';
import type { Block } from '../repair/block.ts';
import { flatParagraphs, type FlatParagraph } from './flat-paragraphs.ts';
import { spanOf } from '../../model/spans.ts';

const kindByForm: Record<string, string> = {
  order: '令',
  meeting: '会议',
  bulletin: '简报',
  statistics: '统计',
  note: '说明',
};

function spansOf(block: Block): Span[] {
  return block.text.spans(0);
}

function plain(text: string): string {
  return text.replace(/\s+(?![A-Za-z0-9])|(?<![A-Za-z0-9])\s+/g, '');
}

/** The sentence of a paragraph that holds the UTF-16 offset. */
function sentenceAt(text: string, index: number): { start: number; end: number } {
  const start = Math.max(text.lastIndexOf('。', index - 1) + 1, 0);
  const stop = text.indexOf('。', index);
  return { start, end: stop === -1 ? text.length : stop + 1 };
}

const effectPattern =
  /自\s*(?:(本?[\p{Script=Han}]{0,4}(?:印发|发布|公布|下发|公告)之日)|((?:19|20)\d{2}\s*年[^，。；]{2,14}日))\s*起\s*,?，?\s*(?:正式|试)?(?:施行|实施|执行|生效|试行)/u;
const effectSubject =
  /(本|该)[\p{Script=Han}]{1,12}|办法|规定|细则|制度|方案|意见|措施|规则|予公布|条例/u;

function readEffect(
  paragraphs: FlatParagraph[],
  document: DocumentNode,
): { statement: DatedStatement; spans: Span[] } | null {
  for (const paragraph of [...paragraphs].reverse()) {
    const match = effectPattern.exec(paragraph.text);
    if (!match) continue;
    const { start, end } = sentenceAt(paragraph.text, match.index);
    const sentence = paragraph.text.slice(start, end);
    if (!effectSubject.test(paragraph.text.slice(start, match.index))) continue;
    const statement: DatedStatement =
      match[1] !== undefined
        ? { text: plain(sentence), date: document.date, derived: true }
        : { text: plain(sentence), date: readDate(plain(match[2]!)) };
    return { statement, spans: paragraph.spans(start, end) };
  }
  return null;
}

function readExpiry(
  paragraphs: FlatParagraph[],
): { statement: DatedStatement; spans: Span[] } | null {
  for (const paragraph of [...paragraphs].reverse()) {
    const index = paragraph.text.search(/有效期(?:限)?(?:为|至|截至|截止|到|\s*\d)/);
    if (index === -1 || !/本|自/.test(paragraph.text.slice(Math.max(0, index - 60), index)))
      continue;
    const { start, end } = sentenceAt(paragraph.text, index);
    const until = findDate(paragraph.text.slice(index, index + 40));
    return {
      statement: { text: plain(paragraph.text.slice(start, end)), date: until?.date ?? null },
      spans: paragraph.spans(start, end),
    };
  }
  return null;
}

/** 《titles》 and 文号 in a text; a number in brackets right after a title belongs to it. */
export function citedDocuments(text: string): CitedDocument[] {
  const cited: (CitedDocument & { end: number })[] = [];
  for (const { title, end } of quotedTitles(text)) {
    cited.push({ title: plain(title), docNumber: null, end: end + 1 });
  }
  for (const match of text.matchAll(new RegExp(documentNumberSource, 'gu'))) {
    const number = readDocumentNumber(
      match[0].replace(/^.*?[（(《〈、，和及]\s*(?=\p{Script=Han})/u, ''),
    );
    if (!number) continue;
    const written = writeDocumentNumber(number);
    const before = cited.find(
      ({ end, docNumber }) =>
        docNumber === null && match.index >= end - 1 && match.index - end <= 2,
    );
    if (before) before.docNumber = written;
    else cited.push({ title: null, docNumber: written, end: match.index + match[0].length });
  }
  const seen = new Set<string>();
  return cited
    .sort((a, b) => a.end - b.end)
    .flatMap(({ title, docNumber }) => {
      const key = `${title ?? ''}|${docNumber ?? ''}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ docNumber, title }];
    });
}

function readRepeals(paragraphs: FlatParagraph[]): CitedDocument[] {
  const repeals: CitedDocument[] = [];
  for (const { text } of paragraphs) {
    for (const sentence of text.split(/(?<=。)/)) {
      const end = sentence.search(/(?:同时|即行|予以|自行)废止|(?:停止执行|不再执行)/);
      if (end !== -1) repeals.push(...citedDocuments(sentence.slice(0, end)));
    }
  }
  return repeals;
}

const meetingPattern =
  /((?:[\p{Script=Han}]{0,10}第\s*[\d一二三四五六七八九十]+\s*次[\p{Script=Han}]{0,8}会议?)|(?:(?:19|20)\d{2}\s*年[\p{Script=Han}]{2,10}会议))\s*(?:研究|审议|讨论|审查)/u;

function readMeeting(paragraphs: FlatParagraph[]): { meeting: string; spans: Span[] } | null {
  for (const paragraph of paragraphs.slice(0, 6)) {
    const match = meetingPattern.exec(paragraph.text);
    if (!match) continue;
    const name = match[1]!
      .replace(/^.*?(?:经|已由|通过)(?=\p{Script=Han})/u, '')
      .replace(/^日/, '');
    const start = match.index + match[1]!.length - name.length;
    return { meeting: plain(name), spans: paragraph.spans(start, start + name.length) };
  }
  return null;
}

/** The text that binds: the promulgated one where there is one, else the notice. */
export function mainPart(document: DocumentNode): Part {
  return document.children.find(({ role }) => role === 'promulgated') ?? document.children[0]!;
}

function sectionByIssuer(document: DocumentNode): string | null {
  const [issuer = ''] = document.issuers;
  const level = /省/.test(issuer.slice(0, 4))
    ? '省'
    : /[县区旗]/.test(issuer.slice(0, 6)) && !/市.*局|市.*委/.test(issuer)
      ? '县'
      : '市';
  if (document.kind === '会议') return '重要政务活动';
  if (document.kind === '令') return `${level}政府令`;
  if (document.kind === '说明') return '说明';
  if (/^中共|[省市县区]委$/.test(issuer)) return `${level}委${level}政府文件`;
  if (/(人民)?政府办公[室厅]$/.test(issuer))
    return `${level}政府办公${/厅$/.test(issuer) ? '厅' : '室'}文件`;
  if (/人民政府$/.test(issuer)) return `${level}政府文件`;
  return issuer === '' ? null : '部门文件';
}

function matchToc(
  issue: IssueNode,
  document: DocumentNode,
  evidence: DocumentEvidence,
  taken: Set<TocEntry>,
): TocEntry | null {
  const { toc } = evidence.lines.opening;
  if (toc !== null) return issue.toc[toc] ?? null;
  const free = issue.toc.filter((entry) => !taken.has(entry));
  return (
    free.find(({ docNumber }) => docNumber !== null && docNumber === document.docNumber) ??
    free.find(({ title }) => foldLetters(title) === foldLetters(document.title)) ??
    (document.kind === '令'
      ? (free.find(
          ({ docNumber }) =>
            docNumber !== null &&
            /令第/.test(docNumber) &&
            sameOrder(docNumber, document.docNumber),
        ) ?? null)
      : null)
  );
}

function sameOrder(a: string, b: string | null): boolean {
  const number = (text: string) => /第([^号]+)号/.exec(text)?.[1];
  return b !== null && number(a) === number(b);
}

/** Fills the fields of every document; the order matters: later ones use earlier ones. */
export function addMetadata(issue: IssueNode, evidence: Evidence): void {
  const taken = new Set<TocEntry>();
  for (const document of issue.children) {
    const own = evidence.get(document)!;
    readFields(document, own);
    const entry = matchToc(issue, document, own, taken);
    if (entry) {
      taken.add(entry);
      document.data.page = entry.page;
      document.section = entry.section;
      if (document.kind === '令' && entry.docNumber !== null) document.docNumber = entry.docNumber;
    }
    own.entry = entry;
  }
  inferSections(issue, evidence);
}

function readFields(document: DocumentNode, { found, lines }: DocumentEvidence): void {
  const { fields, inferred } = document.data;
  const { opening } = lines;
  const main = mainPart(document);
  document.kind = kindByForm[opening.form] ?? kindOf(document.title);
  if (opening.form === 'order' && main.role === 'promulgated') {
    document.children[0]!.title = document.title;
    document.title = main.title;
    document.issuers = [lines.title.replace(/令$/, '')];
  } else {
    document.issuers = issuersOf(document.title);
  }
  if (document.issuers.length > 0) fields.issuers = fields.title;
  if (found.addressee) {
    document.recipients = plain(found.addressee.text.value.replace(/[：:]$/, ''));
    fields.recipients = spansOf(found.addressee);
  }
  if (found.disclosure) {
    document.disclosure = plain(found.disclosure.text.value.replace(/^[（(]|[)）]$/g, ''));
    fields.disclosure = spansOf(found.disclosure);
  }
  if (found.source) {
    document.source = plain(
      found.source.text.value.replace(/^[（(]\s*(?:来源|供稿)?\s*[:：]?|[)）]$/g, ''),
    );
    fields.source = spansOf(found.source);
    if (document.kind === '统计' && document.issuers.length === 0) {
      document.issuers = [document.source];
      fields.issuers = spansOf(found.source);
    }
  }
  if (found.signedBy) {
    document.signedBy = found.signedBy.name
      .replace(/\s+/g, ' ')
      .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han}$)/u, '');
    fields.signedBy = spansOf(found.signedBy.block);
  }
  if (found.signedDate && document.date === null) {
    document.date = found.signedDate.date;
    fields.date = spansOf(found.signedDate.block);
  }
  if (found.signers && document.issuers.length === 0) {
    document.issuers = found.signers.names;
    fields.issuers = found.signers.blocks.flatMap(spansOf);
  }
  const notice = flatParagraphs(document.children[0]!);
  const body = flatParagraphs(main);
  const meeting = readMeeting(notice);
  if (meeting && document.kind !== '会议') {
    document.meeting = meeting.meeting;
    fields.meeting = meeting.spans;
  }
  const effect = readEffect(body, document) ?? readEffect(notice, document);
  if (effect) {
    document.effective = effect.statement;
    fields.effective = effect.spans;
    if (effect.statement.derived) inferred.effective = 'date of the document';
  }
  const expiry = readExpiry(body);
  if (expiry) {
    document.expires = expiry.statement;
    fields.expires = expiry.spans;
  }
  document.repeals = readRepeals(body);
  const carried = expectedTitles(document.title, '');
  document.cites = citedDocuments(
    document.children
      .flatMap(flatParagraphs)
      .map(({ text }) => text)
      .join('\n'),
  ).filter(
    ({ title, docNumber }) =>
      docNumber !== document.docNumber && (title === null || !carried.has(foldLetters(title))),
  );
}

/** 栏目 where there is no 目录: a running head on the page, a sibling with the same 代字, else the issuer. */
function inferSections(issue: IssueNode, evidence: Evidence): void {
  const prefix = (document: DocumentNode) =>
    document.docNumber === null ? null : (readDocumentNumber(document.docNumber)?.prefix ?? null);
  const byPrefix = new Map<string, string>();
  for (const document of issue.children) {
    const head = evidence.get(document)!.runningHead;
    const own = prefix(document);
    if (document.section === null && head !== null && own !== null) byPrefix.set(own, head);
  }
  for (const document of issue.children) {
    if (document.section !== null) continue;
    const head = evidence.get(document)!.runningHead;
    const own = prefix(document);
    if (head !== null) {
      document.section = head;
      document.data.inferred.section = 'running head';
    } else if (own !== null && byPrefix.has(own)) {
      document.section = byPrefix.get(own)!;
      document.data.inferred.section = 'running head of a document with the same prefix';
    } else {
      document.section = sectionByIssuer(document);
      if (document.section !== null) document.data.inferred.section = 'issuer';
    }
  }
}
