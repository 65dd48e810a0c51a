/**
 * Who is given or relieved of what post, as 任免 documents word it: 任命张三为…, 张三任…, 免去李四的…职务, 聘任：张三为….
 */

/** 任命, 免去, 聘任, 解聘, 辞去. */
export type AppointmentAction = 'appoint' | 'remove' | 'engage' | 'dismiss' | 'resign';

export interface FoundAppointment {
  person: string;
  post: string;
  action: AppointmentAction;
  /** 试用期一年, 聘期至2026年1月, 挂职一年, as printed without white space. */
  term: string | null;
  /** Index of the paragraph, and UTF-16 offsets in it. */
  paragraph: number;
  start: number;
  end: number;
}

const han = '\\p{Script=Han}';
const name = `(?:${han}(?:\\s*${han}){1,3}?|${han}{1,8}[·•・]${han}{1,12})`;
const comrade = '\\s*(?:[（(][^（）()]{1,8}[)）])?\\s*(?:等?\\s*同志)?\\s*';
const people = `(?<people>${name}(?:(?:同志)?\\s*[、和]\\s*${name})*)`;
const post = '(?<post>[^，。；;]{2,60}?)';
const duty = '(?:职务|的职务)?';

const verbs: [pattern: string, action: AppointmentAction][] = [
  ['任命|委任|委派|提名|推荐|选举', 'appoint'],
  ['聘任|聘请|续聘|聘用|聘', 'engage'],
  ['免去|免除|撤销|免', 'remove'],
  ['解聘|解除聘任|解除', 'dismiss'],
];
const actionOf = (verb: string): AppointmentAction =>
  verbs.find(([pattern]) => new RegExp(`^(?:${pattern})`, 'u').test(verb))?.[1] ?? 'appoint';
const giving = '任命|委任|委派|提名|推荐|聘任|聘请|续聘|聘用|聘';
const taking = '免去|免除|撤销|解聘|解除聘任|解除|免';

interface Rule {
  pattern: RegExp;
  action(
    groups: Record<string, string | undefined>,
    lead: AppointmentAction | null,
  ): AppointmentAction | null;
}

const rule = (source: string, action: Rule['action']): Rule => ({
  pattern: new RegExp(`^(?:经[^，]{2,20}[，,])?(?:现|决定|同意|并|同时)*\\s*${source}$`, 'u'),
  action,
});

const rules: Rule[] = [
  rule(`(?<verb>${giving})\\s*${people}${comrade}(?:为|担任|任)\\s*${post}${duty}`, ({ verb }) =>
    actionOf(verb!),
  ),
  rule(`(?<verb>${taking})\\s*(?<he>其)\\s*(?:的)?${post}${duty}`, ({ verb }) => actionOf(verb!)),
  rule(
    `(?<verb>${taking})\\s*${people}\\s*(?:同志|等同志|同志的|的)\\s*的?${post}${duty}`,
    ({ verb }) => actionOf(verb!),
  ),
  // 免去张三市财政局局长职务: the post begins with the place.
  rule(
    `(?<verb>${taking})\\s*(?<people>${han}{2,3})(?<post>(?:省|市|县|区|州|${han}{2,6}[省市县区州])${han}[^，。；;]{2,50}?)职务`,
    ({ verb }) => actionOf(verb!),
  ),
  rule(`${people}${comrade}辞去\\s*${post}${duty}`, () => 'resign'),
  rule(`${people}${comrade}不再(?:担任|兼任|任)\\s*${post}${duty}`, () => 'remove'),
  rule(`(?<he>不再)(?:担任|兼任|任)\\s*(?:其)?${post}${duty}`, () => 'remove'),
  rule(`${people}${comrade}(?:聘任|受聘|聘|续聘)(?:为|任)\\s*${post}${duty}`, () => 'engage'),
  rule(
    `${people}${comrade}(?:试用期满)?(?:继续|挂职|正式|兼|试|现|拟)*\\s*(?:任职?|担任|挂任|出任)\\s*(?!期|职|时间)${post}${duty}`,
    () => 'appoint',
  ),
  rule(`(?<he>兼任?|任|担任|正式任)\\s*(?!期|职|时间)${post}${duty}`, () => 'appoint'),
  // 任命： / 聘任： on the line before: 张三为….
  rule(`${people}${comrade}为\\s*${post}${duty}`, (_, lead) => lead),
  // 免去： on the line before: 张三的…职务.
  rule(`${people}(?:同志)?\\s*的\\s*${post}职务`, (_, lead) =>
    lead === 'appoint' || lead === 'engage' ? null : lead,
  ),
];

// 任命：, 经研究，决定免去下列同志：
const lead = new RegExp(`(?:^|决定)\\s*(?<verb>${giving}|${taking})(?:下列同志)?$`, 'u');
const termWords =
  /试用期|试用|挂职(?=.{0,4}[年月])|聘期|任期|任职时间|任职试用期|时间从|时间自|聘用期|至\d{4}年/u;
const allTerm = /^(?:以上|上述)(?:同志|人员|任命|聘任|干部)?/u;

interface Segment {
  text: string;
  start: number;
}

