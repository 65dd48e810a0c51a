/** Fields of a document that are said in its text: 文种, 发文机关, 栏目, meeting, effect, repeals, citations. */
import { findAppointments } from '../../language/appointments.ts';
import { findInterpreter } from '../../language/basis.ts';
import { expectedTitles } from '../../language/carried-titles.ts';
import { readDocumentNumber } from '../../language/document-number.ts';
import { readNumeral } from '../../language/numerals.ts';
import { foldLetters } from '../../language/text.ts';
import { isOrgan, issuersOf, kindOf, placeOfOrgan } from '../../language/titles.ts';
import type { DocumentNode, IssueNode } from '../../model/issue.ts';
import type { Appointment, TocEntry } from '../../model/output.ts';
import { hull, isInside, spanOf } from '../../model/spans.ts';
import type { GazetteData, Part, Span } from '../../model/tree.ts';
import type { Node } from 'unist';
import type { DocumentEvidence, Evidence } from '../parse/gazette.ts';
import type { Block } from '../repair/block.ts';
import { citedDocuments } from './cited.ts';
import { readEffect, readExpiry, type Evidenced } from './effect.ts';
import { flatParagraphs, type FlatParagraph } from './flat-paragraphs.ts';
import { readBasis, readRepeals } from './relations.ts';

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

const meetingPattern =
  /((?:[\p{Script=Han}]{0,8}(?:(?:19|20)\d{2}\s*年)?[\p{Script=Han}]{0,14}第\s*([\d零〇一二三四五六七八九十百]+)\s*次[\p{Script=Han}]{0,12}会议?)|(?:(?:19|20)\d{2}\s*年[\p{Script=Han}]{2,10}会议))\s*(?:研究|审议|讨论|审查|通过|同意)/u;

interface Meeting {
  name: string;
  number: number | null;
}

function readMeeting(paragraphs: FlatParagraph[]): Evidenced<Meeting> | null {
  for (const paragraph of paragraphs.slice(0, 6)) {
    const match = meetingPattern.exec(paragraph.text);
    if (!match) continue;
    const name = match[1]!
      .replace(/^.*?(?:经|已由|通过)(?=[\p{Script=Han}\d])/u, '')
      .replace(/^日/, '');
    const start = match.index + match[1]!.length - name.length;
    return {
      value: { name: plain(name), number: match[2] === undefined ? null : readNumeral(match[2]) },
      spans: paragraph.spans(start, start + name.length),
    };
  }
  return null;
}

function readInterpreter(paragraphs: FlatParagraph[]): Evidenced<string> | null {
  for (const paragraph of [...paragraphs].reverse()) {
    const found = findInterpreter(paragraph.text);
    if (found) return { value: found.name, spans: paragraph.spans(found.start, found.end) };
  }
  return null;
}

function readAppointments(document: DocumentNode): Appointment[] {
  if (document.kind !== '任免') return [];
  const paragraphs = document.children.flatMap(flatParagraphs);
  return findAppointments(paragraphs.map(({ text }) => text)).map(
    ({ person, post, action, term, paragraph, start, end }) => ({
      person,
      post,
      action,
      term,
      span: hull(paragraphs[paragraph]!.spans(start, end)),
    }),
  );
}

/** The text that binds: the promulgated one where there is one, else the notice. */
export function mainPart(document: DocumentNode): Part {
  return document.children.find(({ role }) => role === 'promulgated') ?? document.children[0]!;
}

/** Kinds that report what others decided: what they name is not what they are based on. */
const reporting = new Set(['会议', '简报', '统计', '说明', '大事记', '解读', '讲话']);

interface Inferred {
  section: string;
  basis: 'kind' | 'issuer';
}

