/** What is cited: a document, or a clause of one of the texts in it. Shared by build and browser. */

/** What a citation says of the document. */
export interface CitedFacts {
  id: string;
  title: string;
  docNumber: string | null;
  /** ISO date or null; `2020-11` where no day is printed. */
  date: string | null;
  issuers: string[];
  kind: string;
  /** 景德镇市人民政府公报 */
  gazette: string;
  /** 2020年第11期（总第23期）; 2022年（期号未载明） */
  issue: string;
  /** 11 of 第11期, null where it is not printed. */
  issueNumber: number | null;
  /** First printed page, null where it is not known. */
  page: number | null;
  /** A rule with articles or chapters. */
  normative: boolean;
  /** Address of its page, from the root of the site. */
  address: string;
  /** Its short address, from the root of the site: /d/jfbz-2020-55 */
  short: string;
}

/** A document and the titles of the texts in it. */
export interface CitableDocument {
  document: CitedFacts;
  /** Titles by part id, '' for the main text; a title may be '' itself: the document's stands for it. */
  titles: Record<string, string>;
  /** What a clause's name begins with by part id, '' for the main text: 通知, 附件2, 《…制度》. */
  partNames: Record<string, string>;
}

/** What a citation says of a clause. */
export interface CitableClause {
  /** Fragment of the document's page; '' is the document as a whole. */
  id: string;
  /** 第十三条第一款第（二）项, 附件2 表1 第3行; '' for the document. */
  name: string;
}

/** A clause or document in the words of a citation. */
export interface Cited {
  facts: CitedFacts;
  /** Title of the text it stands in, without its marks. */
  title: string;
  /** The text was issued by another authority and only forwarded (转发) under the document's number. */
  forwarded: boolean;
  /** 附件2《分工表》, '' where the clause stands in no attachment. */
  attachment: string;
  /** Where in the text: 第十三条第二款, 二、（三）; '' for all of it. */
  place: string;
  /** Fragment of the clause, '' for the document. */
  id: string;
}
