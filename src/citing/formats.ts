/**
 * Forms of a citation, as plain text.
 *
 * 公文式 follows the 《党政机关公文处理工作条例》 and the practice under it: title first, then 文号 in brackets, then the clause.
 * 学术式 follows the 《法学引注手册》 (2019): issuer with a colon unless the title opens with its name, 《title》, number, date,
 * 载《periodical》 with issue and page, and for what was read on the web its address and …访问; GB/T 7714—2015 has no form
 * for clauses of official documents. The date is the printed 成文日期 and is given without a verb, since it is neither that
 * of publication nor of effect. The page is where the document begins: 第20页起.
 */
import { quoteTitle } from './cited.ts';
import type { Cited } from './facts.ts';

/** 《景德镇市…办法（试行）》（景府办字〔2020〕55号）第十三条第一款第（二）项 */
export function officialCitation({ facts, title, forwarded, attachment, place }: Cited): string {
  const number = facts.docNumber && `（${facts.docNumber}${forwarded ? '转发' : ''}）`;
  return `《${quoteTitle(title)}》${number ?? ''}${attachment}${place}`;
}

/** Where and when it was read. */
export interface Access {
  address: string;
  /** ISO date. */
  date: string;
}

/** 景德镇市人民政府办公室：《…办法（试行）》，景府办字〔2020〕55号，2020年11月20日，第十三条，载《…公报》2020年第11期（总第23期）第20页起。 */
export function academicCitation(cited: Cited, access?: Access): string {
  const { facts, title, forwarded, attachment, place } = cited;
  const issuers = facts.issuers.join('、');
  const leads = issuers !== '' && !forwarded && !opensWith(title, facts.issuers);
  const parts = [
    `${leads ? `${issuers}：` : ''}《${quoteTitle(title)}》`,
    forwarded && issuers !== '' ? `${issuers}转发` : '',
    facts.docNumber ?? '',
    facts.date === null ? '' : writeDate(facts.date),
    attachment + place,
    gazettePlace(cited),
    access ? `${access.address}，${writeDate(access.date)}访问` : '',
  ];
  return `${parts.filter((part) => part !== '').join('，')}。`;
}

/** 载《景德镇市人民政府公报》2020年第11期（总第23期）第20页起 */
export function gazettePlace({ facts }: Pick<Cited, 'facts'>): string {
  const page = facts.page === null ? '' : `第${String(facts.page)}页起`;
  return `载《${quoteTitle(facts.gazette)}》${facts.issue}${page}`;
}

/** The clause's text in quotation marks with the 公文式 citation behind it; quotation marks in it change their kind. */
export function quotation(cited: Cited, text: string): string {
  return `“${swapQuotes(text)}”——${officialCitation(cited)}`;
}

/** A quotation in Markdown, linked to its place; without text the linked citation alone. */
export function markdownCitation(cited: Cited, text: string, link: string): string {
  const source = `[${escapeMarkdown(officialCitation(cited))}](${link})`;
  if (text === '') return source;
  const lines = text.split('\n').map((line) => `> ${escapeMarkdown(line)}`);
  return `${lines.join('\n>\n')}\n>\n> ——${source}`;
}

/**
 * The address of the clause.
 *
 * @param site origin of the portal.
 */
export function plainLink({ facts, id }: Cited, site: string): string {
  return new URL(`${facts.address}${fragment(id)}`, site).href;
}

/** The short address: …/d/jfbz-2020-55#art_13 */
export function shortLink({ facts, id }: Cited, site: string): string {
  return new URL(`${facts.short}${fragment(id)}`, site).href;
}

/** The address with the seal of the text, by which the page tells on arrival whether the text is still the same. */
export function sealedLink({ facts, id }: Cited, seal: string, site: string): string {
  return new URL(`${facts.address}?h=${seal}${fragment(id)}`, site).href;
}

const fragment = (id: string) => (id === '' ? '' : `#${id}`);

/** Whether a title opens with the names of all issuers: 甲局 乙局关于…的通知. */
function opensWith(title: string, issuers: readonly string[]): boolean {
  const bare = (text: string) => text.replace(/[\s、]/gu, '');
  return bare(title).startsWith(bare(issuers.join('')));
}

/** `2020-11-06` → 2020年11月6日 */
function writeDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${String(year)}年${month ? `${String(month)}月` : ''}${day ? `${String(day)}日` : ''}`;
}

/** “ ” inside “ ” is written ‘ ’, and the other way round (GB/T 15834—2011, 4.8.3.2). */
function swapQuotes(text: string): string {
  const other: Record<string, string> = { '“': '‘', '”': '’', '‘': '“', '’': '”' };
  return text.replace(/[“”‘’]/gu, (mark) => other[mark]!);
}

/** What Markdown would read as its own marks, also at the start of a line (1. would open a list). */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|~]/gu, '\\$&')
    .replace(/^(\s*\d+)([.)])/u, '$1\\$2')
    .replace(/^(\s*)([-+])/u, '$1\\$2');
}
