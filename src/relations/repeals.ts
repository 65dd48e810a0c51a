/** What a document repeals: 《甲办法》（云府发〔2010〕3号）同时废止. */
import { dateSource, findDate } from '../language/dates.ts';
import type { DocumentRecord } from '../model/output.ts';
import type { Catalogue } from './catalogue.ts';
import { evidenceAt, placeAt } from './evidence.ts';
import { partyOf, type Repeal, type Source } from './model.ts';

// 自2025年1月1日起废止: the repeal has a day of its own.
const ownDay = new RegExp(
  `(?:自|从|于)\\s*(?<date>${dateSource})\\s*起?\\s*(?:同时|即行|予以|自行|一并)?\\s*(?:废止|失效|停止执行)`,
  'u',
);
const someClauses =
  /^[\s》）)]*(?:文件)?[中内]?的?\s*第[零〇一二三四五六七八九十百\d\s]{1,8}[编章节条]/u;

export function readRepeals(source: Source, catalogue: Catalogue): Repeal[] {
  return source.record.repeals.map(({ span, ...cited }): Repeal => {
    const place = span && placeAt(source, span.start);
    const evidence = evidenceAt(source, span);
    const rest = place?.printed.slice(place.offset + span!.end - span!.start) ?? '';
    return {
      kind: 'repeal',
      from: partyOf(source),
      to: catalogue.party(cited, source),
      likely: null,
      evidence: [evidence],
      date: repealDay(evidence.text, source.record),
      partial: someClauses.test(rest),
    };
  });
}

/** The day said of the repeal; else that on which the repealing text takes effect, by its own words or its date. */
function repealDay(sentence: string, { effective, date }: DocumentRecord): string | null {
  const said = ownDay.exec(sentence)?.groups?.date;
  if (said !== undefined) return findDate(said)?.date ?? null;
  return effective === null ? date : effective.date;
}
