/** The relations of a document as rows of its page: kind, the other documents, the words they rest on. */
import { daysBetween } from '../relations/days.ts';
import type { Adoption, BasisGroup, Evidence, Party, Relation } from '../relations/model.ts';
import { documentAddress } from './addresses.ts';
import { writeCited } from './cited.ts';
import { displayDate } from '../language/dates.ts';
import type { DocumentEntry } from './entries.ts';
import type { Library } from './library.ts';

export interface RelationRow {
  label: string;
  entries: RelationEntry[];
  /** Each sentence once, in the order of the entries. */
  evidence: Evidence[];
}

export interface RelationEntry {
  text: string;
  /** A page of the portal; absent where it does not hold the document. */
  href?: string;
  /** 上级文件 */
  group?: string;
  /** What the portal adds: dates, days, reserves. */
  notes: string[];
  /** Why it is only likely. */
  likely: string | null;
}

const groups: Record<BasisGroup, string> = {
  law: '法律法规',
  superior: '上级文件',
  own: '本市文件',
  other: '其他文件',
};
const groupOrder = Object.keys(groups) as BasisGroup[];

interface RowKind {
  label: string;
  /** The relations of the row, and which end of them is the other document. */
  side: 'acting' | 'acted';
  holds(relation: Relation): boolean;
}

const is = (kind: Relation['kind']) => (relation: Relation) => relation.kind === kind;
const forwards = (verb: string) => (relation: Relation) =>
  relation.kind === 'forwarding' && relation.verb === verb;

/** What matters most to a reader comes first. */
const kinds: RowKind[] = [
  { label: '被废止', side: 'acted', holds: is('repeal') },
  { label: '可能已被替代', side: 'acted', holds: is('replacement') },
  { label: '被修改', side: 'acted', holds: is('amendment') },
  { label: '会议审议', side: 'acted', holds: is('adoption') },
  { label: '审议的文件', side: 'acting', holds: is('adoption') },
  { label: '废止', side: 'acting', holds: is('repeal') },
  { label: '可能替代', side: 'acting', holds: is('replacement') },
  { label: '修改', side: 'acting', holds: is('amendment') },
  { label: '转发', side: 'acting', holds: forwards('转发') },
  { label: '批转', side: 'acting', holds: forwards('批转') },
  { label: '印发', side: 'acting', holds: forwards('印发') },
  { label: '被转发', side: 'acted', holds: is('forwarding') },
  { label: '依据', side: 'acting', holds: is('basis') },
  { label: '以本文为依据', side: 'acted', holds: is('basis') },
];

/** The rows of a document that have entries. */
export function relationRows(entry: DocumentEntry, library: Library): RelationRow[] {
  const relations = library.relations(entry);
  return kinds.flatMap(({ label, side, holds }) => {
    const own = inOrder(relations[side].filter(holds));
    if (own.length === 0) return [];
    const entries = own.map((relation) => toEntry(relation, side, library));
    return [{ label, entries, evidence: distinct(own.flatMap(({ evidence }) => evidence)) }];
  });
}

/** 依据 by groups; all else as in the text. */
function inOrder(relations: Relation[]): Relation[] {
  const rank = (relation: Relation) =>
    relation.kind === 'basis' ? groupOrder.indexOf(relation.group) : 0;
  return [...relations].sort((a, b) => rank(a) - rank(b));
}

function toEntry(relation: Relation, side: RowKind['side'], library: Library): RelationEntry {
  const other = side === 'acting' ? relation.to : relation.from;
  return {
    ...nameParty(other, library),
    ...(relation.kind === 'basis' && side === 'acting' ? { group: groups[relation.group] } : {}),
    notes: notesOf(relation, other, library),
    likely: relation.likely,
  };
}

function nameParty({ document, title, docNumber }: Party, library: Library) {
  const held = document === null ? undefined : library.document(document);
  if (!held) return { text: writeCited({ title, docNumber }) };
  const { record } = held;
  const text = record.kind === '会议' ? record.title : writeCited(record);
  return { text, href: documentAddress(held.id) };
}

function notesOf(relation: Relation, other: Party, library: Library): string[] {
  switch (relation.kind) {
    case 'adoption':
      return adoptionNotes(relation, other, library);
    case 'repeal': {
      const { date, partial } = relation;
      return [
        ...(partial ? ['废止其中部分条款'] : []),
        date === null ? '何时起废止未载明' : `自${displayDate(date)}起`,
      ];
    }
    case 'forwarding':
      return relation.issuers.length === 0 ? [] : [`原发文机关：${relation.issuers.join('、')}`];
    default:
      return [];
  }
}

function adoptionNotes(relation: Adoption, other: Party, library: Library): string[] {
  const adopted =
    relation.to.document === null ? undefined : library.document(relation.to.document);
  const notes: string[] = [];
  if (!relation.passed) notes.push('报道写“审议”，未写是否通过');
  if (relation.date !== null)
    notes.push(
      `${displayDate(relation.date)}${relation.passed ? '通过' : '审议'}${relation.yearInferred ? '（年份按刊期和成文日期推定）' : ''}`,
    );
  const course = adopted && writeCourse(relation.date, adopted);
  if (course) notes.push(course);
  if (other === relation.from && other.document === null) notes.push('本站未收这次会议的报道');
  if (other === relation.to && other.document === null) notes.push('本站未收这份文件');
  return notes;
}

/** 通过后14天印发，印发当日施行; '' where no days can be told. The date of a document counts as that of its issuing. */
export function writeCourse(
  adopted: string | null,
  { record }: Pick<DocumentEntry, 'record'>,
): string {
  const { date, effective } = record;
  const issued = daysBetween(adopted, date);
  const applied = daysBetween(date, effective?.date ?? null);
  const parts: string[] = [];
  if (issued !== null && issued >= 0)
    parts.push(issued === 0 ? '通过当日印发' : `通过后${issued}天印发`);
  if (applied !== null)
    parts.push(
      applied === 0
        ? '印发当日施行'
        : applied > 0
          ? `印发后${applied}天施行`
          : `施行日期早于印发${-applied}天`,
    );
  return parts.join('，');
}

function distinct(evidence: Evidence[]): Evidence[] {
  const seen = new Map(evidence.map((one) => [`${one.document} ${one.clause} ${one.text}`, one]));
  return [...seen.values()];
}
