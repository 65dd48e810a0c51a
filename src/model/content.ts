/** What a folder under `content/` says, and the files `npm run parse` writes for the site. */
import type { Decision } from './anchors.ts';
import type { Correction } from './corrections.ts';
import type { GazetteOutput } from './output.ts';

/** `content/<series>/series.json`. */
export interface Series {
  /** Folder name under `content/`. */
  id: string;
  /** Prepended to issue ids in addresses, with a hyphen; '' for the portal's first series. */
  prefix: string;
  /** 景德镇市人民政府公报 */
  title: string;
  /** 景德镇市 */
  place: string;
  /** 景德镇市人民政府 */
  publisher: string;
  /** Where the printed gazette is published online, or null. */
  homepage: string | null;
  /** 发文字号 prefix (代字) → ASCII code of the document id: {"景府办字": "jfbz"}. */
  codes: Record<string, string>;
  /** Short name → full name of an authority: {"市医保局": "景德镇市医疗保障局"}. */
  agencies: Record<string, string>;
}

/** The facts of an issue that an editor can infer where they are not printed. */
export const inferableFacts = ['year', 'number', 'totalNumber', 'frequency'] as const;

/** One entry of `issue.json`'s `facts`: what an editor infers beyond the raw text; shown as an inference only. */
export interface EditorFact {
  field: (typeof inferableFacts)[number];
  value: string | number;
  /** The basis, in Chinese, for readers. */
  reason: string;
  /** Who decided. */
  by: string;
  /** When, ISO. */
  date?: string;
}

/** `content/<series>/issues/<id>/issue.json`. */
export interface IssueManifest {
  /** Left out: recognised from the text. */
  format?: 'ocr-markdown' | 'pdf-text';
  /** Name of the raw text in the same folder; left out: the only `.txt` there. */
  text?: string;
  facts?: EditorFact[];
  corrections?: Correction[];
}

/** `.gongbao/issues/<series>/<id>.json`: one parsed issue as the site reads it. */
export interface ParsedIssue {
  series: string;
  /** Folder name: `2020-11`, `2022-u1`. */
  id: string;
  /** For readers: 2020年第11期（总第23期）; 2022年（期号未载明）. */
  label: string;
  /** Earliest and latest date of its documents, null where none is dated. */
  from: string | null;
  to: string | null;
  facts: EditorFact[];
  /** What became of addresses that were lost or changed, from the anchor ledger. */
  decisions: Decision[];
  /** The raw text, so that a page can show it. */
  raw: string;
  output: GazetteOutput;
}

/** An issue's place in addresses: its folder id, behind the prefix of its series where it has one. */
export function issueKey(series: Pick<Series, 'prefix'>, id: string): string {
  return series.prefix === '' ? id : `${series.prefix}-${id}`;
}
