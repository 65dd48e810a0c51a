/**
 * One document's blocks → its parts: the notice, the promulgated or forwarded text, the attachments, each with
 * addressee, notes, signature and provisions.
 */
import {
  beginsAttachmentList,
  readAttachmentList,
  type ListedAttachment,
} from '../../language/attachment-list.ts';
import { findDate } from '../../language/dates.ts';
import { readLabel } from '../../language/labels.ts';
import { endsClause } from '../../language/sentences.ts';
import {
  isAddressee,
  isChair,
  isDisclosure,
  isSourceNote,
  readAttachmentLabel,
  readOrgans,
  readSignedLine,
  readSigner,
  readTitledAttachment,
  type AttachmentLabel,
} from '../../language/standing-forms.ts';
import { foldLetters, similarity } from '../../language/text.ts';
import { normaliseTitle } from '../../language/titles.ts';
import type { Furniture } from '../../model/output.ts';
import type { AttachmentNote, Flow, GazetteData, Part, Span } from '../../model/tree.ts';
import type { Block } from '../repair/block.ts';
import { spanOf } from '../../model/spans.ts';
import { offsets } from '../repair/segmented-text.ts';
import { readDateLine } from '../split/number-line.ts';
import type { Opening } from '../split/openings.ts';
import { carriedBy, carryingVerb } from '../../language/carried-titles.ts';
import { ProvisionsBuilder, toParagraph } from './provisions.ts';

/** Lines of authorities that one text is signed with; a longer list of names signs nothing. */
const mostSigners = 40;

const headNote =
  /^[（(](?=.*(?:通过|公布|发布|修订|修正|批准))(?=.*(?:19|20)\d{2}\s*年)[^）)]{6,120}[)）]$/;

export interface PartsResult {
  parts: Part[];
  furniture: Furniture[];
  /** Blocks of the parts' fixed pieces, for the fields taken from them. */
  found: {
    addressee: Block | null;
    disclosure: Block | null;
    source: Block | null;
    signedBy: { name: string; block: Block } | null;
    /** A date printed with a signature, under the text or under its title. */
    signedDate: { date: string; block: Block } | null;
    /** The authorities that sign the notice. */
    signers: { names: string[]; blocks: Block[] } | null;
    /** The carried text was announced but no title of it was found. */
    missingTitle: boolean;
    /** The carried text's title differs from the one announced. */
    differingTitle: Block | null;
  };
}

