/**
 * Short forms that stand on a line of their own: 附件1, （此件公开发布）, 市长 张三, 某市人民政府 / 2020年3月9日
 * (GB/T 9704—2012, 7.3.5 to 7.3.7, and the raw samples).
 */
import { readDate } from './dates.ts';
import { readNumeral } from './numerals.ts';
import { isOrgan } from './titles.ts';

export interface AttachmentLabel {
  /** 附件1-1, without white space and colon. */
  label: string;
  number: number | null;
  /** 2 of 附件1-2. */
  branch: number | null;
  /** UTF-16 length of the label in the text, with the mark and the white space after it. */
  length: number;
  /** The title printed after it on the same line, or ''. */
  title: string;
}

const attachmentNumber = '(?<n>[\\d一二三四五六七八九十]{1,3})(?:\\s*[-—–]\\s*(?<b>\\d{1,2}))?';
const attachmentAlone = new RegExp(
  `^[（(]?\\s*附\\s*(?<kind>[件表]?)\\s*(?:${attachmentNumber})?\\s*[)）]?\\s*[:：]?$`,
  'u',
);
const attachmentTitled = new RegExp(
  `^附\\s*件\\s*${attachmentNumber}(?<mark>\\s*[:：]\\s*|\\s+)(?<title>[^。；：:]{2,60})$`,
  'u',
);

function attachmentLabel(
  printed: string,
  { n, b }: { n?: string; b?: string },
): Pick<AttachmentLabel, 'label' | 'number' | 'branch' | 'length'> {
  return {
    label: printed.replace(/[\s（()）:：]/g, ''),
    number: n === undefined ? null : readNumeral(n),
    branch: b === undefined ? null : Number(b),
    length: printed.length,
  };
}

/** 附件 with or without a number, 附表 with one, 附 without, alone on the line; null for anything else. */
export function readAttachmentLabel(text: string): AttachmentLabel | null {
  const match = attachmentAlone.exec(text);
  if (!match) return null;
  const { kind, n } = match.groups as { kind: string; n?: string };
  if ((kind === '表' && n === undefined) || (kind === '' && n !== undefined)) return null;
  return { ...attachmentLabel(text, match.groups!), title: '' };
}

/**
 * 附件1：申请表, label and title on one line. Whether it heads the attachment or lists it, the lines around it say.
 *
 * @param spaced whether white space alone may part the two.
 */
export function readTitledAttachment(text: string, spaced: boolean): AttachmentLabel | null {
  const match = attachmentTitled.exec(text);
  if (!match) return null;
  const { mark, title } = match.groups as { mark: string; title: string };
  if (!spaced && !/[:：]/.test(mark)) return null;
  return { ...attachmentLabel(text.slice(0, text.length - title.length), match.groups!), title };
}

const disclosure =
  /^(?:[（(]\s*(?:(?:此件|本件|该件)[^）)]{0,20}|(?:信息)?公开(?:方式|类别|属性|类型)\s*[:：][^）)]{1,16})[)）]|(?:信息)?公开(?:方式|类别|属性|类型)\s*[:：]\s*(?:主动|依申请|不予)公开)$/;

/** （此件公开发布）, （公开方式：主动公开）. */
export function isDisclosure(text: string): boolean {
  return disclosure.test(text);
}

const sourceNote =
  /^[（(]\s*(?:(?:来源|供稿)\s*[:：].{1,30}|[\p{Script=Han}\s]{2,24}(?:局|委|办|编|会|厅|室|供稿))\s*[)）]$/u;

/** （来源：市统计局）, （市统计局） at the end of a text. */
export function isSourceNote(text: string): boolean {
  return sourceNote.test(text);
}

const chair = /^[\p{Script=Han}\s]{2,12}主持$/u;

/** 张三主持 under the title of a meeting's report. */
export function isChair(text: string): boolean {
  return chair.test(text);
}

const post =
  '(?:代\\s*)?(?:[省市县区州盟旗]\\s*长|专\\s*员|主\\s*任|(?:省|市|县|区|州|盟|旗)委书记)';
const signer = new RegExp(
  `^(?<signer>(?:\\p{Script=Han}{2,20}(?:人民政府|行政公署|委员会)\\s*)?${post}\\s*[:：]?\\s*\\p{Script=Han}[\\p{Script=Han}\\s·•]{1,14}?)(?:\\s+(?<date>(?:19|20)\\d{2}\\s*年.{3,10}日))?$`,
  'u',
);

const letterSpacedPost = new RegExp(post);

/** 市长 张三, with or without a date after it; null for anything else. */
export function readSigner(text: string): { signer: string; date: string | null } | null {
  const match = signer.exec(text);
  if (!match) return null;
  const { signer: name, date } = match.groups as { signer: string; date?: string };
  // 市 长 李 明: a post is letter-spaced at will.
  const written = name.replace(letterSpacedPost, (letters) => letters.replace(/\s/g, ''));
  return { signer: written, date: date === undefined ? null : readDate(date) };
}

/** 某市财政局 某市民政局: names of authorities and nothing else. */
export function readOrgans(text: string): string[] | null {
  if (text.length > 80) return null;
  const names = text.split(/[\s、]+/);
  return names.every((name) => isOrgan(name)) ? names : null;
}

/** Longer lines sign nothing; the pattern is slow on long runs of blanks. */
const longestSignature = 200;

/** 某市人民政府 2020年3月9日 on one line. */
export function readSignedLine(text: string): { names: string[]; date: string } | null {
  if (text.length > longestSignature) return null;
  const match = /^(\S.*?)\s+((?:19|20)\d{2}\s*年.{3,12}日)$/u.exec(text);
  const names = match && readOrgans(match[1]!);
  const date = match && readDate(match[2]!);
  return names && date !== null ? { names, date } : null;
}

/** 主送机关: names of authorities or persons with a colon at the end, no sentence (GB/T 9704—2012, 7.3.2). */
export function isAddressee(text: string): boolean {
  return (
    /[：:]$/.test(text) &&
    !/[。；]/.test(text) &&
    text.length <= 160 &&
    !/如下|以下|下列|决定[：:]$|^(为|根据|按照|经|现|自|近)/.test(text)
  );
}
