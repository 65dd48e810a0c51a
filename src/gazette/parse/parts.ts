/**
 * One document's blocks → its parts: the notice, the promulgated or forwarded text, the attachments, each with
 * addressee, notes, signature and provisions.
 */
import { readAttachmentList, type ListedAttachment } from '../../language/attachment-list.ts';
import { readDate } from '../../language/dates.ts';
import { readNumeral } from '../../language/numerals.ts';
import { endsClause } from '../../language/sentences.ts';
import { foldLetters, similarity } from '../../language/text.ts';
import { isOrgan, normaliseTitle } from '../../language/titles.ts';
import type { Furniture } from '../../model/output.ts';
import type { AttachmentNote, Flow, GazetteData, Part, Span } from '../../model/tree.ts';
import type { Block } from '../repair/block.ts';
import { spanOf } from '../../model/spans.ts';
import { offsets } from '../repair/segmented-text.ts';
import type { Opening } from '../split/openings.ts';
import { carriedBy, carryingVerb } from '../../language/carried-titles.ts';
import { ProvisionsBuilder, toParagraph } from './provisions.ts';

const attachmentLabel = /^附\s*件\s*([\d一二三四五六七八九十]{0,3})\s*[:：]?$/;
const attachmentNote = /^附\s*件\s*[:：]\s*\S/;
const disclosureNote = /^[（(]\s*(?:此件|本件)[^）)]{0,20}[)）]$/;
const sourceNote =
  /^[（(]\s*(?:(?:来源|供稿)\s*[:：].{1,30}|[\p{Script=Han}\s]{2,24}(?:局|委|办|编|会|厅|室|供稿))\s*[)）]$/u;
const headNote =
  /^[（(](?=.*(?:通过|公布|发布|修订|修正|批准))(?=.*(?:19|20)\d{2}\s*年)[^）)]{6,120}[)）]$/;
const signer =
  /^(?:代?[省市县区州]长|主\s*任|[省市县区州]委书记)\s*[:：]?\s*[\p{Script=Han}][\p{Script=Han}\s]{1,6}$/u;
const chair = /^[\p{Script=Han}\s]{2,12}主持$/u;

export interface PartsResult {
  parts: Part[];
  furniture: Furniture[];
  /** Blocks of the parts' fixed pieces, for the fields taken from them. */
  found: {
    addressee: Block | null;
    disclosure: Block | null;
    source: Block | null;
    signedBy: Block | null;
    signedDate: Block | null;
    /** The carried text was announced but no title of it was found. */
    missingTitle: boolean;
    /** The carried text's title differs from the one announced. */
    differingTitle: Block | null;
  };
}

interface OpenPart {
  part: Part;
  builder: ProvisionsBuilder;
  titleBlocks: Block[];
}

function simple(type: 'addressee' | 'annotation' | 'signature' | 'sourceNote', block: Block): Flow {
  const paragraph = toParagraph(block);
  return {
    type,
    children: paragraph.children,
    position: paragraph.position,
    data: paragraph.data,
  } as Flow;
}

class PartsBuilder {
  readonly #blocks: Block[];
  readonly #raw: string;
  readonly #opening: Opening;
  readonly #expected: ReadonlySet<string>;
  readonly #title: string;
  readonly #parts: OpenPart[] = [];
  #listed: ListedAttachment[] = [];
  readonly found: PartsResult['found'] = {
    addressee: null,
    disclosure: null,
    source: null,
    signedBy: null,
    signedDate: null,
    missingTitle: false,
    differingTitle: null,
  };

  constructor(
    raw: string,
    opening: Opening,
    title: string,
    blocks: Block[],
    expected: ReadonlySet<string>,
  ) {
    this.#raw = raw;
    this.#opening = opening;
    this.#title = title;
    this.#blocks = blocks;
    this.#expected = expected;
  }