/** Pieces between the marks, with their places; marks inside brackets do not part. */
function split(text: string, marks: RegExp): Segment[] {
  const segments: Segment[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    const mark = text[index];
    if (mark === '（' || mark === '(') depth++;
    else if (mark === '）' || mark === ')') depth = Math.max(0, depth - 1);
    if (mark === undefined || (depth === 0 && marks.test(mark))) {
      const piece = text.slice(start, index);
      const blank = /^\s*/.exec(piece)![0].length;
      if (piece.trim() !== '') segments.push({ text: piece.trim(), start: start + blank });
      start = index + 1;
    }
  }
  return segments;
}

const close = (text: string) => text.replace(/\s+/g, '');

// 局长、党组书记 are two posts, 市政府办公室（市外事办）主任 is one.
const postEnding =
  /(?:长|主任|书记|员|参事|顾问|代表|师|总监|督学|秘书|主席|理事|董事|监事|经理|助理|指挥|总管|教授|人选|级)$/u;

function splitPosts(text: string): string[] {
  const pieces = text.split(/[、]|兼任|兼(?!职)|和/u).filter((piece) => piece !== '');
  return pieces.length > 1 && pieces.every((piece) => postEnding.test(piece)) ? pieces : [text];
}

/** 局长（试用期一年） → the post and the term; other asides stay with the post. */
function readPost(printed: string): { posts: string[]; term: string | null } {
  const bare = close(printed).replace(/(?:的)?职务$/, '');
  const aside = /[（(]([^（）()]*)[)）]$/u.exec(bare);
  if (!aside || !(termWords.test(aside[1]!) || /^挂职/.test(aside[1]!)))
    return { posts: splitPosts(bare), term: null };
  const text = bare.slice(0, aside.index).replace(/(?:的)?职务$/, '');
  return { posts: splitPosts(text), term: aside[1]! };
}

function namesIn(printed: string): string[] {
  return printed
    .split(/[、和]/)
    .map((part) => close(part).replace(/同志$/, ''))
    .filter((part) => part.length >= 2);
}

/** 张三同志…: the persons a clause begins with, or null. */
function comrades(text: string): string[] | null {
  const match = new RegExp(`^${people}同志`, 'u').exec(text);
  return match && namesIn(match.groups!.people!);
}

class Reader {
  readonly found: FoundAppointment[] = [];
  #lead: AppointmentAction | null = null;
  /** The persons named last, for 其 and 兼任. */
  #people: string[] = [];

  read(text: string, paragraph: number): void {
    for (const segment of split(text, /[；;。]/)) this.#readSegment(segment, paragraph);
  }

  #readSegment({ text, start }: Segment, paragraph: number): void {
    if (allTerm.test(text)) {
      this.#readTermOfAll(text);
      return;
    }
    const first = this.found.length;
    split(text, /[，,：:]/).forEach((piece, at) => {
      const end = piece.start + piece.text.length;
      const verb = /^\s*[:：]/.test(text.slice(end)) ? lead.exec(piece.text) : null;
      if (verb) this.#lead = actionOf(verb.groups!.verb!);
      else if (this.#readPiece(piece, start, paragraph)) return;
      else if (termWords.test(piece.text) && this.found.length > first)
        this.#addTerm(piece.text, start + end, first);
      // 张三同志任职试用期满，经考核合格，任…: the person stands pieces before the verb.
      else if (at === 0) this.#people = comrades(piece.text) ?? this.#people;
    });
  }

  /** A term after the posts of a clause. */
  #addTerm(text: string, end: number, first: number): void {
    for (const entry of this.found.slice(first)) {
      entry.term = entry.term === null ? close(text) : `${entry.term}，${close(text)}`;
      entry.end = end;
    }
  }

  #readPiece(piece: Segment, offset: number, paragraph: number): boolean {
    for (const { pattern, action } of rules) {
      const match = pattern.exec(piece.text);
      if (!match) continue;
      const groups = match.groups as Record<string, string | undefined>;
      const own = action(groups, this.#lead);
      if (own === null) continue;
      const persons = groups.people === undefined ? this.#people : namesIn(groups.people);
      if (persons.length === 0) continue;
      this.#people = persons;
      const { posts, term } = readPost(groups.post!);
      if (!posts.every((text) => postEnding.test(text))) continue;
      const place = { start: offset + piece.start, end: offset + piece.start + piece.text.length };
      for (const person of persons)
        for (const title of posts)
          this.found.push({ person, post: title, action: own, term, paragraph, ...place });
      return true;
    }
    return false;
  }

  /** 以上同志试用期一年，任职时间从2020年1月起计算. */
  #readTermOfAll(text: string): void {
    const term = close(text)
      .replace(allTerm, '')
      .replace(/^[，,的]/, '');
    if (!termWords.test(term) || /届满|期满/.test(term)) return;
    for (const entry of this.found)
      if (entry.term === null && (entry.action === 'appoint' || entry.action === 'engage'))
        entry.term = term;
  }
}

/**
 * The appointments that the paragraphs of a 任免 document say, in order: one for each person and post.
 *
 * @param paragraphs its running text; a paragraph that ends in 任命： gives the verb for those after it.
 */
export function findAppointments(paragraphs: readonly string[]): FoundAppointment[] {
  const reader = new Reader();
  paragraphs.forEach((text, index) => {
    reader.read(text, index);
  });
  return reader.found;
}
