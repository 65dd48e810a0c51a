/** References to show as examples: ways of writing, each with clauses of the library at hand. */
import { nameClauses } from './clause-names.ts';
import { documentAddress } from './addresses.ts';
import type { DocumentEntry } from './entries.ts';
import type { Library } from './library.ts';

export interface CiteExample {
  /** 文号和条款 */
  kind: string;
  text: string;
}

interface Named {
  entry: DocumentEntry;
  id: string;
  name: string;
}

/** One example of each way of writing that the library has something for. */
export function citeExamples(library: Library): CiteExample[] {
  const numbered = library.documents.filter(({ record }) => record.docNumber !== null);
  const orders = numbered.filter(({ record }) => record.docNumber!.includes('令'));
  const others = numbered.filter((entry) => !orders.includes(entry));
  const item = findClause(others, /^art_\d+__para_\d+__item_\d+$/, /款/);
  const article = findClause(others, /^art_\d+$/, /十/);
  const order = findClause(orders, /^art_[2-9]$/);
  const heading = findClause(others, /^a_\d+__b_\d+__c_\d+$/);
  const row = findClause(others, /^att_\d+__tbl_\d+__r_\d+$/);
  const issue = library.issues.find(({ issue: facts }) => facts.number !== null)?.issue;
  const examples: (CiteExample | null)[] = [
    item && { kind: '文号和条款', text: numberOf(item) + item.name },
    article && { kind: '简写', text: `${plainNumber(numberOf(article))} ${arabic(article.id)}` },
    article && {
      kind: '标题和条款',
      text: `${shortTitle(article.entry, library)} ${article.name}`,
    },
    article && {
      kind: '公文式',
      text: `《${titleOf(article.entry)}》（${numberOf(article)}）${article.name}`,
    },
    order && { kind: '令', text: numberOf(order).replace(/^.*令第?/u, '令') + order.name },
    heading && { kind: '层次标题', text: `${plainNumber(numberOf(heading))} ${heading.name}` },
    row && { kind: '附件里的表', text: `${plainNumber(numberOf(row))} ${row.name}` },
    issue ? { kind: '期', text: `${String(issue.year)}年第${String(issue.number)}期` } : null,
    item && { kind: '本站地址', text: documentAddress(item.entry.id, item.id) },
  ];
  return examples.filter((example) => example !== null);
}

function findClause(entries: DocumentEntry[], id: RegExp, name = /./u): Named | null {
  for (const entry of entries) {
    for (const [own, written] of nameClauses(entry.record)) {
      if (id.test(own) && name.test(written)) return { entry, id: own, name: written };
    }
  }
  return null;
}

const numberOf = ({ entry }: Named) => entry.record.docNumber!;

const titleOf = ({ record }: DocumentEntry) =>
  record.parts.find(({ role }) => role === 'promulgated')?.title || record.title;

/** 景府办字〔2020〕55号 → 景府办字2020-55, as it is typed in haste. */
const plainNumber = (number: string) => number.replace(/〔(\d{4})〕(\d+)号/u, '$1-$2');

/** art_13 → 13条 */
const arabic = (id: string) => `${id.replace('art_', '')}条`;

/** The title without its place and （试行）. */
function shortTitle(entry: DocumentEntry, library: Library): string {
  const { place } = library.seriesOf(entry);
  const title = titleOf(entry).replace(/（[^（）]*）$/u, '');
  return title.startsWith(place) ? title.slice(place.length) : title;
}
