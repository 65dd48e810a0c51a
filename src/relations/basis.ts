/** What a document says it is based on (根据《…》制定), in groups told by name and number. */
import { readDocumentNumber } from '../language/document-number.ts';
import type { CitedDocument } from '../model/output.ts';
import type { Catalogue } from './catalogue.ts';
import { evidenceAt } from './evidence.ts';
import { partyOf, type Basis, type BasisGroup, type SeriesFacts, type Source } from './model.ts';

export function readBasis(source: Source, series: SeriesFacts, catalogue: Catalogue): Basis[] {
  return source.record.basis.map(({ span, ...cited }): Basis => {
    const to = catalogue.party(cited, source);
    return {
      kind: 'basis',
      from: partyOf(source),
      to,
      likely: null,
      evidence: [evidenceAt(source, span)],
      group: to.document === null ? groupOf(cited, series) : 'own',
    };
  });
}

// 水法, 《…条例》, 江西省实施〈水法〉办法; rules of ministries and governments by their orders (国家旅游局令第32号).
const law =
  /(?:(?<![办方做])法|法典|条例)(?:[（(][^（）()]*[)）])?$|实施\s*[<〈《].*法[>〉》]\s*办法$/u;
const order = /令\s*第/u;
const central =
  /^(?:中共中央|中央|国务院|全国|国家|中华人民共和国|最高人民)|^[\p{Script=Han}、]{1,12}(?:部|总局|总署)(?:办公[厅室])?(?:关于|印发|等)/u;
const province =
  /^(?:中共)?(?:[\p{Script=Han}]{2,3}省|[\p{Script=Han}]{2,8}自治区|省[委政市级人办直])/u;

/** The group of a document by what its name and number tell. */
export function groupOf(
  { title, docNumber }: Pick<CitedDocument, 'title' | 'docNumber'>,
  { place, codes }: SeriesFacts,
): BasisGroup {
  const name = (title ?? '').replace(/\s+/g, '');
  if (law.test(name) || (docNumber !== null && order.test(docNumber))) return 'law';
  const prefix = docNumber === null ? undefined : readDocumentNumber(docNumber)?.prefix;
  if (prefix !== undefined && Object.hasOwn(codes, prefix)) return 'own';
  if (name.replace(/^中共/, '').startsWith(place)) return 'own';
  if (central.test(name) || (province.test(name) && !name.startsWith(place))) return 'superior';
  // 国发 国办发 国函 中发 中办发
  if (prefix !== undefined && /^(?:国|中)(?:办|发|函|令|字)/.test(prefix)) return 'superior';
  return 'other';
}
