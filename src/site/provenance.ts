/** 看原文: where each clause of a document stands in the raw text, as a file beside the document. */
import type { DocumentRecord, Furniture, FurnitureReason, OutputMessage } from '../model/output.ts';
import type {
  BoundaryEvidence,
  GazetteContent,
  GazetteData,
  JoinReason,
  Span,
} from '../model/tree.ts';
import { placeOf } from '../model/spans.ts';
import { writeBasis, writeCorrection } from './corrections.ts';
import { isRunIn } from './phrasing.ts';

/** `documents/<id>.raw.json`. Offsets are UTF-16 units into `text`. */
export interface RawPlaces {
  /** Key of the issue. */
  issue: string;
  /** 1-based line of the raw text with which `text` begins. */
  line: number;
  /** The raw text of the document, whole lines. */
  text: string;
  /** Ends of the ranges of each clause by id, in reading order: start, end, start, end … */
  clauses: Record<string, number[]>;
  furniture: [start: number, end: number, reason: FurnitureReason][];
  /** Lines joined to the one before. */
  joins: [at: number, reason: JoinReason, uncertain?: 1][];
  /** Beginnings of paragraphs and items, and what decided them. */
  boundaries: [at: number, evidence: BoundaryEvidence, uncertain?: 1][];
  /** Other words of the portal about a place. */
  notes: [at: number, words: string][];
}

/** Rules whose messages say what `joins` and `boundaries` say. */
const saidByRepair = new Set(['join-uncertain', 'boundary-uncertain']);

/** The places of a document's clauses. */
export function readPlaces(
  { parts, corrections }: Pick<DocumentRecord, 'parts' | 'corrections'>,
  raw: string,
  {
    issue,
    furniture,
    messages,
  }: { issue: string; furniture: Furniture[]; messages: OutputMessage[] },
): RawPlaces {
  const nodes = parts.flatMap(listNodes);
  const ends = nodes.flatMap((node) => placeOf(node) ?? []);
  const start = raw.lastIndexOf('\n', Math.min(...ends.map((place) => place.start)) - 1) + 1;
  const last = Math.max(...ends.map((place) => place.end), start);
  const end = raw.indexOf('\n', last) === -1 ? raw.length : raw.indexOf('\n', last);
  const inside = furniture.filter((own) => own.start >= start && own.end <= end);
  const places: RawPlaces = {
    issue,
    line: raw.slice(0, start).split(/\r\n|\r|\n/).length,
    text: raw.slice(start, end),
    clauses: {},
    furniture: inside.map((own) => [own.start - start, own.end - start, own.reason]),
    joins: [],
    boundaries: [],
    notes: [],
  };
  for (const node of nodes) {
    const place = placeOf(node);
    const { joins = [], boundary } = (node.data ?? {}) as GazetteData;
    for (const { at, reason, uncertain } of joins)
      places.joins.push(uncertain ? [at - start, reason, 1] : [at - start, reason]);
    if (boundary && place) {
      const at = place.start - start;
      const { evidence, uncertain } = boundary;
      places.boundaries.push(uncertain ? [at, evidence, 1] : [at, evidence]);
    }
    if (!('id' in node) || node.id === undefined || node.type === 'tableCell') continue;
    const ranges = mergeRanges(listSpans(node), raw, inside);
    if (ranges.length === 0) continue;
    places.clauses[node.id] = ranges.flatMap((range) => [range.start - start, range.end - start]);
  }
  for (const { span, ruleId, notice } of messages)
    if (span && !saidByRepair.has(ruleId)) places.notes.push([span.start - start, notice]);
  for (const correction of corrections)
    if (correction.field === null)
      places.notes.push([
        correction.span.start - start,
        `更正：${writeCorrection(correction)}。${writeBasis(correction)}`,
      ]);
  return places;
}

function listNodes(node: GazetteContent): GazetteContent[] {
  return 'children' in node
    ? [node, ...(node.children as GazetteContent[]).flatMap(listNodes)]
    : [node];
}

/** Units that hold other clauses: theirs is the line of their title. */
const containers = new Set([
  'part',
  'chapter',
  'section',
  'heading',
  'table',
  'contents',
  'unknown',
]);

/** Places of what is printed in a clause, in reading order. */
function listSpans(node: GazetteContent): Span[] {
  if (node.type === 'text') return [placeOf(node) ?? []].flat();
  const own = [...(node.data?.label ?? []), ...(node.data?.title ?? [])];
  const children = 'children' in node ? (node.children as GazetteContent[]) : [];
  const runsIn = node.type === 'heading' && isRunIn(node);
  const below = children.filter(
    (child) =>
      !containers.has(node.type) ||
      (runsIn && child.type === 'paragraph') ||
      (child.type === 'tableRow' && child.header),
  );
  return [...own, ...below.flatMap(listSpans)];
}

/** Ranges with nothing but white space and furniture between them as one. */
function mergeRanges(spans: Span[], raw: string, furniture: Furniture[]): Span[] {
  const ranges: Span[] = [];
  for (const { start, end } of spans) {
    const last = ranges.at(-1);
    if (last && start >= last.end && isLayout(last.end, start, raw, furniture)) last.end = end;
    else ranges.push({ start, end });
  }
  return ranges;
}

function isLayout(from: number, to: number, raw: string, furniture: Furniture[]): boolean {
  let at = from;
  for (const { start, end } of furniture) {
    if (start < at || end > to) continue;
    if (raw.slice(at, start).trim() !== '') return false;
    at = end;
  }
  return raw.slice(at, to).trim() === '';
}
