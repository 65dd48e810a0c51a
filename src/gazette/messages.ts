/**
 * The catalogue of messages. A rule id is permanent: editors, tests and pages refer to it.
 *
 * `reason` is for the command line, `notice` for readers of the page, in plain words.
 */
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { ReconciliationKind, Severity } from '../model/output.ts';
import type { Span } from '../model/tree.ts';

interface Rule<Details extends unknown[]> {
  severity: Severity;
  reason(...details: Details): string;
  notice(...details: Details): string;
  /** The rule reports a comparison of this kind that failed. */
  reconciliation?: ReconciliationKind;
}

const rule = <Details extends unknown[]>(
  severity: Severity,
  reason: (...details: Details) => string,
  notice: (...details: Details) => string,
): Rule<Details> => ({ severity, reason, notice });

const comparison = <Details extends unknown[]>(
  reconciliation: ReconciliationKind,
  severity: Severity,
  reason: (...details: Details) => string,
  notice: (...details: Details) => string,
): Rule<Details> & { reconciliation: ReconciliationKind } => ({
  ...rule(severity, reason, notice),
  reconciliation,
});

export const catalogue = {
  'no-document': rule(
    'error',
    () =>
      'Unexpected text without any document opening, expected a title with 发文字号 and date, an order or a meeting report',
    () => '没有在文字中识别出任何公文，可能不是政府公报。',
  ),
  'issue-unstated': rule(
    'info',
    () => 'Missing masthead, the number of the issue is not stated',
    () => '文字版没有刊头，期号未载明。',
  ),
  'text-before-first-document': rule(
    'warning',
    (count: number) =>
      `Unexpected text before the first document (${count} lines), kept as front matter`,
    (count: number) => `第一篇公文之前有${count}行文字，未能归入任何公文，按刊首文字保存。`,
  ),
  'document-interleaved': rule(
    'warning',
    (title: string) =>
      `Unexpected table lines below the opening of the next document, moved back to \`${title}\``,
    () => '本文表格的一部分印在后一篇公文开头之后，已按表头归回本文。',
  ),
  'carried-title-missing': comparison(
    'titles',
    'warning',
    () => 'Missing title of the promulgated text announced by the document title',
    () => '标题说明印发了一份文件，但未找到该文件的标题，正文与通知没有分开。',
  ),
  'carried-title-differs': comparison(
    'titles',
    'warning',
    (printed: string) =>
      `Unexpected title \`${printed}\` of the promulgated text, it differs from the announced one`,
    (printed: string) => `所印发文件的标题“${printed}”与通知中写的不完全一致（原文如此）。`,
  ),
  'toc-document-missing': comparison(
    'contents',
    'warning',
    (title: string) => `Missing document for the 目录 entry \`${title}\``,
    (title: string) => `目录中列有“${title}”，但没有找到对应的公文。`,
  ),
  'toc-entry-missing': comparison(
    'contents',
    'warning',
    (title: string) => `Missing 目录 entry for the document \`${title}\``,
    () => '本文未列入本期目录。',
  ),
  'toc-differs': comparison(
    'contents',
    'warning',
    (field: string, listed: string, printed: string) =>
      `Unexpected ${field} \`${printed}\`, the 目录 says \`${listed}\``,
    (field: string, listed: string, printed: string) =>
      `${field === 'title' ? '标题' : '发文字号'}与目录不一致：目录为“${listed}”，正文为“${printed}”（原文如此）。`,
  ),
  'toc-order': comparison(
    'contents',
    'warning',
    (title: string, before: string) =>
      `Unexpected order of the 目录, \`${title}\` is printed before \`${before}\``,
    (title: string, before: string) =>
      `目录的顺序与刊印顺序不一致：“${title}”在目录中列于“${before}”之后，实际刊印在前。`,
  ),
  'toc-page-order': comparison(
    'contents',
    'warning',
    (title: string, page: number, before: number) =>
      `Unexpected page ${page} of the 目录 entry \`${title}\`, the entry before says ${before}`,
    (title: string, page: number, before: number) =>
      `目录页码倒退：“${title}”为第${page}页，前一条为第${before}页（原文如此）。`,
  ),
  'contents-line-missing': comparison(
    'contents',
    'warning',
    (line: string) => `Missing \`${line}\` in the text, its 目录 lists it`,
    (line: string) => `文前目录列有“${line}”，正文中没有找到。`,
  ),
  'contents-line-differs': comparison(
    'contents',
    'warning',
    (listed: string, printed: string) =>
      `Unexpected heading \`${printed}\`, the text's 目录 says \`${listed}\``,
    (listed: string, printed: string) =>
      `标题“${printed}”与文前目录所列“${listed}”不一致（原文如此）。`,
  ),
  'field-missing': rule(
    'warning',
    (field: string) => `Missing ${field} of the document`,
    (field: string) => `未能识别本文的${fieldNames[field] ?? field}。`,
  ),
  'number-sequence': comparison(
    'numbering',
    'warning',
    (what: string, expected: string, found: string) =>
      `Unexpected ${what} \`${found}\`, expected \`${expected}\``,
    (_what: string, expected: string, found: string) =>
      `编号不连续：此处为“${found}”，按顺序应为“${expected}”。可能有缺漏，也可能原文如此。`,
  ),
  'number-repeated': comparison(
    'numbering',
    'warning',
    (what: string, label: string) => `Unexpected second ${what} \`${label}\` in the same text`,
    (_what: string, label: string) => `编号“${label}”出现了两次，地址以字母后缀区分。`,
  ),
  'article-sequence': comparison(
    'articles',
    'warning',
    (what: string, expected: string, found: string) =>
      `Unexpected ${what} \`${found}\`, expected \`${expected}\``,
    (_what: string, expected: string, found: string) =>
      `条文编号不连续：此处为“${found}”，按顺序应为“${expected}”。可能有缺漏，也可能原文如此。`,
  ),
  'article-repeated': comparison(
    'articles',
    'warning',
    (what: string, label: string) => `Unexpected second ${what} \`${label}\` in the same text`,
    (_what: string, label: string) => `“${label}”出现了两次，地址以字母后缀区分。`,
  ),
  'attachment-missing': comparison(
    'attachments',
    'warning',
    (title: string) => `Missing attachment \`${title}\` named in the 附件说明`,
    (title: string) => `附件说明列有“${title}”，文字版中没有找到这个附件。`,
  ),
  'attachment-unlisted': comparison(
    'attachments',
    'info',
    (label: string) => `Missing ${label} in the 附件说明`,
    (label: string) => `${label}没有列入附件说明。`,
  ),
  'attachment-empty': comparison(
    'attachments',
    'warning',
    (label: string) => `Missing text of ${label}, it may have been printed as a picture`,
    (label: string) => `${label}在文字版中没有内容，原件可能是图片，请查阅纸质公报。`,
  ),
  'attachment-title-differs': comparison(
    'attachments',
    'info',
    (listed: string, printed: string) =>
      `Unexpected attachment title \`${printed}\`, the 附件说明 says \`${listed}\``,
    (listed: string, printed: string) =>
      `附件标题印作“${printed}”，附件说明所列为“${listed}”，两处不一致（原文如此）。`,
  ),
  'sentence-open': rule(
    'warning',
    (end: string) => `Unexpected end of paragraph after \`${end}\`, the sentence is not complete`,
    (end: string) => `这一段在“${end}”处中断，文字版可能有缺漏或错位，请核对纸质公报。`,
  ),
  'mark-unpaired': comparison(
    'marks',
    'info',
    (mark: string) => `Unexpected \`${mark}\` without its pair`,
    (mark: string) => `标点“${mark}”没有成对出现，可能原文如此，也可能是文字识别有误。`,
  ),
  'columns-interleaved': comparison(
    'marks',
    'warning',
    () => 'Unexpected order of lines, two columns seem to run into each other',
    () => '这里两栏文字疑似逐行交错，先印的排到了后面，本站照文字版保留，请核对纸质公报。',
  ),
  'quote-reversed': comparison(
    'marks',
    'info',
    (text: string) => `Unexpected direction of a quotation mark in \`${text}\``,
    (text: string) => `${text}处引号方向印反（原文如此，或文字识别有误）。`,
  ),
  'citation-dangling': comparison(
    'citations',
    'warning',
    (citation: string, missing: string) =>
      `Unexpected citation \`${citation}\`, the text has no ${missing}`,
    (citation: string, missing: string) =>
      `这里引用“${citation}”，本文没有${missing}。可能原文如此，也可能是文字版丢失了分段。`,
  ),
  'count-differs': comparison(
    'counts',
    'warning',
    (said: string, found: number) => `Unexpected number \`${said}\`, the text has ${found}`,
    (said: string, found: number) =>
      `文中说“${said}”，实际为${found}。可能原文如此，也可能是文字版有缺漏。`,
  ),
  'sum-differs': comparison(
    'sums',
    'warning',
    (what: string, printed: string, computed: string) =>
      `Unexpected ${what} \`${printed}\`, the figures give ${computed}`,
    (what: string, printed: string, computed: string) =>
      `${what}印作“${printed}”，按所列数字计算为${computed}（原文如此，或文字识别有误）。`,
  ),
  'part-exceeds': comparison(
    'sums',
    'warning',
    (part: string, whole: string) => `Unexpected part \`${part}\` of a whole of \`${whole}\``,
    (part: string, whole: string) =>
      `“其中”所列的${part}大于总数${whole}（原文如此，或文字识别有误）。`,
  ),
  'title-differs': comparison(
    'titles',
    'info',
    (quoted: string, printed: string) =>
      `Unexpected title \`${quoted}\`, this issue prints \`${printed}\``,
    (quoted: string, printed: string) =>
      `这里写作《${quoted}》，本期所刊标题为《${printed}》，两处不完全一致（原文如此）。`,
  ),
  'join-uncertain': rule(
    'info',
    () => 'Uncertain join of two printed lines into one paragraph',
    () => '这里的两行是否属于同一段尚不能确定，现按同一段处理。',
  ),
  'paragraph-displaced': rule(
    'warning',
    () =>
      'Unexpected end of the paragraph before its beginning, put back from a column out of order',
    () => '这一段的后半在文字版中排到了前面（两栏次序颠倒），现按文意接回，请核对纸质公报。',
  ),
  'boundary-uncertain': rule(
    'info',
    () => 'Uncertain beginning of a paragraph',
    () => '这里是否另起一段尚不能确定，现按另起一段处理。',
  ),
  'table-flattened': rule(
    'warning',
    () => 'Unexpected table printed cell after cell, kept as lines in order',
    () => '此处原为表格，文字版把单元格打散了，现按原有顺序逐行保留，未还原为表格。',
  ),
  'table-rebuilt': rule(
    'info',
    () => 'Unexpected table printed cell after cell, its rows and columns were rebuilt',
    () => '文字版把这张表的单元格打散了，现按行号、行长和各列用词还原为表格，请以纸质公报为准。',
  ),
  'table-row-uncertain': rule(
    'info',
    () => 'Uncertain cells of a rebuilt row, another division is nearly as likely',
    () => '这一行各单元格的划分尚不能确定（可能有空格位置或分栏差异），请以纸质公报为准。',
  ),
  'table-header-askew': rule(
    'info',
    () =>
      'Unexpected header of two rows that do not fit each other, columns bear the lower labels alone',
    () => '表头的上下两行在文字版中没有对齐，各栏属于哪个上级栏目不能确定，请查阅纸质公报。',
  ),
  'table-row-shifted': rule(
    'warning',
    () =>
      'Unexpected row one column too far right, its cells were moved back and its last one is lost',
    () =>
      '这一行的单元格在文字版中错后了一列，已按各列内容移回；最后一格在文字版中缺失，请查阅纸质公报。',
  ),
  'table-uneven': rule(
    'info',
    (found: number, expected: number) => `Unexpected row of ${found} cells, expected ${expected}`,
    (found: number, expected: number) =>
      `这一行有${found}个单元格，表头为${expected}列，个别内容可能错列。`,
  ),
  'correction-unmatched': rule(
    'error',
    (index: number, expected: string, found: string, advice: string) =>
      `corrections.${index}: Expected ${expected}, found ${found}; ${advice}`,
    (index: number) => `第${index + 1}条更正与原文对不上，没有采用。`,
  ),
  'text-unaccounted': rule(
    'error',
    (text: string) => `Unexpected text \`${text}\` that is nowhere in the output`,
    (text: string) => `文字“${text}”没有归入任何内容。`,
  ),
  'text-repeated': rule(
    'error',
    (text: string, places: number) =>
      `Unexpected text \`${text}\` in ${places} places of the output`,
    (text: string, places: number) => `文字“${text}”在结果中出现了${places}次。`,
  ),
};