  get #current(): OpenPart {
    return this.#parts.at(-1)!;
  }

  #begin(
    role: Part['role'],
    title: string,
    titleBlocks: Block[],
    label?: { text: string; block: Block },
  ): void {
    const spans: Span[] = titleBlocks.flatMap((block) => block.text.spans(0));
    const data: GazetteData = {
      ...(label && { label: label.block.text.spans(0) }),
      ...(spans.length > 0 && { title: spans }),
    };
    this.#parts.push({
      part: { type: 'part', role, ...(label && { label: label.text }), title, children: [], data },
      builder: new ProvisionsBuilder(this.#raw),
      titleBlocks,
    });
  }

  build(): PartsResult {
    const blocks = this.#blocks;
    this.#begin('notice', '', []);
    let index = 0;
    const first = blocks[0];
    if (
      first?.kind === 'paragraph' &&
      this.#opening.form === 'numbered' &&
      isAddressee(first.text.value)
    ) {
      this.#current.builder.place(simple('addressee', first));
      this.found.addressee = first;
      index = 1;
    }
    while (index < blocks.length) index += this.#take(index);
    this.#closeSignature();
    return this.#finish();
  }

  /** Places the block at `index` and returns how many blocks were taken. */
  #take(index: number): number {
    const block = this.#blocks[index]!;
    const { builder, part } = this.#current;
    if (block.kind !== 'paragraph') {
      builder.add(block);
      return 1;
    }
    const text = block.text.value;
    const label = attachmentLabel.exec(text);
    if (label) return this.#takeAttachment(index, text, label[1]!);
    if (attachmentNote.test(text)) return this.#takeAttachmentNote(index);
    if (disclosureNote.test(text)) {
      builder.place(simple('annotation', block));
      this.found.disclosure = block;
      return 1;
    }
    if (part.role === 'notice' && this.#carries()) {
      const title = this.#carriedTitle(index);
      if (title > 0) return this.#takeCarried(index, title);
    }
    if (this.#opening.form === 'order' && signer.test(text)) {
      builder.place(simple('signature', block));
      this.found.signedBy = block;
      const next = this.#blocks[index + 1];
      if (next?.kind !== 'paragraph' || readDate(next.text.value) === null) return 1;
      builder.place(simple('signature', next));
      this.found.signedDate = next;
      return 2;
    }
    if (chair.test(text) && index <= 1 && part.children.length === 0) {
      builder.place(simple('annotation', block));
      return 1;
    }
    const last = this.#blocks
      .slice(index + 1)
      .every((rest) => rest.kind === 'paragraph' && rest.text.value.length < 30);
    if (last && sourceNote.test(text)) {
      builder.place(simple('sourceNote', block));
      this.found.source = block;
      return 1;
    }
    builder.add(block);
    return 1;
  }

  /** Whether the document is one that carries a text. */
  #carries(): boolean {
    return this.#opening.form === 'order' || carryingVerb.test(this.#title);
  }

  /** Number of blocks from `index` that are the carried text's title; 0 for none. */
  #carriedTitle(index: number): number {
    const block = this.#blocks[index]!;
    let text = '';
    for (let count = 1; count <= 4; count++) {
      const part = this.#blocks[index + count - 1];
      if (
        !part ||
        part.kind !== 'paragraph' ||
        endsClause(part.text.value) ||
        part.text.value.length > 90
      )
        return 0;
      text += foldLetters(part.text.value);
      const bare = foldLetters(part.text.value.replace(/[（(][^（）()]{1,16}[)）]$/, ''));
      if (this.#expected.has(text) || (count === 1 && this.#expected.has(bare))) return count;
      for (const title of this.#expected) {
        if (
          text.length >= 8 &&
          Math.abs(title.length - text.length) <= 6 &&
          similarity(title, text) >= 0.85
        ) {
          this.found.differingTitle = block;
          return count;
        }
      }
    }
    return 0;
  }

  #takeCarried(index: number, count: number): number {
    const titleBlocks = this.#blocks.slice(index, index + count);
    this.#begin('promulgated', joinTitle(titleBlocks), titleBlocks);
    return count + this.#takeHead(index + count);
  }

  /** Notes and issuers printed between a carried text's title and its first paragraph. */
  #takeHead(index: number): number {
    let taken = 0;
    for (
      let block = this.#blocks[index];
      block?.kind === 'paragraph';
      block = this.#blocks[index + taken]
    ) {
      const text = block.text.value;
      const names = text.split(/[\s、]+/);
      if (headNote.test(text)) {
        this.#current.builder.place(simple('annotation', block));
      } else if (taken === 0 && text.length <= 80 && names.every((name) => isOrgan(name))) {
        this.#current.builder.place(simple('signature', block));
        this.#current.part.issuers = names;
      } else {
        break;
      }
      taken++;
    }
    return taken;
  }

  #takeAttachment(index: number, text: string, number: string): number {
    const block = this.#blocks[index]!;
    const label = text.replace(/\s/g, '').replace(/[:：]$/, '');
    const wanted =
      this.#listed.find((entry) => entry.number === readNumeral(number)) ??
      (this.#listed.length === 1 ? this.#listed[0] : undefined);
    const titles = this.#attachmentTitle(index + 1, wanted?.title);
    const title = joinTitle(titles);
    // A few issuers label the promulgated text 附件1: it is named in the document's own title.
    const carried =
      title !== '' &&
      carriedBy(this.#title).some((name) => foldLetters(name) === foldLetters(title));
    this.#begin(carried ? 'promulgated' : 'attachment', title, titles, { text: label, block });
    if (title === '' && wanted) this.#current.part.data!.announced = wanted.title;
    return 1 + titles.length + this.#takeHead(index + 1 + titles.length);
  }

  /** The blocks below 附件N that are its title. */
  #attachmentTitle(index: number, listed: string | undefined): Block[] {
    const wanted = listed === undefined ? null : foldLetters(listed);
    const blocks: Block[] = [];
    let text = '';
    for (
      let block = this.#blocks[index];
      block?.kind === 'paragraph' && blocks.length < 4;
      block = this.#blocks[index + blocks.length]
    ) {
      const value = block.text.value;
      if (attachmentLabel.test(value) || endsClause(value) || value.length > 80) break;
      if (
        wanted !== null &&
        blocks.length > 0 &&
        !wanted.startsWith((text + foldLetters(value)).slice(0, wanted.length))
      )
        break;
      if (wanted === null && blocks.length > 0) break;
      blocks.push(block);
      text += foldLetters(value);
      if (wanted !== null && text.length >= wanted.length) break;
    }
    return blocks;
  }

  #takeAttachmentNote(index: number): number {
    const blocks = [this.#blocks[index]!];
    let next = index + 1;
    for (
      let block = this.#blocks[next];
      block?.kind === 'paragraph';
      block = this.#blocks[++next]
    ) {
      const value = block.text.value;
      if (attachmentLabel.test(value) || disclosureNote.test(value) || endsClause(value)) break;
      const numbered = /^\d{1,2}\s*[.．、]/.test(value);
      const after = this.#blocks[next + 1];
      const inList =
        numbered ||
        (value.length <= 24 &&
          after?.kind === 'paragraph' &&
          (/^\d{1,2}\s*[.．、]/.test(after.text.value) ||
            attachmentLabel.test(after.text.value) ||
            disclosureNote.test(after.text.value)));
      if (!inList && this.#carriedTitle(next) > 0) break;
      if (!inList) break;
      blocks.push(block);
    }
    const text = blocks.map((block) => block.text.value).join('');
    this.#listed = readAttachmentList(text);
    const node: AttachmentNote = {
      type: 'attachmentNote',
      children: blocks.flatMap((block) => block.text.texts(0)),
      position: offsets(blocks[0]!.text.offsetAt(0), blocks.at(-1)!.text.spans(0).at(-1)!.end),
      data: { listed: this.#listed },
    };
    this.#current.builder.place(node);
    return blocks.length;
  }

  /** 市政府办公室 / 2020年11月 at the very end, after 特此说明 and the like. */
  #closeSignature(): void {
    const flow = this.#current.builder.root.children;
    const [name, date] = flow.slice(-2);
    if (name?.type !== 'paragraph' || date?.type !== 'paragraph') return;
    const value = (node: typeof name) =>
      node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
    if (readDate(value(date)) === null || !isOrgan(value(name))) return;
    for (const node of [name, date]) Object.assign(node, { type: 'signature' });
    this.found.signedDate = this.#blocks.at(-1)!;
  }

  #finish(): PartsResult {
    const furniture: Furniture[] = [];
    for (const { part, builder, titleBlocks } of this.#parts) {
      part.children = builder.finish();
      furniture.push(...builder.furniture);
      const spans = [
        ...(part.data?.label ?? []),
        ...titleBlocks.flatMap((block) => block.text.spans(0)),
        ...part.children.map(spanOf),
      ];
      if (spans.length > 0) {
        part.position = offsets(
          Math.min(...spans.map(({ start }) => start)),
          Math.max(...spans.map(({ end }) => end)),
        );
      }
    }
    const parts = this.#parts.map(({ part }) => part);
    if (parts.length > 1 && parts[0]!.children.length === 0) parts.shift();
    // What is announced may be printed as an attachment: 公布…目录的通知.
    this.found.missingTitle =
      this.#carries() &&
      this.#opening.form !== 'listed' &&
      parts.every(({ role }) => role === 'notice');
    return { parts, furniture, found: this.found };
  }
}

/** 主送机关: names of authorities with a colon at the end, no sentence. */
function isAddressee(text: string): boolean {
  return (
    /[：:]$/.test(text) &&
    !/[。；]/.test(text) &&
    text.length <= 160 &&
    /(单位|政府|局|委|办|部门|机构|企业|公司|院|所|会|站|校|景区|学校|人|团体|处|中心)[）)]?[：:]$/.test(
      text,
    )
  );
}

function joinTitle(blocks: Block[]): string {
  return normaliseTitle(blocks.flatMap((block) => block.lines.map(({ text }) => text)).join(' '));
}

/** Splits one document's blocks into parts. `expected` holds the folded titles its carried text may have. */
export function readParts(
  raw: string,
  opening: Opening,
  title: string,
  blocks: Block[],
  expected: ReadonlySet<string>,
): PartsResult {
  return new PartsBuilder(raw, opening, title, blocks, expected).build();
}