/** 栏目 as gazettes name them, from 文种 or 发文机关 (raw samples 002 and 003: 市政府办公室文件, 部门文件). */
function inferSection(document: DocumentNode): Inferred | null {
  const [issuer = ''] = document.issuers;
  // 宜川市袁州区人民政府 is a district's, 玉屏侗族自治县 a county's.
  const level = (placeOfOrgan(issuer.replace(/\s/g, '')) ?? '市').at(-1)!.replace('旗', '县');
  const of = (section: string, basis: Inferred['basis'] = 'issuer') => ({ section, basis });
  if (document.kind === '会议') return of('重要政务活动', 'kind');
  if (document.kind === '令') return of(`${level}政府令`, 'kind');
  if (document.kind === '说明') return of('说明', 'kind');
  if (/^中共|[省市县区州盟旗]委$/.test(issuer)) return of(`${level}委${level}政府文件`);
  const office = /政府办公([室厅])$/.exec(issuer);
  if (office) return of(`${level}政府办公${office[1]!}文件`);
  if (/人民政府$/.test(issuer)) return of(`${level}政府文件`);
  if (/行政公署$/.test(issuer)) return of('行署文件');
  return issuer === '' ? null : of('部门文件');
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

/**
 * Fills the fields of every document; the order matters: later ones use earlier ones.
 *
 * @param raw the raw text, for the places of 栏目 in the 目录 and in running heads.
 */
export function addMetadata(issue: IssueNode, evidence: Evidence, raw: string): void {
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
  for (const document of issue.children) addSectionPlace(document, issue, raw);
}

/** Where the 栏目 is printed: in the 目录, or in the running heads of the document's pages. */
function addSectionPlace(document: DocumentNode, issue: IssueNode, raw: string): void {
  const { section, data } = document;
  if (section === null || /kind|issuer/.test(data.inferred.section ?? '')) return;
  const printed = new RegExp([...section].map((mark) => RegExp.escape(mark)).join('\\s*'), 'u');
  const first = (places: readonly Span[]): Span | null => {
    for (const { start, end } of places) {
      const match = printed.exec(raw.slice(start, end));
      if (match) return { start: start + match.index, end: start + match.index + match[0].length };
    }
    return null;
  };
  const listed = hull(issue.frontMatter);
  const own = document.position && spanOf(document);
  const heads = issue.furniture.filter(({ reason }) => reason === 'running head');
  const span =
    data.inferred.section === undefined
      ? first(listed ? [listed] : [])
      : (first(heads.filter((head) => own && isInside(head, own))) ?? first(heads));
  if (span) data.fields.section = [span];
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
    // 某市人民政府令 heads the sheet; the title is that of the text it promulgates.
    fields.letterhead = [...(fields.letterhead ?? []), ...(fields.title ?? [])];
    fields.title = main.data?.title ?? [];
    fields.issuers = fields.letterhead;
    fields.kind = fields.letterhead;
  } else {
    document.issuers = issuersOf(document.title);
    if (document.issuers.length > 0) fields.issuers = fields.title;
    fields.kind = fields.title;
  }
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
  } else {
    const aside = readFinalAside(document);
    if (aside) {
      document.source = aside.source;
      fields.source = aside.spans;
    }
  }
  if (document.source !== null && document.issuers.length === 0 && isOrgan(document.source)) {
    // What an office compiles and signs in brackets it also issues; a newspaper's report it does not.
    document.issuers = [document.source];
    fields.issuers = fields.source;
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
    document.meeting = meeting.value.name;
    document.meetingNumber = meeting.value.number;
    fields.meeting = meeting.spans;
  }
  const effect = readEffect(body, document) ?? readEffect(notice, document);
  if (effect) {
    document.effective = effect.value;
    fields.effective = effect.spans;
    if (effect.value.derived && effect.value.date !== null)
      inferred.effective = 'date of the document';
  }
  const first = effect?.value.date ?? null;
  const expiry = readExpiry(body, first) ?? readExpiry(notice, first);
  if (expiry) {
    document.expires = expiry.value;
    fields.expires = expiry.spans;
    if (expiry.value.derived && expiry.value.date !== null) inferred.expires = 'date of effect';
  }
  const interpreter = readInterpreter(body) ?? readInterpreter(notice);
  if (interpreter) {
    document.interpreter = interpreter.value;
    fields.interpreter = interpreter.spans;
  }
  readRelations(document);
}

/** Other documents and persons a document names; every list has the places of its members as its field. */
function readRelations(document: DocumentNode): void {
  const parts = [...new Set([document.children[0]!, mainPart(document)])];
  document.repeals = readRepeals(parts.flatMap(flatParagraphs));
  const own = ownTitles(document);
  const isOther = ({ title, docNumber }: { title: string | null; docNumber: string | null }) =>
    // A forwarded document has a number of its own.
    docNumber === null ? !own.has(foldLetters(title ?? '')) : docNumber !== document.docNumber;
  document.cites = citedDocuments(document.children.flatMap(textsOf)).filter(isOther);
  if (!reporting.has(document.kind)) document.basis = readBasis(parts).filter(isOther);
  document.appointments = readAppointments(document);
  for (const name of ['repeals', 'cites', 'basis', 'appointments'] as const) {
    const spans = document[name].flatMap(({ span }) => span ?? []);
    if (spans.length > 0) document.data.fields[name] = spans;
  }
}

/** The part's paragraphs and the titles of its headings, all of which may cite. */
function textsOf(part: Part): FlatParagraph[] {
  const titles: FlatParagraph[] = [];
  const walk = (node: Node) => {
    const spans = (node.data as GazetteData | undefined)?.title ?? [];
    if ('title' in node && typeof node.title === 'string')
      titles.push({ text: node.title, spans: () => spans });
    if ('children' in node) (node.children as Node[]).forEach(walk);
  };
  part.children.forEach(walk);
  return [...flatParagraphs(part), ...titles];
}

/** Folded titles of the document itself, of the texts it carries and of its attachments. */
function ownTitles(document: DocumentNode): Set<string> {
  const titles = [document.title];
  for (const part of document.children) {
    titles.push(part.title, part.data?.announced ?? '');
    for (const node of part.children)
      if (node.type === 'attachmentNote')
        titles.push(...(node.data?.listed ?? []).map(({ title }) => title));
  }
  return new Set([...titles.map(foldLetters), ...expectedTitles(document.title, '')]);
}

/** （市发改委编） at the very end of a bulletin, a meeting's report or a table of statistics. */
function readFinalAside(document: DocumentNode): { source: string; spans: Span[] } | null {
  if (!['简报', '统计', '会议'].includes(document.kind)) return null;
  const last = document.children.flatMap(flatParagraphs).at(-1);
  const match = last && /[（(]([^（）()]{2,24}?)(编|供稿|提供)?\s*[)）]$/.exec(last.text);
  if (!match || !(match[2] !== undefined || isOrgan(plain(match[1]!)) || /日报$/.test(match[1]!)))
    return null;
  const start = match.index + 1;
  return { source: plain(match[1]!), spans: last.spans(start, start + match[1]!.length) };
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
      const found = inferSection(document);
      if (!found) continue;
      document.section = found.section;
      document.data.inferred.section = found.basis;
    }
  }
}