const fieldNames: Record<string, string> = {
  docNumber: '发文字号',
  date: '成文日期',
  issuers: '发文机关',
};

export type RuleId = keyof typeof catalogue;
/** Rules that report a failed comparison. */
export type ComparisonId = {
  [Id in RuleId]: (typeof catalogue)[Id] extends { reconciliation: ReconciliationKind }
    ? Id
    : never;
}[RuleId];
export type Details<Id extends RuleId> = Parameters<(typeof catalogue)[Id]['reason']>;

declare module 'vfile-message' {
  interface VFileMessage {
    notice?: string;
    span?: Span | null;
    reconciliation?: ReconciliationKind | undefined;
    /** Id of the document it is about, where that is known beside its place. */
    document?: string | null;
  }
}

/**
 * Adds a message to the file.
 *
 * @param span where in the raw text, null when it concerns the whole.
 */
export function report<Id extends RuleId>(
  file: VFile,
  id: Id,
  span: Span | null,
  ...details: Details<Id>
): VFileMessage {
  const entry = catalogue[id] as unknown as Rule<Details<Id>>;
  const message = file.message(entry.reason(...details), { ruleId: id, source: 'gongbao' });
  message.notice = entry.notice(...details);
  message.span = span;
  message.reconciliation = entry.reconciliation;
  message.fatal = { error: true, warning: false, info: undefined }[entry.severity];
  return message;
}

/** A few characters for a message. */
export function excerpt(text: string, length = 20): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > length ? `${plain.slice(0, length)}…` : plain;
}