interface OpenPart {
  part: Part;
  builder: ProvisionsBuilder;
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
  /** Most articles have a title in brackets after their label. */
  readonly #bracketed: boolean;
  /** Index of the first block that only short paragraphs follow. */
  readonly #tail: number;
  #listed: ListedAttachment[] = [];
  readonly found: PartsResult['found'] = {
    addressee: null,
    disclosure: null,
    source: null,
    signedBy: null,
    signedDate: null,
    signers: null,
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
    this.#bracketed = mostlyBracketed(blocks);
    this.#tail = blocks.findLastIndex(
      ({ kind, text }) => kind !== 'paragraph' || text.value.length >= 30,
    );
  }

  get #current(): OpenPart {
    return this.#parts.at(-1)!;
  }

  #begin(
    role: Part['role'],
    title: string,
    titleSpans: Span[],
    label?: { text: string; spans: Span[] },
  ): void {
    const data: GazetteData = {
      ...(label && { label: label.spans }),
      ...(titleSpans.length > 0 && { title: titleSpans }),
    };
    this.#parts.push({
      part: { type: 'part', role, ...(label && { label: label.text }), title, children: [], data },
      builder: new ProvisionsBuilder(this.#raw, this.#bracketed),
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
    } else if (this.#opening.docNumber === null && this.#opening.date === null) {
      index = this.#takeDatedHead();
    }
    while (index < blocks.length) index += this.#take(index);
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
    const label = readAttachmentLabel(text) ?? this.#titledAttachment(index);
    if (label) return this.#takeAttachment(index, label);
    if (beginsAttachmentList(text)) return this.#takeAttachmentNote(index);
    if (isDisclosure(text)) {
      builder.place(simple('annotation', block));
      this.found.disclosure = block;
      return 1;
    }
    if (part.role === 'notice' && this.#carries()) {
      const title = this.#carriedTitle(index);
      if (title > 0) return this.#takeCarried(index, title);
    }
    if (this.#opening.form === 'order' && this.found.signedBy === null) {
      const taken = this.#takeSigner(index);
      if (taken > 0) return taken;
    }
    const signed = this.#takeSignature(index);
    if (signed > 0) return signed;
    if (isChair(text) && index <= 1 && part.children.length === 0) {
      builder.place(simple('annotation', block));
      return 1;
    }
    if (index >= this.#tail && isSourceNote(text)) {
      builder.place(simple('sourceNote', block));
      this.found.source = block;
      return 1;
    }
    builder.add(block);
    return 1;
  }

  #paragraphAt(index: number): string | null {
    const block = this.#blocks[index];
    return block?.kind === 'paragraph' ? block.text.value : null;
  }

  /** 市长 张三 / 2020年3月9日 under an order. Returns how many blocks were taken. */
  #takeSigner(index: number): number {
    const block = this.#blocks[index]!;
    const signer = readSigner(block.text.value);
    if (!signer) return 0;
    this.#current.builder.place(simple('signature', block));
    this.found.signedBy = { name: signer.signer, block };
    if (signer.date !== null) {
      this.found.signedDate = { date: signer.date, block };
      return 1;
    }
    const below = this.#paragraphAt(index + 1);
    const date = below === null ? null : readDateLine(below);
    if (date === null) return 1;
    const next = this.#blocks[index + 1]!;
    this.#current.builder.place(simple('signature', next));
    this.found.signedDate = { date, block: next };
    return 2;
  }

  /**
   * 署名 and 成文日期 under a text (GB/T 9704—2012, 7.3.5): authorities and a date on lines of their own or on one,
   * or a date after 特此公告 and the like. They close the text, so that what follows must be none of it.
   */
  #takeSignature(index: number): number {
    let count = 0;
    const names: string[] = [];
    while (count < mostSigners) {
      const text = this.#paragraphAt(index + count);
      const organs = text === null ? null : readOrgans(text);
      if (!organs) break;
      names.push(...organs);
      count++;
    }
    const text = this.#paragraphAt(index + count);
    const line = count === 0 && text !== null ? readSignedLine(text) : null;
    const date = line?.date ?? (text === null ? null : readDateLine(text));
    if (date === null || !this.#textEnds(index + count + 1)) return 0;
    const bare = names.length === 0 && !line;
    if (bare && !this.#mayBeDated(index)) return 0;
    const blocks = this.#blocks.slice(index, index + count + 1);
    for (const block of blocks) this.#current.builder.place(simple('signature', block));
    if (this.#current.part.role === 'notice') {
      this.found.signedDate ??= { date, block: blocks.at(-1)! };
      if (!bare)
        this.found.signers ??= {
          names: line?.names ?? names,
          blocks: blocks.slice(0, Math.max(count, 1)),
        };
    }
    return blocks.length;
  }

  /** A date alone is the document's own after 特此公告, or where none is printed above. */
  #mayBeDated(index: number): boolean {
    if (this.#current.part.role !== 'notice' || index === 0) return false;
    return this.#opening.date === null || /^特此/.test(this.#paragraphAt(index - 1) ?? '');
  }

  /** Nothing of the running text begins at the block. */
  #textEnds(index: number): boolean {
    const text = this.#paragraphAt(index);
    if (text === null) return this.#blocks[index] === undefined;
    return (
      isDisclosure(text) ||
      beginsAttachmentList(text) ||
      readAttachmentLabel(text) !== null ||
      readTitledAttachment(text, false) !== null ||
      /^[（(](联系|来源|供稿)/.test(text) ||
      (this.#current.part.role === 'notice' && this.#carries() && this.#carriedTitle(index) > 0)
    );
  }

  /** Author and date printed under the title of a report or speech. Returns how many blocks were taken. */
  #takeDatedHead(): number {
    for (let index = 0; index < 3; index++) {
      const text = this.#paragraphAt(index);
      if (text === null || text.length > 60 || endsClause(text) || readLabel(text)) return 0;
      const date = readDateLine(text) ?? (/^—/.test(text) ? (findDate(text)?.date ?? null) : null);
      if (date === null) continue;
      const last = readSigner(this.#paragraphAt(index + 1) ?? '') ? index + 1 : index;
      for (const block of this.#blocks.slice(0, last + 1)) {
        const kind = block.text.value.startsWith('—') ? 'annotation' : 'signature';
        this.#current.builder.place(simple(kind, block));
      }
      this.found.signedDate = { date, block: this.#blocks[index]! };
      const names = readOrgans(this.#paragraphAt(0)!);
      if (names) this.found.signers = { names, blocks: [this.#blocks[0]!] };
      return last + 1;
    }
    return 0;
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
    this.#begin('promulgated', joinTitle(titleBlocks), spansOf(titleBlocks));
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
      const names = taken === 0 ? readOrgans(text) : null;
      if (headNote.test(text)) {
        this.#current.builder.place(simple('annotation', block));
      } else if (names) {
        this.#current.builder.place(simple('signature', block));
        this.#current.part.issuers = names;
      } else {
        break;
      }
      taken++;
    }
    return taken;
  }

  /**
   * 附件1：申请表 where it heads the attachment: the 附件说明 names it, and the next line is not such a line too, as in
   * a list of attachments it would be.
   */
  #titledAttachment(index: number): AttachmentLabel | null {
    const text = this.#blocks[index]!.text.value;
    const spaced = readTitledAttachment(text, true);
    if (!spaced) return null;
    const listed = this.#listed.some(
      ({ title }) => foldLetters(title) === foldLetters(spaced.title),
    );
    const label = listed ? spaced : readTitledAttachment(text, false);
    const next = this.#paragraphAt(index + 1);
    const list =
      next === null
        ? this.#blocks[index + 1] === undefined
        : readTitledAttachment(next, true) !== null || isDisclosure(next);
    return list ? null : label;
  }

  #takeAttachment(index: number, label: AttachmentLabel): number {
    const { text } = this.#blocks[index]!;
    const wanted =
      this.#listed.find((entry) => label.number !== null && entry.number === label.number) ??
      (this.#listed.length === 1 ? this.#listed[0] : undefined);
    const below = label.title === '' ? this.#attachmentTitle(index + 1, wanted?.title) : [];
    const title = label.title === '' ? joinTitle(below) : normaliseTitle(label.title);
    const titleSpans = label.title === '' ? spansOf(below) : text.spans(label.length);
    // A few issuers label the promulgated text 附件1: it is named in the document's own title.
    const carried =
      title !== '' &&
      carriedBy(this.#title).some((name) => foldLetters(name) === foldLetters(title));
    this.#begin(carried ? 'promulgated' : 'attachment', title, titleSpans, {
      text: label.label,
      spans: text.spans(0, text.value.slice(0, label.length).trimEnd().length),
    });
    if (title === '' && wanted) this.#current.part.data!.announced = wanted.title;
    return 1 + below.length + this.#takeHead(index + 1 + below.length);
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
      if (readAttachmentLabel(value) || endsClause(value) || value.length > 80) break;
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
      if (readAttachmentLabel(value) || isDisclosure(value) || endsClause(value)) break;
      const numbered = /^\d{1,2}\s*[.．、]/.test(value);
      const after = this.#blocks[next + 1];
      const inList =
        numbered ||
        (value.length <= 24 &&
          after?.kind === 'paragraph' &&
          (/^\d{1,2}\s*[.．、]/.test(after.text.value) ||
            readAttachmentLabel(after.text.value) !== null ||
            isDisclosure(after.text.value)));
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

  #finish(): PartsResult {
    const furniture: Furniture[] = [];
    for (const { part, builder } of this.#parts) {
      part.children = builder.finish();
      furniture.push(...builder.furniture);
      const spans = [
        ...(part.data?.label ?? []),
        ...(part.data?.title ?? []),
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

/** More than half of the articles have a short text in brackets right after their label, and at least two. */
function mostlyBracketed(blocks: Block[]): boolean {
  const articles = blocks.flatMap(({ kind, text }) => {
    const label = kind === 'paragraph' ? readLabel(text.value) : null;
    return label?.family === 'article' ? [text.value.slice(label.length)] : [];
  });
  const bracketed = articles.filter((rest) => /^[（(][\p{Script=Han}、]{2,16}[）)]/u.test(rest));
  return bracketed.length >= 2 && bracketed.length > articles.length / 2;
}

function spansOf(blocks: Block[]): Span[] {
  return blocks.flatMap((block) => block.text.spans(0));
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
