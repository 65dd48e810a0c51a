/** A document for reference managers: BibTeX, CSL-JSON, and the `<meta>` tags that Zotero reads. */
import { citeDocument } from './cited.ts';
import type { CitedFacts } from './facts.ts';
import { gazettePlace, plainLink } from './formats.ts';

/**
 * A BibTeX entry, in UTF-8: `@techreport`, which has fields for institution, number and kind; `@misc` where no issuer is
 * printed. Names in double braces stay whole. `date` is for biblatex, `year` and `month` are for BibTeX.
 *
 * @param site origin of the portal.
 */
export function toBibTeX(facts: CitedFacts, site: string): string {
  const { issuers, docNumber, kind } = facts;
  const isReport = issuers.length > 0;
  const [year, month] = facts.date?.split('-') ?? [];
  const url = plainLink(citeDocument({ document: facts }), site);
  const fields: [name: string, value: string | undefined][] = [
    ['author', isReport ? issuers.map((name) => `{${escapeTeX(name)}}`).join(' and ') : undefined],
    ['title', `{${escapeTeX(facts.title)}}`],
    ['institution', isReport ? escapeTeX(issuers.join('、')) : undefined],
    ['type', escapeTeX(kind)],
    ['number', docNumber === null ? undefined : escapeTeX(docNumber)],
    ['year', year],
    ['month', month && String(Number(month))],
    ['date', facts.date ?? undefined],
    ['note', escapeTeX(gazettePlace({ facts }))],
    ['url', url],
    ['langid', 'chinese'],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`  ${name} = {${value}},`],
  );
  return [`@${isReport ? 'techreport' : 'misc'}{${facts.id},`, ...lines, '}', ''].join('\n');
}

const teX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapeTeX(text: string): string {
  return text.replace(/[\\~^#$%&_{}]/gu, (mark) => teX[mark] ?? `\\${mark}`);
}

/** One entry of CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html). */
export interface CslItem {
  id: string;
  /** A 令 and what is printed with articles is `legislation`, all else a `report`. */
  type: 'legislation' | 'report';
  title: string;
  author?: { literal: string }[];
  number?: string;
  genre?: string;
  issued?: { 'date-parts': [number[]] };
  'container-title': string;
  issue?: string;
  page?: string;
  note?: string;
  URL: string;
  language: 'zh-CN';
}

/** A document as CSL-JSON; what is not known is left out, and an issue without a number says so in `note`. */
export function toCsl(facts: CitedFacts, site: string): CslItem[] {
  const { issuers, docNumber, date, issueNumber, page } = facts;
  const item: CslItem = {
    id: facts.id,
    type: facts.normative || facts.kind === '令' ? 'legislation' : 'report',
    title: facts.title,
    ...(issuers.length > 0 && { author: issuers.map((literal) => ({ literal })) }),
    ...(docNumber !== null && { number: docNumber }),
    ...(facts.kind !== '' && { genre: facts.kind }),
    ...(date !== null && { issued: { 'date-parts': [date.split('-').map(Number)] } }),
    'container-title': facts.gazette,
    ...(issueNumber === null ? { note: facts.issue } : { issue: String(issueNumber) }),
    ...(page !== null && { page: String(page) }),
    URL: plainLink(citeDocument({ document: facts }), site),
    language: 'zh-CN',
  };
  return [item];
}

export interface MetaTag {
  name: string;
  content: string;
}

/**
 * Tags for Zotero's translator “Embedded Metadata”: `citation_technical_report_institution` makes the document a report
 * with institution and number; what bears no issuer becomes an article of the gazette (`citation_journal_title`). The
 * DC tags say the same for readers of Dublin Core (DCMI, https://www.dublincore.org/specifications/dublin-core/dcq-html/).
 */
export function toMetaTags(facts: CitedFacts, site: string): MetaTag[] {
  const { issuers, docNumber, date, issueNumber, page } = facts;
  const url = plainLink(citeDocument({ document: facts }), site);
  const tags: [name: string, content: string | null][] = [
    ['citation_title', facts.title],
    ...issuers.map((name): [string, string] => ['citation_author', name]),
    ['citation_date', date],
    ...(issuers.length > 0
      ? ([
          ['citation_technical_report_institution', issuers.join('、')],
          ['citation_technical_report_number', docNumber],
        ] as [string, string | null][])
      : ([
          ['citation_journal_title', facts.gazette],
          ['citation_issue', issueNumber === null ? null : String(issueNumber)],
          ['citation_firstpage', page === null ? null : String(page)],
        ] as [string, string | null][])),
    ['citation_language', 'zh-CN'],
    ['citation_public_url', url],
    ['DC.title', facts.title],
    ...issuers.map((name): [string, string] => ['DC.creator', name]),
    ['DC.date', date],
    ['DC.identifier', docNumber],
    ['DC.source', `《${facts.gazette}》${facts.issue}`],
    ['DC.language', 'zh-CN'],
  ];
  return tags.flatMap(([name, content]) =>
    content === null || content === '' ? [] : [{ name, content }],
  );
}
